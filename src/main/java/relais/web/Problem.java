package relais.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What is wrong with a request to the API, as RFC 9457 writes it. */
record Problem(int status, String title, String detail) {

    static final String CONTENT_TYPE = "application/problem+json";

    /** No key, or not one of ours. */
    static Problem unauthorised(String remedy) {
        return new Problem(401, "Not signed in", remedy);
    }

    /** There is none, or it is another partner's: which of the two is not told. */
    static Problem notFound(String what) {
        return new Problem(404, "Not found", what);
    }

    String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("status", status)
                .put("title", title)
                .put("detail", detail)
                .toString();
    }

    Answer answer() {
        return new Answer(status, CONTENT_TYPE, json());
    }
}
