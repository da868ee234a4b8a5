package relais.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import relais.consumer.Vault;
import relais.finding.FindingCode;
import relais.mailbox.Said;

/** How rows of the register become {@link DocumentRow}s. */
final class DocumentRows {

    private DocumentRows() {}

    /**
     * A row whose reason may be sealed.
     *
     * @param said the reason, sealed for the consumer
     */
    record Closed(DocumentRow row, Optional<UUID> sealedFor, byte[] said, String code) {}

    private static final byte[] NOTHING = {};

    /** Opens the reasons; where that cannot be done any more, the code's advice stands for it. */
    static List<DocumentRow> opened(List<Closed> rows, Vault vault) {
        var keys = vault.keys(rows.stream()
                .flatMap(row -> row.sealedFor().stream())
                .distinct()
                .toList());
        return rows.stream().map(row -> opened(row, keys)).toList();
    }

    private static DocumentRow opened(Closed closed, Map<UUID, Vault.Key> keys) {
        if (closed.sealedFor().isEmpty()) return closed.row();
        var key = Optional.ofNullable(keys.get(closed.sealedFor().get()));
        return closed.row()
                .because(key.map(
                                known -> Said.ofBytes(known.open(closed.said())).text())
                        .orElseGet(() -> FindingCode.valueOf(closed.code()).advice()));
    }

    static final RowMapper<Closed> MAPPER = (row, number) -> new Closed(
            DocumentRows.WITHOUT_REASON.mapRow(row, number),
            Optional.ofNullable(row.getObject("reason_sealed_for", UUID.class)),
            Optional.ofNullable(row.getBytes("reason_sealed")).orElse(NOTHING),
            row.getString("reason_code"));

    /** For whoever needs no sealed reason. */
    static final RowMapper<DocumentRow> WITHOUT_REASON = (row, number) -> new DocumentRow(
            row.getObject("id", UUID.class),
            instant(row, "created_at"),
            row.getString("direction"),
            row.getString("partner"),
            row.getString("counterparty"),
            row.getString("type"),
            row.getString("format"),
            row.getString("transaction_set"),
            row.getString("number"),
            row.getString("order_number"),
            row.getString("control_number"),
            row.getString("state"),
            row.getString("file_name"),
            row.getString("reason"),
            source(row),
            Optional.ofNullable(row.getObject("consumer", UUID.class)));

    /**
     * The rows of a query over {@code document}, completed by what stands in other tables; that is looked up for these
     * rows only, so the query must be bounded.
     */
    static String complete(String boundedQuery) {
        return """
                select d.*,
                       case when d.direction = 'in' then coalesce(r.partner, d.partner) else d.partner end as counterparty,
                       coalesce(o.name, r.name, '') as file_name,
                       f.sealed_for as reason_sealed_for, f.sealed as reason_sealed, coalesce(f.code, '') as reason_code,
                       coalesce(f.text, case when d.direction = 'in' then nullif(r.note, '') end,
                                nullif(o.last_error, ''), '') as reason
                from (%s) d
                left join receipt r on r.id = d.receipt
                left join lateral (
                    select text, code, sealed, sealed_for from finding where document = d.id
                    order by severity = 'ERROR' desc, ordinal limit 1) f on true
                left join lateral (
                    select name, last_error from outbox where document = d.id order by id desc limit 1) o on true
                """.formatted(boundedQuery);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<DocumentRow.Source> source(ResultSet row) throws SQLException {
        var receipt = row.getObject("receipt", UUID.class);
        if (receipt == null) return Optional.empty();
        var from = row.getLong("from_offset");
        var to = row.getObject("to_offset", Long.class);
        return Optional.of(new DocumentRow.Source(receipt, row.getInt("interchange"), from, to == null ? -1 : to));
    }
}
