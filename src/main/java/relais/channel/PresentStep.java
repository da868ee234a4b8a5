package relais.channel;

import java.util.Optional;
import org.apache.camel.Exchange;
import relais.mailbox.Inbox;

/** Takes what a step answered out of its Optional. */
final class PresentStep {

    /** The claim goes on; without one the route ends here, and the worker rests. */
    public void orStop(Exchange exchange) {
        var claim = value(exchange).map(Inbox.Claim.class::cast);
        claim.ifPresentOrElse(
                c -> {
                    exchange.setProperty(State.RECEIPT, c.receipt());
                    exchange.getMessage().setBody(c);
                },
                () -> {
                    exchange.setProperty(State.IDLE, true);
                    exchange.setRouteStop(true);
                });
    }

    /** The bytes go on; without them nothing may be sent. */
    public void orFail(Exchange exchange) {
        exchange.getMessage()
                .setBody(value(exchange)
                        .orElseThrow(() -> new IllegalStateException(
                                "nothing is sent: the consumer whom it names was erased in the meantime")));
    }

    private static Optional<?> value(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof Optional<?> optional ? optional : Optional.empty();
    }
}
