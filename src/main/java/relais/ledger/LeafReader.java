package relais.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import relais.document.Money;
import relais.proof.Checkpoint;
import relais.proof.NotProven;

/** Reads the canonical encoding of an entry, which {@link Draft#encoded} writes, and says it in words. */
final class LeafReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteBuffer bytes;

    private LeafReader(byte[] leaf) {
        this.bytes = ByteBuffer.wrap(leaf);
    }

    /** @throws NotProven if it is no entry in an encoding that this version knows */
    static ObjectNode read(byte[] leaf) {
        try {
            var reader = new LeafReader(leaf);
            reader.require(Canonical.VERSION, Canonical.Type.ENTRY.ordinal() + 1);
            var entry = reader.entry();
            if (reader.bytes.hasRemaining()) throw new NotProven("the leaf has bytes after the end of the entry");
            return (ObjectNode) JSON.readTree(entry.toString()); // numbers as they are read from a file
        } catch (JsonProcessingException itWasJustWritten) {
            throw new IllegalStateException(itWasJustWritten);
        } catch (BufferUnderflowException | DateTimeException | IllegalArgumentException e) {
            throw new NotProven("the leaf is no entry in the canonical encoding");
        }
    }

    private void require(int version, int type) {
        if (bytes.get() != version)
            throw new NotProven(
                    "the leaf is in another version of the encoding than " + version + "; a newer relais reads it");
        if (bytes.get() != type) throw new NotProven("the leaf is no entry");
    }

    private ObjectNode entry() {
        var entry = JsonNodeFactory.instance
                .objectNode()
                .put("shard", number())
                .put("seq", number())
                .put("kind", text())
                .put("bookedAt", instant())
                .put("validOn", day());
        if (bytes.get() == 1) entry.put("dueOn", day());
        entry.put("partner", text());
        if (bytes.get() == 1) entry.put("consumerHash", hash());
        entry.put("factHash", hash())
                .put("document", id())
                .put("subjectHash", hash())
                .put("termsVersion", number());
        if (number() == 1) entry.put("turnover", amount());
        entry.put("inputs", hash());
        shares(entry);
        postings(entry);
        return entry.put("explanation", text());
    }

    private void shares(ObjectNode entry) {
        var shares = entry.putArray("shares");
        for (var left = number(); left > 0; left--)
            shares.addObject().put("party", text()).put("sharePpm", number()).put("termsVersion", number());
    }

    private void postings(ObjectNode entry) {
        var postings = entry.putArray("postings");
        for (var left = number(); left > 0; left--)
            postings.addObject()
                    .put("line", number())
                    .put("debit", text())
                    .put("credit", text())
                    .put("amount", amount())
                    .put("baseMinor", number())
                    .put("reason", text())
                    .put("reversesSeq", number())
                    .put("reversesN", number());
    }

    private long number() {
        return bytes.getLong();
    }

    private String text() {
        return new String(block(), UTF_8);
    }

    private String hash() {
        return HexFormat.of().formatHex(block());
    }

    private byte[] block() {
        var length = bytes.getLong();
        if (length < 0 || length > bytes.remaining()) throw new BufferUnderflowException();
        var block = new byte[(int) length];
        bytes.get(block);
        return block;
    }

    private String id() {
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private String day() {
        return LocalDate.ofEpochDay(bytes.getLong()).toString();
    }

    private String instant() {
        return Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS).toString();
    }

    private String amount() {
        var minorUnits = bytes.getLong();
        return Money.ofMinorUnits(minorUnits, Currency.getInstance(text())).toString();
    }

    /** What is proven, once it is. */
    static List<String> sentences(ObjectNode entry, Checkpoint checkpoint) {
        var said = new ArrayList<String>();
        said.add("Entry " + entry.path("shard") + "/" + entry.path("seq") + " is in the ledger " + checkpoint.origin()
                + ", under the checkpoint of " + checkpoint.size() + " entries.");
        said.add("It is " + article(entry.path("kind").asText()) + " for "
                + entry.path("partner").asText() + " of "
                + entry.path("validOn").asText() + ", booked at "
                + entry.path("bookedAt").asText() + " by "
                + terms(entry.path("termsVersion").asLong()) + ".");
        for (var posting : entry.path("postings"))
            said.add("It moves " + posting.path("amount").asText() + " from "
                    + posting.path("debit").asText() + " to "
                    + posting.path("credit").asText() + ".");
        if (!entry.path("shares").isEmpty())
            said.add("It credits "
                    + String.join(
                            ", ",
                            StreamSupport.stream(entry.path("shares").spliterator(), false)
                                    .map(share ->
                                            share.path("party").asText() + " with " + share.path("sharePpm") + " ppm")
                                    .toList())
                    + ".");
        said.add("Because: " + entry.path("explanation").asText());
        return said;
    }

    private static String article(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
    }

    private static String terms(long version) {
        return version == 0 ? "no terms" : "version " + version + " of its terms";
    }
}
