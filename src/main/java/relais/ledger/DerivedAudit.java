package relais.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds against the sealed entries what follows from them or led to them: facts, accounts, balances. */
final class DerivedAudit {

    private static final int PIECE_FACTS = 5_000;

    private static final List<String> CHECKS = checks();

    private final Snapshot snapshot;

    DerivedAudit(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    private static List<String> checks() {
        try (var in = DerivedAudit.class.getResourceAsStream("audit.sql")) {
            return Stream.of(new String(in.readAllBytes(), UTF_8).split(";\\s*\n"))
                    .filter(sql -> !sql.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Fault> run() {
        return facts().or(() -> snapshot.inOrder(CHECKS.size(), DerivedAudit::check, fault -> fault));
    }

    private static Optional<Fault> check(JdbcClient jdbc, long number) {
        return jdbc.sql(CHECKS.get((int) number)).query(DerivedAudit::fault).optional();
    }

    private static Fault fault(ResultSet row, int n) throws SQLException {
        return new Fault(Fault.Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3));
    }

    private Optional<Fault> facts() {
        var ids = snapshot.ask(jdbc -> jdbc.sql("select coalesce(min(id), 0), coalesce(max(id), -1) from fact")
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single());
        var pieces = (ids[1] - ids[0]) / PIECE_FACTS + 1;
        return snapshot.inOrder(
                ids[1] < ids[0] ? 0 : pieces,
                (jdbc, number) -> facts(jdbc, ids[0] + number * PIECE_FACTS),
                fault -> fault);
    }

    private static Optional<Fault> facts(JdbcClient jdbc, long first) {
        return jdbc
                .sql("select " + RecordedFact.COLUMNS
                        + " from fact f where f.id >= :first and f.id < :end order by f.id")
                .param("first", first)
                .param("end", first + PIECE_FACTS)
                .query(DerivedAudit::factFault)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Fault> factFault(ResultSet row, int n) throws SQLException {
        var name = "fact " + row.getLong("fact_id");
        try {
            var recorded = RecordedFact.ROW.mapRow(row, n);
            var columns = FactColumns.of(recorded.fact());
            var fits = Arrays.equals(recorded.hash(), columns.hash()) && columns.equals(RecordedFact.columns(row));
            return fits ? Optional.empty() : Optional.of(Fault.edited(name, "does not match its hash"));
        } catch (RuntimeException whateverATamperedRowLeadsTo) {
            return Optional.of(Fault.edited(name, "cannot be read"));
        }
    }
}
