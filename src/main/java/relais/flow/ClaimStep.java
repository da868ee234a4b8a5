package relais.flow;

import java.util.Optional;
import relais.mailbox.Inbox;

/** Takes the receipt that has waited longest; the transaction around it holds it. */
public final class ClaimStep {

    private final Inbox inbox;

    ClaimStep(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @return empty when nothing is due */
    public Optional<Inbox.Claim> claim() {
        return inbox.claim();
    }
}
