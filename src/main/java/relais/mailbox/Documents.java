package relais.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.Vault;
import relais.finding.Finding;
import relais.finding.Findings;

/** The register of every document in either direction, with its journey and its findings. */
public final class Documents {

    /** What the register calls input that became no document. */
    public static final String UNREADABLE = "Unreadable";

    /** What the register calls input whose bytes came before. */
    public static final String REPETITION = "Repetition";

    private static final String COLUMNS = """
            id, direction, partner, type, format, transaction_set, number, order_number, state, receipt, interchange,
            set_ordinal, from_offset, to_offset, control_number, cause, consumer, body
            """;

    private final JdbcOperations batches;
    private final JdbcClient jdbc;
    private final FindingRows findings;
    private final Clock clock;

    public Documents(JdbcOperations jdbc, Vault vault, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.findings = new FindingRows(jdbc, vault);
        this.clock = clock;
    }

    /**
     * Registers documents with their steps and findings. What is there already (an accepted document of the same partner,
     * type and number, or the same transaction set of the same receipt) is left alone, and does not end the transaction.
     *
     * @return those that were there already, in their order; nothing of them was written
     */
    public List<Entry> register(List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        var written = insert(entries);
        var fresh = new ArrayList<Entry>();
        var known = new ArrayList<Entry>();
        for (var i = 0; i < written.length; i++) (written[i] == 0 ? known : fresh).add(entries.get(i));
        steps(fresh.stream().flatMap(entry -> entry.steps().stream()).toList());
        insertFindings(fresh);
        return known;
    }

    private int[] insert(List<Entry> entries) {
        var now = Columns.at(clock.instant());
        var written = batches.batchUpdate(
                "insert into document (" + COLUMNS + ", created_at, updated_at) values (" + "?, ".repeat(19)
                        + "?) on conflict do nothing",
                entries.stream().map(entry -> values(entry, now)).toList());
        for (var count : written)
            if (count < 0) throw new IllegalStateException("the driver does not count; turn reWriteBatchedInserts off");
        return written;
    }

    private static Object[] values(Entry entry, OffsetDateTime now) {
        var source = entry.source();
        return new Object[] {
            entry.id(),
            Columns.text(entry.direction()),
            entry.partner(),
            entry.type(),
            entry.format(),
            entry.transactionSet(),
            entry.number(),
            entry.orderNumber(),
            Columns.text(entry.state()),
            source.map(Source::receipt).orElse(null),
            source.map(Source::interchange).orElse(null),
            source.map(Source::setOrdinal).orElse(null),
            source.map(Source::fromOffset).orElse(null),
            source.map(Source::toOffset).orElse(null),
            entry.controlNumber(),
            entry.cause().orElse(null),
            entry.consumer().orElse(null),
            entry.body().orElse(null),
            now,
            now
        };
    }

    private void insertFindings(List<Entry> entries) {
        var rows = new LinkedHashMap<UUID, List<FindingRows.Row>>();
        for (var entry : entries)
            for (var finding : entry.findings())
                rows.computeIfAbsent(entry.source().orElseThrow().receipt(), receipt -> new ArrayList<>())
                        .add(new FindingRows.Row(Optional.of(entry.id()), entry.consumer(), finding));
        rows.forEach(findings::insert);
    }

    /** Adds findings that belong to a receipt as a whole and to no document. */
    public void findings(UUID receipt, Findings wrong) {
        findings.insert(
                receipt,
                wrong.stream()
                        .map(finding -> new FindingRows.Row(Optional.empty(), Optional.empty(), finding))
                        .toList());
    }

    /** Adds steps to the journeys of documents. */
    public void steps(List<Step> steps) {
        if (steps.isEmpty()) return;
        batches.batchUpdate(
                "insert into step (document, at, name, detail) values (?, ?, ?, ?)",
                steps.stream()
                        .map(step -> new Object[] {step.document(), Columns.at(step.at()), step.name(), step.detail()})
                        .toList());
    }

    public void state(UUID document, State state) {
        jdbc.sql("update document set state = :state, updated_at = :now where id = :document")
                .param("state", Columns.text(state))
                .param("now", Columns.at(clock.instant()))
                .param("document", document)
                .update();
    }

    public Optional<Entry> find(UUID document) {
        return jdbc.sql("select " + COLUMNS + " from document where id = :document")
                .param("document", document)
                .query(Documents::entry)
                .optional();
    }

    /** The accepted order of a partner by its number. */
    public Optional<Entry> order(String partner, String number) {
        return jdbc.sql("select " + COLUMNS + """
                        from document
                        where partner = :partner and type = 'Order' and number = :number
                          and direction = 'in' and state = 'accepted' and number <> '' and type <> 'Acknowledgement'
                        """)
                .param("partner", partner)
                .param("number", number)
                .query(Documents::entry)
                .optional();
    }

    /** The document last sent to a partner under {@code interchange/group/set} control numbers. */
    public Optional<Entry> sent(String partner, String controlNumber) {
        return jdbc.sql("select " + COLUMNS + """
                        from document
                        where partner = :partner and control_number = :controlNumber and direction = 'out'
                        order by created_at desc
                        limit 1
                        """)
                .param("partner", partner)
                .param("controlNumber", controlNumber)
                .query(Documents::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                Columns.value(Direction.class, row.getString("direction")),
                row.getString("partner"),
                row.getString("type"),
                row.getString("format"),
                row.getString("transaction_set"),
                row.getString("number"),
                row.getString("order_number"),
                Columns.value(State.class, row.getString("state")),
                source(row),
                row.getString("control_number"),
                Optional.ofNullable(row.getObject("cause", UUID.class)),
                Optional.ofNullable(row.getObject("consumer", UUID.class)),
                Optional.ofNullable(row.getBytes("body")),
                List.of(),
                List.of());
    }

    private static Optional<Source> source(ResultSet row) throws SQLException {
        var receipt = row.getObject("receipt", UUID.class);
        if (receipt == null) return Optional.empty();
        return Optional.of(new Source(
                receipt,
                row.getInt("interchange"),
                row.getInt("set_ordinal"),
                row.getLong("from_offset"),
                row.getLong("to_offset")));
    }

    public enum Direction {
        IN,
        OUT
    }

    /** In: accepted, rejected, parked or duplicate. Out: due, sent, then acknowledged or rejected; or parked. */
    public enum State {
        ACCEPTED,
        REJECTED,
        PARKED,
        DUPLICATE,
        DUE,
        SENT,
        ACKNOWLEDGED
    }

    /**
     * Where an inbound document came from.
     *
     * @param interchange position in the receipt, from 1
     * @param setOrdinal which transaction set of the interchange, from 1
     */
    public record Source(UUID receipt, int interchange, int setOrdinal, long fromOffset, long toOffset) {}

    /** @param name received, read, acknowledged, translated, checked, booked, dispatched, sent, … */
    public record Step(UUID document, Instant at, String name, String detail) {}

    /**
     * One document of the register.
     *
     * @param type title of a document type, {@code Acknowledgement}, {@code Unreadable} or {@code Repetition}
     * @param format as partner files name it: x12, json, csv
     * @param controlNumber interchange/group/set, as sent; or empty
     * @param source in only
     * @param cause out: the document it was made from, or acknowledges
     * @param consumer whose key seals the body; empty when it names no person
     * @param body canonical JSON, or sealed; empty when there is none
     * @param steps written by {@link #register}; not loaded by the finders
     * @param findings written by {@link #register}, for documents with a source; not loaded by the finders
     */
    public record Entry(
            UUID id,
            Direction direction,
            String partner,
            String type,
            String format,
            String transactionSet,
            String number,
            String orderNumber,
            State state,
            Optional<Source> source,
            String controlNumber,
            Optional<UUID> cause,
            Optional<UUID> consumer,
            Optional<byte[]> body,
            List<Step> steps,
            List<Finding> findings) {

        public Entry {
            steps = List.copyOf(steps);
            findings = List.copyOf(findings);
            if (source.isEmpty() && !findings.isEmpty())
                throw new IllegalArgumentException("findings belong to a receipt; document " + id + " has none");
        }
    }
}
