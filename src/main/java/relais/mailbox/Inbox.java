package relais.mailbox;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import relais.consumer.Vault;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;

/**
 * What came in, stored before its sender hears that it arrived. {@link #accept} and {@link #failed} run in a transaction of
 * their own; everything else joins the caller's.
 */
public final class Inbox {

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Vault vault;
    private final MailboxLimits limits;
    private final Clock clock;
    private final ReceiptWriter writer;
    private final FindingRows findings;
    private final ReceiptParts parts;

    public Inbox(
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            MailboxLimits limits,
            Clock clock,
            Supplier<UUID> ids) {
        this.jdbc = JdbcClient.create(jdbc);
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.vault = vault;
        this.limits = limits;
        this.clock = clock;
        this.writer = new ReceiptWriter(jdbc, vault, limits.receiptBytesMax(), clock, ids);
        this.findings = new FindingRows(jdbc, vault);
        this.parts = new ReceiptParts(jdbc, vault);
    }

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
        return jdbc.sql("""
                        select id, channel, partner, name, content_type, size_bytes, received_at, position
                        from receipt
                        where state = 'received' and due_at <= now()
                        order by received_at, id
                        limit 1
                        for update skip locked
                        """).query(Inbox::claimed).optional();
    }

    /** What is known of a receipt, without taking it. @throws org.springframework.dao.DataAccessException if there is none */
    public Claim look(UUID receipt) {
        return jdbc.sql("""
                        select id, channel, partner, name, content_type, size_bytes, received_at, position
                        from receipt
                        where id = :receipt
                        """).param("receipt", receipt).query(Inbox::claimed).single();
    }

    private static Claim claimed(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getString("partner"),
                row.getString("name"),
                row.getString("content_type"),
                row.getLong("size_bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("position")));
    }

    /**
     * The bytes of a receipt from an offset on, read piece by piece; those of the first receipt for a duplicate. Where they name a
     * consumer who was erased, reading throws {@link relais.consumer.ConsumerErased}.
     */
    public InputStream open(UUID receipt, long fromOffset) {
        var holder = find(receipt)
                .orElseThrow(() -> new IllegalArgumentException("there is no receipt " + receipt))
                .duplicateOf()
                .orElse(receipt);
        return new ChunkStream(jdbc, vault, holder, fromOffset);
    }

    /** Notes where the next batch starts; the receipt stays due, and earlier failures no longer count. */
    public void advance(UUID receipt, String positionJson) {
        jdbc.sql("update receipt set position = cast(:position as jsonb), attempts = 0 where id = :receipt")
                .param("position", positionJson)
                .param("receipt", receipt)
                .update();
    }

    /** Nothing is left to do for this receipt: its bytes are parted among the consumers whom they name. */
    public void processed(UUID receipt) {
        parts.part(receipt);
        jdbc.sql("update receipt set state = 'processed', processed_at = :now, last_error = '' where id = :receipt")
                .param("now", Columns.at(clock.instant()))
                .param("receipt", receipt)
                .update();
    }

    /** Puts a receipt aside until someone decides about it. @param note one sentence on why, without a word of what is in it */
    public void park(UUID receipt, String note) {
        jdbc.sql("update receipt set state = 'parked', note = :note where id = :receipt")
                .param("note", note)
                .param("receipt", receipt)
                .update();
    }

    /**
     * Counts a failure, in a transaction of its own: the receipt is due again after a pause, and parked after
     * {@link MailboxLimits#receipts} many. Call it after the transaction that claimed the receipt was rolled back.
     *
     * @param error what happened, without payload
     * @throws org.springframework.dao.CannotAcquireLockException if the receipt is still held after five seconds
     */
    public void failed(UUID receipt, String error) {
        alone.executeWithoutResult(status -> {
            jdbc.sql("set local lock_timeout = '5s'").update();
            jdbc.sql("select attempts from receipt where id = :receipt and state = 'received' for update")
                    .param("receipt", receipt)
                    .query(Integer.class)
                    .optional()
                    .ifPresent(attempts -> failed(receipt, attempts + 1, error));
        });
    }

    private void failed(UUID receipt, int attempts, String error) {
        jdbc.sql("""
                        update receipt
                        set attempts = :attempts, last_error = :error, due_at = now() + :pause * interval '1 millisecond'
                        where id = :receipt
                        """)
                .param("attempts", attempts)
                .param("error", error)
                .param("pause", limits.receipts().pauseAfter(attempts).toMillis())
                .param("receipt", receipt)
                .update();
        if (!limits.receipts().exhausted(attempts)) return;
        var text = "processing failed " + attempts + " times: " + error;
        park(receipt, text);
        var finding = Finding.error(FindingCode.INTERNAL_ERROR, Location.nowhere(), text);
        findings.insert(receipt, List.of(new FindingRows.Row(Optional.empty(), Optional.empty(), finding)));
    }

    /** Lets a parked receipt be processed from where it stopped. @return whether it was parked, and is complete */
    public boolean release(UUID receipt) {
        var released = jdbc.sql("""
                        update receipt set state = 'received', note = '', attempts = 0, due_at = now()
                        where id = :receipt and state = 'parked' and complete
                        """).param("receipt", receipt).update() == 1;
        if (released) jdbc.sql("select pg_notify('inbox', '')").query().singleRow();
        return released;
    }

    public Optional<Receipt> find(UUID receipt) {
        return jdbc.sql("select id, state, duplicate_of, size_bytes from receipt where id = :receipt")
                .param("receipt", receipt)
                .query((row, number) -> new Receipt(
                        row.getObject("id", UUID.class),
                        Columns.value(State.class, row.getString("state")),
                        Optional.ofNullable(row.getObject("duplicate_of", UUID.class)),
                        row.getLong("size_bytes")))
                .optional();
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
