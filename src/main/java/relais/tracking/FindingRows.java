package relais.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import relais.consumer.Vault;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.finding.Severity;
import relais.mailbox.Said;

/** How rows become findings. */
final class FindingRows {

    /** What is left to say once the consumer was erased whose document it is. */
    private static final Said ERASED = new Said("what was wrong named a consumer who was erased", "");

    private static final byte[] NOTHING = {};

    private FindingRows() {}

    /** @param said sentence and value, sealed for the consumer whose document it is */
    record Closed(Finding finding, Optional<UUID> sealedFor, byte[] said) {}

    static final RowMapper<Closed> MAPPER = (row, number) -> new Closed(
            new Finding(
                    FindingCode.valueOf(row.getString("code")),
                    Severity.valueOf(row.getString("severity")),
                    new Location(
                            row.getString("segment"),
                            row.getInt("position"),
                            row.getInt("element"),
                            row.getInt("component"),
                            row.getInt("repetition"),
                            row.getLong("byte_offset")),
                    row.getString("text"),
                    row.getString("value")),
            Optional.ofNullable(row.getObject("sealed_for", UUID.class)),
            Optional.ofNullable(row.getBytes("sealed")).orElse(NOTHING));

    static Findings opened(List<Closed> rows, Vault vault) {
        var keys = vault.keys(rows.stream()
                .flatMap(row -> row.sealedFor().stream())
                .distinct()
                .toList());
        return new Findings(rows.stream().map(row -> opened(row, keys)).toList());
    }

    private static Finding opened(Closed row, Map<UUID, Vault.Key> keys) {
        var finding = row.finding();
        if (row.sealedFor().isEmpty()) return finding;
        var said = Optional.ofNullable(keys.get(row.sealedFor().get()))
                .map(key -> Said.ofBytes(key.open(row.said())))
                .orElse(ERASED);
        return new Finding(finding.code(), finding.severity(), finding.location(), said.text(), said.value());
    }
}
