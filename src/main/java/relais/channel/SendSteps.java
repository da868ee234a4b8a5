package relais.channel;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import relais.mailbox.Outbox;

/** The steps around sending: claim what a channel has to send, label each payload, and note how it went. */
final class SendSteps {

    private final Outbox outbox;
    private final int payloadsMax;

    /** @param payloadsMax of one round, which is one transaction */
    SendSteps(Outbox outbox, int payloadsMax) {
        this.outbox = outbox;
        this.payloadsMax = payloadsMax;
    }

    /** What the channel has to send now; held until the transaction ends. */
    public List<Outbox.Outgoing> claim(@ExchangeProperty(State.CHANNEL) String channel) {
        return outbox.claim(channel, payloadsMax);
    }

    /** Puts the payload's name, media type and delivery id where the channel's route finds them; stops a round that failed. */
    public void label(Exchange exchange) {
        if (round(exchange).failed()) {
            exchange.setRouteStop(true);
            return;
        }
        var outgoing = exchange.getMessage().getBody(Outbox.Outgoing.class);
        exchange.setProperty(State.OUTGOING, outgoing);
        exchange.setProperty(State.NAME, outgoing.payload().name());
        exchange.setProperty(State.CONTENT_TYPE, outgoing.payload().contentType());
        exchange.setProperty(State.DELIVERY_ID, outgoing.deliveryId());
    }

    public void sent(Exchange exchange) {
        outbox.sent(outgoing(exchange).id());
        round(exchange).noteSent();
    }

    public void failed(Exchange exchange) {
        var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        outbox.failed(outgoing(exchange).id(), Failures.line(cause));
        round(exchange).noteFailed();
    }

    private static Outbox.Outgoing outgoing(Exchange exchange) {
        return exchange.getProperty(State.OUTGOING, Outbox.Outgoing.class);
    }

    private static Round round(Exchange exchange) {
        return exchange.getProperty(State.ROUND, Round.class);
    }
}
