package relais.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.ConsumerErased;
import relais.consumer.Vault;
import relais.mailbox.Inbox;

/** What is in a document: its bytes as sent, and the canonical document; both opened where they are sealed. */
public final class Contents {

    /** The most bytes of one document that are read. */
    public static final int RAW_BYTES_MAX = 256 * 1024;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Vault vault;

    public Contents(JdbcClient jdbc, Inbox inbox, Vault vault) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.vault = vault;
    }

    /** The bytes a document was read from, or that were sent for it; empty when there are none any more, or the consumer they name was erased. */
    public Optional<Raw> raw(DocumentRow document) {
        return document.incoming() ? document.source().flatMap(this::received) : sent(document.id());
    }

    /** The canonical document as JSON; empty when there is none, or the consumer it names was erased. */
    public Optional<String> canonical(DocumentRow document) {
        return jdbc.sql("select body from document where id = :id")
                .param("id", document.id())
                .query((row, number) -> Optional.ofNullable(row.getBytes("body")))
                .optional()
                .flatMap(body -> body)
                .flatMap(body -> open(document.consumer(), body))
                .map(body -> new String(body, StandardCharsets.UTF_8));
    }

    private Optional<Raw> received(DocumentRow.Source source) {
        var size = jdbc.sql("select coalesce(f.size_bytes, r.size_bytes) from receipt r"
                        + " left join receipt f on f.id = r.duplicate_of where r.id = :id")
                .param("id", source.receipt())
                .query(Long.class)
                .single();
        var end = source.toOffset() < 0 ? size : Math.min(source.toOffset(), size);
        var bytesMax = (int) Math.max(0, Math.min(RAW_BYTES_MAX, end - source.fromOffset()));
        if (bytesMax == 0) return Optional.empty();
        try (var bytes = inbox.open(source.receipt(), source.fromOffset())) {
            return Optional.of(new Raw(bytes.readNBytes(bytesMax), source.fromOffset(), end - source.fromOffset()));
        } catch (ConsumerErased named) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Raw> sent(UUID document) {
        return jdbc.sql("select payload, sealed_for from outbox where document = :document order by id desc limit 1")
                .param("document", document)
                .query((row, number) ->
                        open(Optional.ofNullable(row.getObject("sealed_for", UUID.class)), row.getBytes("payload")))
                .optional()
                .flatMap(payload -> payload)
                .map(Raw::of);
    }

    private Optional<byte[]> open(Optional<UUID> consumer, byte[] bytes) {
        return consumer.isPresent() ? vault.open(consumer.get(), bytes) : Optional.of(bytes);
    }

    /**
     * Bytes of one document.
     *
     * @param bytes at most {@link #RAW_BYTES_MAX}
     * @param offset of the first of them in what was received
     * @param size how many there are in all
     */
    public record Raw(byte[] bytes, long offset, long size) {

        static Raw of(byte[] all) {
            var shown = all.length > RAW_BYTES_MAX ? java.util.Arrays.copyOf(all, RAW_BYTES_MAX) : all;
            return new Raw(shown, 0, all.length);
        }

        public boolean cut() {
            return bytes.length < size;
        }
    }
}
