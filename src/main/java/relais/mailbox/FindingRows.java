package relais.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import relais.finding.Finding;

/**
 * Writes the findings of a receipt, numbered in the order in which they are made. The caller's transaction holds the
 * receipt, so nobody else numbers them at the same time.
 */
final class FindingRows {

    private final JdbcOperations jdbc;

    FindingRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID receipt, List<Row> rows) {
        if (rows.isEmpty()) return;
        var last = jdbc.queryForObject(
                "select coalesce(max(ordinal), 0) from finding where receipt = ?", Integer.class, receipt);
        var values = new ArrayList<Object[]>(rows.size());
        for (var row : rows) values.add(values(receipt, last + values.size() + 1, row));
        jdbc.batchUpdate("""
                insert into finding (receipt, ordinal, document, code, severity, segment, position, element, component,
                                     repetition, byte_offset, text, value)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, values);
    }

    private static Object[] values(UUID receipt, int ordinal, Row row) {
        var finding = row.finding();
        var location = finding.location();
        return new Object[] {
            receipt,
            ordinal,
            row.document().orElse(null),
            finding.code().name(),
            finding.severity().name(),
            location.segment(),
            location.position(),
            location.element(),
            location.component(),
            location.repetition(),
            location.offset(),
            finding.text(),
            finding.value()
        };
    }

    /** @param document empty for a finding of the receipt as a whole */
    record Row(Optional<UUID> document, Finding finding) {}
}
