package relais.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import relais.finding.Finding;
import relais.finding.Findings;
import relais.finding.Location;

/**
 * An answer of type application/problem+json (RFC 9457).
 *
 * @param title what is wrong
 * @param detail one sentence on what to do
 */
record Problem(int status, String title, String detail) {

    /** Makes it the answer. */
    void write(Message message) {
        write(message, body());
    }

    /** Makes it the answer about something that was stored. */
    void write(Message message, UUID receipt, Findings findings) {
        var body = body().put("instance", "/api/documents/" + receipt);
        for (var finding : findings) if (finding.isError()) add(body.withArray("findings"), finding);
        write(message, body);
    }

    private void write(Message message, ObjectNode body) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
        message.setBody(body.toString());
    }

    private ObjectNode body() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("status", status)
                .put("title", title)
                .put("detail", detail);
    }

    private static void add(ArrayNode findings, Finding finding) {
        findings.addObject()
                .put("code", finding.code().name())
                .put(
                        isPointer(finding.location()) ? "pointer" : "where",
                        finding.location().toString())
                .put("text", finding.text())
                .put("advice", finding.code().advice());
    }

    private static boolean isPointer(Location location) {
        return location.segment().startsWith("/");
    }
}
