package relais.web;

/**
 * What the REST API answers.
 *
 * @param status HTTP status code
 * @param contentType {@code application/json}, or {@code application/problem+json} (RFC 9457) when something is wrong
 * @param json the body
 */
public record Answer(int status, String contentType, String json) {

    static Answer ok(String json) {
        return new Answer(200, "application/json", json);
    }
}
