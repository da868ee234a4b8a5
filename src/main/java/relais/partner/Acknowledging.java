package relais.partner;

import java.time.Duration;

/**
 * What is acknowledged, and what is expected back.
 *
 * @param send how much is said: see {@link Send}
 * @param channel by which acknowledgements leave; empty when none are sent
 * @param expectWithin how long the partner may take to acknowledge a document sent to it; zero when none is expected
 */
public record Acknowledging(Send send, String channel, Duration expectWithin) {

    public enum Send {
        NONE,
        TECHNICAL,
        GROUP,
        DETAIL
    }

    public static Acknowledging none() {
        return new Acknowledging(Send.NONE, "", Duration.ZERO);
    }
}
