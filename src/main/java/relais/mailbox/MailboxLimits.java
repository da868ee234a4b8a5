package relais.mailbox;

import java.time.Duration;

/**
 * How much the mailbox takes in, and how often it tries.
 *
 * @param receiptBytesMax bytes of one receipt; what is longer is cut there, parked and refused
 * @param receipts how often a receipt whose processing fails is tried
 * @param outgoing how often a payload whose sending fails is tried
 */
public record MailboxLimits(long receiptBytesMax, Retries receipts, Retries outgoing) {

    public MailboxLimits {
        if (receiptBytesMax < 1) throw new IllegalArgumentException("receiptBytesMax is " + receiptBytesMax);
    }

    /** 1 GiB a receipt; receipts are tried 5 times within half a minute, sending 12 times within a good hour. */
    public static MailboxLimits standard() {
        return new MailboxLimits(
                1L << 30,
                new Retries(5, Duration.ofSeconds(2), Duration.ofMinutes(1)),
                new Retries(12, Duration.ofSeconds(1), Duration.ofMinutes(15)));
    }

    /**
     * A back-off that doubles: {@code first}, twice that, four times that, never more than {@code longest}.
     *
     * @param attemptsMax failures after which nothing is tried any more without an operator
     */
    public record Retries(int attemptsMax, Duration first, Duration longest) {

        private static final int DOUBLINGS_MAX = 30;

        public Retries {
            if (attemptsMax < 1) throw new IllegalArgumentException("attemptsMax is " + attemptsMax);
            if (first.isNegative() || longest.compareTo(first) < 0)
                throw new IllegalArgumentException("back-off from " + first + " to " + longest);
        }

        /** How long to wait after this many failures in a row, counted from 1. */
        public Duration pauseAfter(int attempts) {
            var doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }

        /** Whether this many failures in a row are enough. */
        public boolean exhausted(int attempts) {
            return attempts >= attemptsMax;
        }
    }
}
