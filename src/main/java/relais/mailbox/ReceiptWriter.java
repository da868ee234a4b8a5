package relais.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.Vault;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;
import relais.mailbox.Inbox.Receipt;
import relais.mailbox.Inbox.State;

/** Writes a receipt and its chunks while the bytes arrive, sealed under a key of the receipt. */
final class ReceiptWriter {

    static final int CHUNK_BYTES = 1 << 20;

    private static final String ALREADY = "the same bytes came before as receipt ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final long receiptBytesMax;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Documents documents;

    ReceiptWriter(JdbcOperations jdbc, Vault vault, long receiptBytesMax, Clock clock, Supplier<UUID> ids) {
        this.jdbc = JdbcClient.create(jdbc);
        this.vault = vault;
        this.receiptBytesMax = receiptBytesMax;
        this.clock = clock;
        this.ids = ids;
        this.documents = new Documents(jdbc, vault, clock);
    }

    /** @throws UncheckedIOException if the stream breaks */
    Written write(Arrival arrival, InputStream bytes) {
        var id = ids.get();
        try {
            var content = writeChunks(id, bytes);
            var receipt = insert(id, arrival, content) ? first(id, arrival, content) : duplicate(id, arrival, content);
            return new Written(receipt, content.complete());
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + arrival.name() + " broke off", e);
        }
    }

    private Content writeChunks(UUID receipt, InputStream bytes) throws IOException {
        var key = vault.create(receipt);
        var digest = sha256();
        var size = 0L;
        while (size < receiptBytesMax) {
            var wanted = (int) Math.min(CHUNK_BYTES, receiptBytesMax - size);
            var chunk = bytes.readNBytes(wanted);
            if (chunk.length > 0) insertChunk(receipt, size, key.seal(chunk));
            digest.update(chunk);
            size += chunk.length;
            if (chunk.length < wanted) return new Content(size, digest.digest(), true);
        }
        return new Content(size, digest.digest(), bytes.read() < 0);
    }

    private void insertChunk(UUID receipt, long from, byte[] sealed) {
        jdbc.sql("""
                        insert into receipt_chunk (receipt, from_offset, sealed_for, bytes)
                        values (:receipt, :from, :receipt, :bytes)""")
                .param("receipt", receipt)
                .param("from", from)
                .param("bytes", sealed)
                .update();
    }

    /** The unique index decides which of two that arrive at once is the first; the later one waits for the earlier. */
    private boolean insert(UUID id, Arrival arrival, Content content) {
        return jdbc.sql("""
                        insert into receipt (id, channel, partner, name, content_type, size_bytes, sha256, received_at,
                                             state, note, complete)
                        values (:id, :channel, :partner, :name, :contentType, :size, :sha256, :now, :state, :note, :complete)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("channel", arrival.channel())
                        .param("partner", arrival.partner())
                        .param("name", arrival.name())
                        .param("contentType", arrival.contentType())
                        .param("size", content.size())
                        .param("sha256", content.sha256())
                        .param("now", Columns.at(clock.instant()))
                        .param("state", Columns.text(content.complete() ? State.RECEIVED : State.PARKED))
                        .param("note", content.complete() ? "" : tooLarge())
                        .param("complete", content.complete())
                        .update()
                == 1;
    }

    private Receipt first(UUID id, Arrival arrival, Content content) {
        if (content.complete()) {
            jdbc.sql("select pg_notify('inbox', '')").query().singleRow();
            return new Receipt(id, State.RECEIVED, Optional.empty(), content.size());
        }
        var where = Location.offset(receiptBytesMax);
        var finding = Finding.error(FindingCode.INPUT_TOO_LARGE, where, tooLarge());
        documents.register(List.of(entry(id, arrival, content, Documents.State.PARKED, finding)));
        return new Receipt(id, State.PARKED, Optional.empty(), content.size());
    }

    private Receipt duplicate(UUID id, Arrival arrival, Content content) {
        jdbc.sql("delete from receipt_chunk where receipt = :receipt")
                .param("receipt", id)
                .update();
        vault.forget(id);
        var first = jdbc.sql("""
                        insert into receipt (id, channel, partner, name, content_type, size_bytes, sha256, received_at,
                                             state, complete, duplicate_of, note)
                        select :id, channel, :partner, :name, :contentType, size_bytes, sha256, :now,
                               'duplicate', complete, id, 'the same bytes came before as ' || name
                        from receipt
                        where channel = :channel and sha256 = :sha256 and complete = :complete and duplicate_of is null
                        returning duplicate_of
                        """)
                .param("id", id)
                .param("channel", arrival.channel())
                .param("partner", arrival.partner())
                .param("name", arrival.name())
                .param("contentType", arrival.contentType())
                .param("sha256", content.sha256())
                .param("now", Columns.at(clock.instant()))
                .param("complete", content.complete())
                .query(UUID.class)
                .single();
        var finding = new Finding(FindingCode.ALREADY_RECEIVED, Severity.INFO, Location.nowhere(), ALREADY + first, "");
        documents.register(List.of(entry(id, arrival, content, Documents.State.DUPLICATE, finding)));
        return new Receipt(id, State.DUPLICATE, Optional.of(first), content.size());
    }

    /** What no worker will ever claim stands in the register from the start. */
    private Documents.Entry entry(
            UUID receipt, Arrival arrival, Content content, Documents.State state, Finding finding) {
        var id = ids.get();
        var received = arrival.name() + " by " + arrival.channel();
        return new Documents.Entry(
                id,
                Documents.Direction.IN,
                arrival.partner(),
                state == Documents.State.DUPLICATE ? Documents.REPETITION : Documents.UNREADABLE,
                "",
                "",
                "",
                "",
                state,
                Optional.of(new Documents.Source(receipt, 1, 0, 0, content.size())),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Documents.Step(id, clock.instant(), "received", received),
                        new Documents.Step(id, clock.instant(), Columns.text(state), finding.text())),
                List.of(finding));
    }

    private String tooLarge() {
        return "longer than " + receiptBytesMax + " bytes; only the part up to there is kept";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    record Arrival(String channel, String partner, String name, String contentType) {}

    private record Content(long size, byte[] sha256, boolean complete) {}

    /** @param complete false when the bytes went on beyond the limit */
    record Written(Receipt receipt, boolean complete) {}
}
