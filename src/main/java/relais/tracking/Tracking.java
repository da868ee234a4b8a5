package relais.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.Vault;
import relais.finding.Findings;
import relais.tracking.Trace.Attention;
import relais.tracking.Trace.Delivery;
import relais.tracking.Trace.Expected;
import relais.tracking.Trace.ReceiptRow;
import relais.tracking.Trace.Step;

/** Where is my document, and why: lists, and everything around one document. Reads only, and every answer is bounded. */
public final class Tracking {

    /** Documents on one page of the list. */
    public static final int PAGE_ROWS = 50;

    /** Steps, findings or related documents shown of one document. */
    public static final int DETAIL_ROWS_MAX = 200;

    /** Rows counted of a state; more are "and more". */
    public static final int COUNT_MAX = 1000;

    /** Documents listed of one consumer. */
    public static final int CONSUMER_ROWS_MAX = 10_000;

    private static final int CAUSE_STEPS_MAX = 10;

    private final JdbcClient jdbc;
    private final Vault vault;

    /** @param jdbc should limit how long a query may take */
    public Tracking(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A page of at most {@link #PAGE_ROWS} documents, newest first. */
    public DocumentPage documents(DocumentFilter filter) {
        var query = new DocumentQuery(filter);
        var rows = opened(jdbc.sql(DocumentRows.complete(query.sql()) + " order by d.created_at desc, d.id desc")
                .params(query.parameters())
                .param("rows", PAGE_ROWS + 1));
        if (rows.size() <= PAGE_ROWS) return new DocumentPage(rows, Optional.empty());
        var last = rows.get(PAGE_ROWS - 1);
        return new DocumentPage(
                rows.subList(0, PAGE_ROWS), Optional.of(new DocumentCursor(last.createdAt(), last.id())));
    }

    /** How many documents need someone's attention. */
    public Attention attention() {
        var counts = jdbc
                .sql("""
                        select 'rejected' as state, count(*) as rows
                        from (select 1 from document where state = 'rejected' limit :max) rejected
                        union all
                        select 'parked', count(*) from (select 1 from document where state = 'parked' limit :max) parked
                        union all
                        select 'due', count(*) from (select 1 from document where state = 'due' limit :max) due
                        union all
                        select 'overdue', count(*) from (
                            select 1 from expected_acknowledgement
                            where closed_at is null and due_at < now() limit :max) overdue
                        """)
                .param("max", COUNT_MAX)
                .query((row, number) -> Map.entry(row.getString("state"), row.getInt("rows")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Attention(counts.get("rejected"), counts.get("parked"), counts.get("due"), counts.get("overdue"));
    }

    public Optional<DocumentRow> document(UUID id) {
        return opened(jdbc.sql(DocumentRows.complete("select * from document where id = :id"))
                        .param("id", id))
                .stream()
                .findFirst();
    }

    /** What was received, whether or not it became documents. */
    public Optional<ReceiptRow> receipt(UUID id) {
        return jdbc.sql("select * from receipt where id = :id")
                .param("id", id)
                .query((row, number) -> new ReceiptRow(
                        row.getObject("id", UUID.class),
                        row.getString("channel"),
                        row.getString("partner"),
                        row.getString("name"),
                        row.getLong("size_bytes"),
                        DocumentRows.instant(row, "received_at"),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("duplicate_of", UUID.class)),
                        row.getString("note")))
                .optional();
    }

    /** The documents read from a receipt, in its order. */
    public List<DocumentRow> documentsOf(UUID receipt) {
        return rows(
                "select * from document where receipt = :receipt and direction = 'in'"
                        + " order by interchange, set_ordinal limit " + DETAIL_ROWS_MAX,
                "order by d.interchange, d.set_ordinal",
                Map.of("receipt", receipt));
    }

    /** The journey of a document, first step first. */
    public List<Step> journey(UUID document) {
        return jdbc.sql("select at, name, detail from step where document = :document order by id limit :rows")
                .param("document", document)
                .param("rows", DETAIL_ROWS_MAX)
                .query((row, number) ->
                        new Step(DocumentRows.instant(row, "at"), row.getString("name"), row.getString("detail")))
                .list();
    }

    /** What is wrong with a document, in the order of the bytes. */
    public Findings findings(UUID document) {
        return findings("document = :id", document);
    }

    /** What is wrong with a receipt as a whole and belongs to none of its documents. */
    public Findings receiptFindings(UUID receipt) {
        return findings("receipt = :id and document is null", receipt);
    }

    private Findings findings(String condition, UUID id) {
        return FindingRows.opened(
                jdbc.sql("select * from finding where " + condition + " order by ordinal limit :rows")
                        .param("id", id)
                        .param("rows", DETAIL_ROWS_MAX)
                        .query(FindingRows.MAPPER)
                        .list(),
                vault);
    }

    /** What was put into the Outbox for a document, oldest first. */
    public List<Delivery> deliveries(UUID document) {
        return jdbc.sql("select * from outbox where document = :document order by id limit :rows")
                .param("document", document)
                .param("rows", DETAIL_ROWS_MAX)
                .query((row, number) -> new Delivery(
                        row.getString("channel"),
                        row.getString("name"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        DocumentRows.instant(row, "due_at"),
                        row.getString("last_error"),
                        DocumentRows.optionalInstant(row, "sent_at")))
                .list();
    }

    /** The acknowledgements the hub sent for the interchange a document came in. */
    public List<DocumentRow> acknowledgementsOf(DocumentRow document) {
        if (document.source().isEmpty() || !document.incoming()) return List.of();
        return ofInterchange(document.source().get(), "direction = 'out' and type = 'Acknowledgement'");
    }

    /** The answer the hub expects to a document it sent, or has. */
    public Optional<Expected> expected(UUID document) {
        return jdbc.sql("select * from expected_acknowledgement where document = :document")
                .param("document", document)
                .query((row, number) -> new Expected(
                        row.getString("state"),
                        DocumentRows.instant(row, "due_at"),
                        DocumentRows.optionalInstant(row, "closed_at"),
                        Optional.ofNullable(row.getObject("closed_by", UUID.class))))
                .optional();
    }

    /** The documents that an acknowledgement speaks of, whichever side it came from. */
    public List<DocumentRow> answeredBy(DocumentRow acknowledgement) {
        if (!acknowledgement.type().equals("Acknowledgement")) return List.of();
        if (!acknowledgement.incoming() && acknowledgement.source().isPresent())
            return ofInterchange(acknowledgement.source().get(), "direction = 'in'");
        return rows(
                "select d.* from document d join expected_acknowledgement e on e.document = d.id"
                        + " where e.closed_by = :id limit " + DETAIL_ROWS_MAX,
                "order by d.created_at, d.id",
                Map.of("id", acknowledgement.id()));
    }

    private List<DocumentRow> ofInterchange(DocumentRow.Source source, String condition) {
        return rows(
                "select * from document where receipt = :receipt and interchange = :interchange and " + condition
                        + " order by set_ordinal, created_at limit " + DETAIL_ROWS_MAX,
                "order by d.set_ordinal, d.created_at",
                Map.of("receipt", source.receipt(), "interchange", source.interchange()));
    }

    /** The other documents of the same chain: what caused it, what it caused, and those of the same order. Oldest first. */
    public List<DocumentRow> related(DocumentRow document) {
        return rows(
                """
                with recursive origin as (
                    select id, cause, 0 as depth from document where id = :id
                    union all
                    select d.id, d.cause, depth + 1 from document d join origin on d.id = origin.cause
                    where depth < :depth),
                chain as (
                    select id from origin
                    union
                    select d.id from document d join chain on d.cause = chain.id),
                same_order as (
                    select id, cause from document
                    where partner = :partner and order_number = :order and order_number <> '' limit :rows)
                select * from document where id <> :id and id in (
                    (select id from chain limit :rows)
                    union select id from same_order
                    union select cause from same_order)
                order by created_at, id limit :rows""",
                "order by d.created_at, d.id",
                Map.of(
                        "id", document.id(),
                        "partner", document.partner(),
                        "order", document.orderNumber(),
                        "depth", CAUSE_STEPS_MAX,
                        "rows", DETAIL_ROWS_MAX));
    }

    private List<DocumentRow> rows(String boundedQuery, String order, Map<String, ?> parameters) {
        return opened(jdbc.sql(DocumentRows.complete(boundedQuery) + order).params(parameters));
    }

    private List<DocumentRow> opened(JdbcClient.StatementSpec query) {
        return DocumentRows.opened(query.query(DocumentRows.MAPPER).list(), vault);
    }

    /** The documents that name a consumer, in either direction, the newest first; at most {@link #CONSUMER_ROWS_MAX}. */
    public List<DocumentRow> documentsNaming(UUID consumer) {
        return rows(
                "select * from document where consumer = :consumer order by created_at desc, id desc limit "
                        + CONSUMER_ROWS_MAX,
                "order by d.created_at desc, d.id desc",
                Map.of("consumer", consumer));
    }
}
