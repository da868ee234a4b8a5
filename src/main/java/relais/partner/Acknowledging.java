package relais.partner;

import java.time.Duration;
import relais.edi.AcknowledgementPolicy;

/**
 * What is acknowledged, and what is expected back.
 *
 * @param policy with what, how much is said, how errors weigh
 * @param channel by which acknowledgements leave; empty when none are sent
 * @param expectWithin how long the partner may take to acknowledge a document sent to it; zero when none is expected
 */
public record Acknowledging(AcknowledgementPolicy policy, String channel, Duration expectWithin) {

    public static Acknowledging none() {
        return new Acknowledging(AcknowledgementPolicy.NONE, "", Duration.ZERO);
    }
}
