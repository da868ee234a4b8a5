package relais.channel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.mailbox.Inbox;
import relais.partner.ApiKeys;
import relais.partner.Channel;

/**
 * Takes in a document that a partner posts: 202 and a Location once it is stored and nothing wrong was found at first sight,
 * else an application/problem+json (RFC 9457) with a sentence on what to do. The body is stored as it streams in. What comes
 * without the key of a partner is not read and not stored: nobody agreed to anything with a stranger, it could never be
 * answered or charged to someone, and whoever finds the address could fill the disk.
 */
final class UploadStep {

    /** What a partner may be agreed for; what the bytes really are is decided by the bytes. */
    private static final Set<String> MEDIA_TYPES = Set.of(
            "application/edi-x12",
            "application/edifact",
            "application/edi-consent",
            "application/json",
            "application/octet-stream",
            "application/xml",
            "text/xml",
            "application/pdf",
            "text/plain",
            "text/csv");

    /** Findings of bytes that are no document of any kind. */
    private static final Set<FindingCode> UNREAD = Set.of(
            FindingCode.EMPTY_INPUT,
            FindingCode.UNREADABLE_INPUT,
            FindingCode.INTERCHANGE_HEADER_INVALID,
            FindingCode.JSON_INVALID,
            FindingCode.XML_INVALID);

    private static final Problem STRANGER =
            new Problem(401, "No partner has this API key", "Send the key you were given as header X-API-Key.");

    private static final Problem EMPTY =
            new Problem(400, "The body is empty", "Send the document as the body of the request.");

    private final Inbox inbox;
    private final ApiKeys keys;

    UploadStep(Inbox inbox, ApiKeys keys) {
        this.inbox = inbox;
        this.keys = keys;
    }

    /** Stores the body, which then is an {@link Inbox.Receipt}; or answers why not and ends the route. */
    public void upload(Exchange exchange) throws IOException {
        var message = exchange.getMessage();
        var channel = Optional.ofNullable(message.getHeader("X-API-Key", String.class))
                .flatMap(keys::channel);
        var contentType = Optional.ofNullable(message.getHeader(Exchange.CONTENT_TYPE, String.class))
                .orElse("application/octet-stream");
        if (channel.isEmpty()) refuse(exchange, STRANGER);
        else if (!MEDIA_TYPES.contains(contentType.split(";")[0].strip().toLowerCase(Locale.ROOT)))
            refuse(exchange, notRead(contentType));
        else store(exchange, channel.get(), contentType);
    }

    private void store(Exchange exchange, Channel channel, String contentType) throws IOException {
        var message = exchange.getMessage();
        try (var bytes =
                Optional.ofNullable(message.getBody(InputStream.class)).orElseGet(InputStream::nullInputStream)) {
            var name = exchange.getExchangeId();
            var receipt = inbox.accept(channel.id(), channel.partner(), name, contentType, bytes);
            exchange.setProperty(State.RECEIPT, receipt.id());
            if (receipt.sizeBytes() > 0) message.setBody(receipt);
            else refuse(exchange, EMPTY, receipt.id());
        } catch (Inbox.TooLarge tooLarge) {
            exchange.setProperty(State.RECEIPT, tooLarge.receipt());
            refuse(exchange, tooLarge(tooLarge), tooLarge.receipt());
        }
    }

    /** Answers for what was stored: by the findings of the pre-check, which processing will come to as well. */
    public void answer(Exchange exchange) {
        var message = exchange.getMessage();
        var receipt = message.getBody(Inbox.Receipt.class);
        var findings = exchange.getProperty(State.FINDINGS, Findings.none(), Findings.class);
        findings.stream()
                .filter(Finding::isError)
                .findFirst()
                .ifPresentOrElse(
                        first -> refused(first.code()).write(message, receipt.id(), findings),
                        () -> accepted(message, receipt));
    }

    private static Problem refused(FindingCode code) {
        if (UNREAD.contains(code)) return new Problem(400, "The document cannot be read", code.advice());
        if (code == FindingCode.INPUT_TOO_LARGE)
            return new Problem(413, "The document is too large for its format", code.advice());
        return new Problem(422, "The document is not accepted", code.advice());
    }

    private static Problem tooLarge(Inbox.TooLarge tooLarge) {
        return new Problem(
                413, "The body is too large: " + tooLarge.getMessage(), FindingCode.INPUT_TOO_LARGE.advice());
    }

    private static Problem notRead(String contentType) {
        return new Problem(
                415,
                "Documents of type " + printable(contentType) + " are not read",
                "Send X12 or EDIFACT as application/octet-stream, JSON as application/json, XML as application/xml,"
                        + " a table as text/csv or text/plain, Factur-X as application/pdf.");
    }

    private static void refuse(Exchange exchange, Problem problem) {
        problem.write(exchange.getMessage());
        exchange.setRouteStop(true);
    }

    private static void refuse(Exchange exchange, Problem problem, UUID receipt) {
        problem.write(exchange.getMessage(), receipt, Findings.none());
        exchange.setRouteStop(true);
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
