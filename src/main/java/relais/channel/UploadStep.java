package relais.channel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import relais.mailbox.Inbox;
import relais.partner.ApiKeys;
import relais.partner.Channel;

/**
 * Takes in a document that a partner posts: 202 and a Location once it is stored, else an application/problem+json (RFC
 * 9457) with a sentence on what to do. The body is stored as it streams in.
 */
final class UploadStep {

    /** What a partner may be agreed for; what the bytes really are is decided by the bytes. */
    private static final Set<String> MEDIA_TYPES = Set.of(
            "application/edi-x12",
            "application/edifact",
            "application/edi-consent",
            "application/json",
            "application/octet-stream",
            "text/plain",
            "text/csv");

    private final Inbox inbox;
    private final ApiKeys keys;

    UploadStep(Inbox inbox, ApiKeys keys) {
        this.inbox = inbox;
        this.keys = keys;
    }

    public void upload(Exchange exchange) throws IOException {
        var message = exchange.getMessage();
        answer(exchange, message);
    }

    private void answer(Exchange exchange, Message message) throws IOException {
        var key = Optional.ofNullable(message.getHeader("X-API-Key", String.class));
        var channel = key.flatMap(keys::channel);
        var contentType = Optional.ofNullable(message.getHeader(Exchange.CONTENT_TYPE, String.class))
                .orElse("application/octet-stream");
        if (channel.isEmpty())
            Problem.write(
                    message, 401, "No partner has this API key", "Send the key you were given as header X-API-Key.");
        else if (!MEDIA_TYPES.contains(contentType.split(";")[0].strip().toLowerCase(Locale.ROOT)))
            Problem.write(
                    message,
                    415,
                    "Documents of type " + printable(contentType) + " are not read",
                    "Send X12 or EDIFACT as application/octet-stream, JSON as application/json.");
        else store(exchange, message, channel.get(), contentType);
    }

    private void store(Exchange exchange, Message message, Channel channel, String contentType) throws IOException {
        try (var bytes =
                Optional.ofNullable(message.getBody(InputStream.class)).orElseGet(InputStream::nullInputStream)) {
            var name = exchange.getExchangeId();
            var receipt = inbox.accept(channel.id(), channel.partner(), name, contentType, bytes);
            exchange.setProperty(State.RECEIPT, receipt.id());
            if (receipt.sizeBytes() == 0)
                Problem.write(
                        message,
                        400,
                        "The body is empty; it is noted as receipt " + receipt.id(),
                        "Send the document as the body of the request.");
            else accepted(message, receipt);
        } catch (Inbox.TooLarge tooLarge) {
            Problem.write(
                    message,
                    413,
                    "The body is too large: " + tooLarge.getMessage(),
                    "Split the interchange, or agree on a higher limit.");
        }
    }

    private static void accepted(Message message, Inbox.Receipt receipt) {
        UUID first = receipt.duplicateOf().orElse(receipt.id());
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, 202);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Location", "/api/documents/" + first);
        message.setBody("{\"id\":\"" + first + "\",\"state\":\""
                + receipt.state().name().toLowerCase(Locale.ROOT) + "\"}");
    }

    private static String printable(String text) {
        return text.replaceAll("[^A-Za-z0-9/+.;= -]", "?");
    }
}
