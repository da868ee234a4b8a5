package relais.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.mailbox.Inbox;
import relais.partner.Partners;

/**
 * Hands what came by a channel to the Inbox. When it returns, the bytes are committed, and only then does the channel
 * confirm: move the file, acknowledge the JMS message.
 */
final class AcceptStep {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptStep.class);

    private final Inbox inbox;
    private final Partners partners;

    AcceptStep(Inbox inbox, Partners partners) {
        this.inbox = inbox;
        this.partners = partners;
    }

    public void accept(Exchange exchange) throws IOException {
        var channel = partners.channel(exchange.getProperty(State.CHANNEL, String.class))
                .orElseThrow();
        try (var bytes = bytes(exchange)) {
            var receipt = inbox.accept(channel.id(), channel.partner(), name(exchange), contentType(exchange), bytes);
            exchange.setProperty(State.RECEIPT, receipt.id());
            LOG.info("{}: receipt {} ({} bytes) {}", channel.id(), receipt.id(), receipt.sizeBytes(), receipt.state());
        } catch (Inbox.TooLarge tooLarge) {
            exchange.setProperty(State.RECEIPT, tooLarge.receipt());
            LOG.warn("{}: receipt {} is parked: {}", channel.id(), tooLarge.receipt(), tooLarge.getMessage());
        }
    }

    private static InputStream bytes(Exchange exchange) {
        var bytes = exchange.getMessage().getBody(InputStream.class);
        return bytes == null ? new ByteArrayInputStream(new byte[0]) : bytes;
    }

    private static String name(Exchange exchange) {
        var message = exchange.getMessage();
        return Optional.ofNullable(message.getHeader(Exchange.FILE_NAME, String.class))
                .or(() -> Optional.ofNullable(message.getHeader("JMSMessageID", String.class)))
                .orElse(exchange.getExchangeId());
    }

    private static String contentType(Exchange exchange) {
        return Optional.ofNullable(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class))
                .orElse("");
    }
}
