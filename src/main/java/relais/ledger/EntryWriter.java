package relais.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import relais.document.Money;
import relais.ledger.Entry.Place;
import relais.ledger.Entry.Share;

/** Writes one batch of entries with its postings, balances and seal, in the caller's transaction. */
final class EntryWriter {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final DerivedRows derived;

    EntryWriter(DataSource dataSource, JdbcClient jdbc, Accounts accounts) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.derived = new DerivedRows(jdbc);
    }

    /** Gives the drafts their places after the head, seals them and moves the head. */
    void append(Head head, List<Draft> drafts, Instant at) {
        var tree = head.tree();
        var ids = accounts.of(drafts.stream().flatMap(draft -> draft.postings().stream()));
        var entries = new CopyRows();
        var postings = new CopyRows();
        var seq = head.seq();
        for (var draft : drafts) {
            seq++;
            var leaf = MerkleTree.leaf(draft.encoded(head.shard(), seq, at));
            tree.add(leaf);
            entry(entries, head.shard(), seq, draft, at, leaf);
            postings(postings, head.shard(), seq, draft, ids);
        }
        copy(ENTRY_COLUMNS, entries);
        copy(POSTING_COLUMNS, postings);
        balance(drafts, ids, at);
        derived.append(head, drafts);
        seal(head, seq, tree, at);
    }

    private static final String ENTRY_COLUMNS = """
            entry (shard, seq, kind, fact, subject, partner, consumer, valid_on, due_on, booked_at, terms_version,
            turnover, currency, inputs, parties, shares_ppm, versions, explanation, leaf)""";

    private static final String POSTING_COLUMNS = """
            posting (shard, seq, n, line, debit, credit, minor_units, currency, base_minor, reason, reverses_seq,
            reverses_n)""";

    private static void entry(CopyRows rows, int shard, long seq, Draft draft, Instant at, byte[] leaf) {
        rows.value(shard)
                .value(seq)
                .value(Entries.name(draft.kind()))
                .value(draft.fact().id())
                .value(draft.subject().fact())
                .value(draft.partner())
                .value(draft.consumer().orElse(null))
                .value(draft.validOn())
                .value(draft.dueOn().orElse(null))
                .value(at)
                .value(draft.termsVersion())
                .value(draft.turnover().map(Money::minorUnits).orElse(null))
                .value(draft.turnover().map(Money::currency).orElse(null))
                .value(draft.inputs())
                .array(draft.shares().stream().map(Share::party).toList())
                .array(draft.shares().stream().map(Share::sharePpm).toList())
                .array(draft.shares().stream().map(Share::termsVersion).toList())
                .value(draft.explanation())
                .value(leaf)
                .endRow();
    }

    private static void postings(CopyRows rows, int shard, long seq, Draft draft, Accounts.Ids ids) {
        for (int n = 1; n <= draft.postings().size(); n++) {
            var posting = draft.postings().get(n - 1);
            var currency = posting.amount().currency().getCurrencyCode();
            rows.value(shard)
                    .value(seq)
                    .value(n)
                    .value(posting.line())
                    .value(ids.id(posting.debit(), currency))
                    .value(ids.id(posting.credit(), currency))
                    .value(posting.amount().minorUnits())
                    .value(currency)
                    .value(posting.baseMinor())
                    .value(posting.reason())
                    .value(posting.reverses().map(Place::seq).orElse(null))
                    .value(posting.reverses().map(Place::n).orElse(null))
                    .endRow();
        }
    }

    private void copy(String tableAndColumns, CopyRows rows) {
        if (rows.isEmpty()) return;
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + tableAndColumns + " from stdin", new ByteArrayInputStream(rows.toBytes()));
        } catch (SQLException e) {
            throw new SQLStateSQLExceptionTranslator().translate("copy", tableAndColumns, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** One cell of the balances: an account, on the day the postings speak of. */
    private record Cell(long account, LocalDate validOn) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            var byAccount = Long.compare(account, other.account);
            return byAccount != 0 ? byAccount : validOn.compareTo(other.validOn);
        }
    }

    private record Sum(String currency, long debit, long credit) {
        Sum plus(Sum other) {
            return new Sum(currency, Math.addExact(debit, other.debit), Math.addExact(credit, other.credit));
        }
    }

    private void balance(List<Draft> drafts, Accounts.Ids ids, Instant at) {
        var cells = new TreeMap<Cell, Sum>();
        for (var draft : drafts)
            for (var posting : draft.postings()) {
                var currency = posting.amount().currency().getCurrencyCode();
                var amount = posting.amount().minorUnits();
                cells.merge(
                        new Cell(ids.id(posting.debit(), currency), draft.validOn()),
                        new Sum(currency, amount, 0),
                        Sum::plus);
                cells.merge(
                        new Cell(ids.id(posting.credit(), currency), draft.validOn()),
                        new Sum(currency, 0, amount),
                        Sum::plus);
            }
        if (cells.isEmpty()) return;
        jdbc.sql("""
                        insert into balance (account, currency, valid_on, booked_on, debit_minor, credit_minor)
                        select account, currency, valid_on::date, :bookedOn, debit, credit
                        from unnest(:accounts, :currencies, :days, :debits, :credits)
                            given (account, currency, valid_on, debit, credit)
                        on conflict (account, valid_on, booked_on) do update
                        set debit_minor = balance.debit_minor + excluded.debit_minor,
                            credit_minor = balance.credit_minor + excluded.credit_minor""")
                .param("bookedOn", LocalDate.ofInstant(at, ZoneOffset.UTC))
                .param(
                        "accounts",
                        cells.keySet().stream().mapToLong(Cell::account).toArray())
                .param("currencies", cells.values().stream().map(Sum::currency).toArray(String[]::new))
                .param(
                        "days",
                        cells.keySet().stream()
                                .map(cell -> cell.validOn().toString())
                                .toArray(String[]::new))
                .param("debits", cells.values().stream().mapToLong(Sum::debit).toArray())
                .param("credits", cells.values().stream().mapToLong(Sum::credit).toArray())
                .update();
    }

    private void seal(Head head, long lastSeq, MerkleTree tree, Instant at) {
        var seal = new Seal(
                head.shard(), head.seal() + 1, head.epoch(), head.seq() + 1, lastSeq, tree.root(), head.sealHash(), at);
        jdbc.sql("""
                        insert into seal
                            (shard, number, epoch, first_seq, last_seq, tree_root, previous, hash, sealed_at)
                        values (:shard, :number, :epoch, :first, :last, :root, :previous, :hash, :at)""")
                .param("shard", seal.shard())
                .param("number", seal.number())
                .param("epoch", seal.epoch())
                .param("first", seal.firstSeq())
                .param("last", seal.lastSeq())
                .param("root", seal.treeRoot())
                .param("previous", seal.previous())
                .param("hash", seal.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        head.moveTo(jdbc, seal, tree);
    }
}
