package relais.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** How rows of the register become {@link DocumentRow}s. */
final class DocumentRows {

    private DocumentRows() {}

    static final RowMapper<DocumentRow> MAPPER = (row, number) -> new DocumentRow(
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
                       coalesce(f.text, case when d.direction = 'in' then nullif(r.note, '') end,
                                nullif(o.last_error, ''), '') as reason
                from (%s) d
                left join receipt r on r.id = d.receipt
                left join lateral (
                    select text from finding where document = d.id
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
