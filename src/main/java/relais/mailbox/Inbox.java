package relais.mailbox;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What came in, stored before its sender hears that it arrived. {@link #accept} and {@link #failed} run in a transaction of
 * their own; everything else joins the caller's.
 */
public final class Inbox {

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final MailboxLimits limits;
    private final ReceiptWriter writer;

    public Inbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MailboxLimits limits,
            Clock clock,
            Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.limits = limits;
        this.clock = clock;
        this.writer = new ReceiptWriter(jdbc, limits.receiptBytesMax(), clock, ids);
    }

    private final Clock clock;

    /**
     * Stores bytes as they arrive, in chunks, never whole in memory. When this returns, they are committed. The same bytes
     * again on the same channel become a receipt of state {@link State#DUPLICATE} that is not processed. Empty input is a
     * receipt like any other.
     *
     * @param channel id of the channel they came by
     * @param partner whose channel it is
     * @param name file name, JMS message id or request id
     * @param contentType media type as announced, or empty
     * @throws TooLarge after the part up to {@link MailboxLimits#receiptBytesMax} was stored as a parked receipt
     * @throws java.io.UncheckedIOException if the stream breaks; nothing is stored then
     */
    public Receipt accept(String channel, String partner, String name, String contentType, InputStream bytes) {
        var arrival = new ReceiptWriter.Arrival(channel, partner, name, contentType);
        var written = alone.execute(status -> writer.write(arrival, bytes));
        if (!written.complete()) throw new TooLarge(written.receipt().id(), limits.receiptBytesMax());
        return written.receipt();
    }

    /** Takes the oldest receipt that is due and that no other worker holds; it is held until the transaction ends. */
    public Optional<Claim> claim() {
        throw new UnsupportedOperationException();
    }

    /** The bytes of a receipt from an offset on, read chunk by chunk; those of the first receipt for a duplicate. */
    public InputStream open(UUID receipt, long fromOffset) {
        throw new UnsupportedOperationException();
    }

    /** Notes where the next batch starts; the receipt stays due, and earlier failures no longer count. */
    public void advance(UUID receipt, String positionJson) {
        throw new UnsupportedOperationException();
    }

    /** Nothing is left to do for this receipt. */
    public void processed(UUID receipt) {
        throw new UnsupportedOperationException();
    }

    /** Puts a receipt aside until someone decides about it. @param note one sentence on why */
    public void park(UUID receipt, String note) {
        throw new UnsupportedOperationException();
    }

    /**
     * Counts a failure, in a transaction of its own: the receipt is due again after a pause, and parked after
     * {@link MailboxLimits#receipts} many. Call it after the transaction that claimed the receipt was rolled back.
     *
     * @param error what happened, without payload
     */
    public void failed(UUID receipt, String error) {
        throw new UnsupportedOperationException();
    }

    /** Lets a parked receipt be processed from where it stopped. @return whether it was parked */
    public boolean release(UUID receipt) {
        throw new UnsupportedOperationException();
    }

    public Optional<Receipt> find(UUID receipt) {
        throw new UnsupportedOperationException();
    }

    /** How far the hub is with something it received. */
    public enum State {
        RECEIVED,
        PROCESSED,
        PARKED,
        DUPLICATE
    }

    /** @param duplicateOf the first receipt of the same bytes on the same channel */
    public record Receipt(UUID id, State state, Optional<UUID> duplicateOf, long sizeBytes) {}

    /**
     * A receipt that this transaction works on.
     *
     * @param position where the next batch starts, as JSON; empty before the first
     */
    public record Claim(
            UUID receipt,
            String channel,
            String partner,
            String name,
            String contentType,
            long sizeBytes,
            Instant receivedAt,
            Optional<String> position) {}

    /** More bytes than {@link MailboxLimits#receiptBytesMax}; the part up to there is kept as a parked receipt. */
    public static final class TooLarge extends RuntimeException {

        private final UUID receipt;

        TooLarge(UUID receipt, long receiptBytesMax) {
            super("more than " + receiptBytesMax + " bytes; the first " + receiptBytesMax + " are kept as receipt "
                    + receipt);
            this.receipt = receipt;
        }

        public UUID receipt() {
            return receipt;
        }
    }
}
