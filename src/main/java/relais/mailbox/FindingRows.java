package relais.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import relais.consumer.Vault;
import relais.finding.Finding;

/**
 * Writes the findings of a receipt, numbered in the order in which they are made. What a finding says of a document that names
 * a consumer may repeat it, and is sealed for that consumer. The caller's transaction holds the
 * receipt, so nobody else numbers them at the same time.
 */
final class FindingRows {

    private final JdbcOperations jdbc;
    private final Vault vault;

    FindingRows(JdbcOperations jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(UUID receipt, List<Row> rows) {
        if (rows.isEmpty()) return;
        var last = jdbc.queryForObject(
                "select coalesce(max(ordinal), 0) from finding where receipt = ?", Integer.class, receipt);
        var keys = vault.keys(
                rows.stream().flatMap(row -> row.consumer().stream()).distinct().toList());
        var values = new ArrayList<Object[]>(rows.size());
        for (var row : rows) {
            var sealed = row.consumer()
                    .map(keys::get)
                    .map(key -> key.seal(Said.of(row.finding()).bytes()));
            values.add(values(receipt, last + values.size() + 1, row, sealed));
        }
        jdbc.batchUpdate("""
                insert into finding (receipt, ordinal, document, code, severity, segment, position, element, component,
                                     repetition, byte_offset, text, value, sealed_for, sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, values);
    }

    private static Object[] values(UUID receipt, int ordinal, Row row, Optional<byte[]> sealed) {
        var finding = row.finding();
        var location = finding.location();
        var open = row.consumer().isEmpty();
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
            open ? finding.text() : "",
            open ? finding.value() : "",
            sealed.isPresent() ? row.consumer().orElseThrow() : null,
            sealed.orElse(null)
        };
    }

    /**
     * @param document empty for a finding of the receipt as a whole
     * @param consumer whom the document names
     */
    record Row(Optional<UUID> document, Optional<UUID> consumer, Finding finding) {}
}
