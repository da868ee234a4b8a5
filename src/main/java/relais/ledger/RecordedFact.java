package relais.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/**
 * A fact as it stands in its table.
 *
 * @param hash of the content, as stored
 */
record RecordedFact(long id, Fact fact, byte[] hash) {

    /** Reads the columns of table {@code fact}, which a query calls by {@link #COLUMNS}. */
    static final RowMapper<RecordedFact> ROW = (row, n) ->
            new RecordedFact(row.getLong("fact_id"), FactContent.fact(columns(row)), row.getBytes("fact_hash"));

    static final String COLUMNS = """
            f.id fact_id, f.kind fact_kind, f.partner fact_partner, f.number fact_number,
            f.order_number fact_order_number, f.consumer fact_consumer, f.day fact_day, f.content fact_content,
            f.document fact_document, f.hash fact_hash""";

    /** The columns as they are, whatever of them the fact is made of. */
    static FactColumns columns(ResultSet row) throws SQLException {
        return new FactColumns(
                row.getString("fact_kind"),
                row.getString("fact_partner"),
                row.getString("fact_number"),
                row.getString("fact_order_number"),
                row.getString("fact_consumer"),
                row.getString("fact_day"),
                row.getString("fact_content"),
                row.getString("fact_document"));
    }
}
