package relais.ledger;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.ledger.Ledgers.ONE;
import static relais.ledger.Ledgers.TWO;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.stockOrder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionStatus;
import relais.proof.Checkpoint;
import relais.proof.SigningKey;

/** What an administrator who switches the guards off can do, and how it shows. */
class AuditTest {

    /** Every table of the ledger. */
    private static final List<String> TABLES = List.of(
            "fact",
            "fact_conflict",
            "fact_due",
            "shard_head",
            "entry",
            "account",
            "posting",
            "balance",
            "earning",
            "terms",
            "ownership",
            "statement",
            "seal",
            "tile",
            "checkpoint");

    /**
     * What is found when a column of a row is changed: the row by its columns. A line for a column goes before that for all of its table. What is
     * not found is listed with the reason why it need not be.
     */
    private static final String FLIPPED = """
            fact.*             | edited: fact {id} does not match its hash
            fact.kind          | edited: (fact {id}|entry .* cannot be read)
            fact.content       | edited: (fact {id}|entry .* cannot be read)
            fact.id            | missing: fact {id} is missing, of which entry
            fact.hash          | edited: entry
            fact.document      | edited: entry
            fact.recorded_at   | - when it came; what binds is when it was booked
            fact_conflict.*    | - kept for people to see until it is booked
            fact_conflict.fact | inserted: fact_conflict {id} is of no fact
            fact_due.*         | - a list of work, whose rows change and go away
            fact_due.fact      | missing: fact_due {fact} is missing
            shard_head.*       | edited: head of shard {shard}
            shard_head.shard   | missing: head of shard {shard} is missing
            shard_head.epoch   | - only fences; sequencers start again
            entry.*            | edited: entry {shard}/{seq}
            entry.shard        | missing: entry {shard}/{seq} is missing
            entry.seq          | missing: entry {shard}/{seq} is missing
            entry.fact         | missing: fact [0-9]+ is missing, of which entry {shard}/{seq}
            entry.subject      | missing: fact [0-9]+ is missing, of which entry {shard}/{seq}
            account.*          | edited: entry
            account.partner    | edited: account {id}
            account.currency   | edited: (entry|balance of account {id})
            posting.*          | edited: entry {shard}/{seq}
            posting.reverses_n | edited: posting {shard}/{seq}/{n}
            earning.*          | (edited|missing|inserted): earning of
            terms.*            | - open
            ownership.*        | - open
            statement.*        | - open
            balance.*          | (edited|missing): balance of account {account}
            balance.account    | (missing|inserted): balance of account
            balance.valid_on   | (missing|inserted): balance of account {account}
            balance.booked_on  | (missing|inserted): balance of account {account}
            seal.*             | edited: seal {shard}/{number}
            seal.shard         | missing: seal {shard}/{number} is missing
            seal.number        | (missing: seal {shard}/{number} is missing|edited: head)
            seal.last_seq      | edited: seal {shard}/{number}
            tile.*             | edited: tile {shard}/{level}/{index}
            tile.shard         | missing: tile {shard}/{level}/{index} is missing
            tile.level         | missing: tile {shard}/{level}/{index} is missing
            tile.index         | missing: tile {shard}/{level}/{index} is missing
            checkpoint.*       | edited: checkpoint {shard}/{size}
            checkpoint.size    | edited: checkpoint
            checkpoint.shard   | inserted: checkpoint
            """;

    /** Rows of a table that are tried, by the order of their keys. */
    private static final String ROWS = "row_n in (1, 2, 7, 257, 600, count)";

    /** What is not booked yet is not sealed yet. */
    private static final Map<String, String> SEALED = Map.of("fact", " where id in (select fact from entry)");

    private static final SigningKey KEY = SigningKey.of("maison-lumen/ledger/0", new byte[32]);
    private static final Ledgers books = new Ledgers();
    private static final Rewriting rewriting = new Rewriting(books.database.jdbc());

    private TransactionStatus transaction;

    /**
     * Seals 1 to 3: the terms. Seal 4: entries 4 to 7. Seal 5: 8 to 11. Seal 6: 12 to 611, with two tiles. Seal 7: 612.
     * Checkpoints of 11 and 612 entries.
     */
    @BeforeAll
    static void trade() {
        var checkpoints = new Checkpoints(books.database.jdbc(), KEY);
        books.book(
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"));
        books.book(
                order("galeries-sud", "GS-1", TWO, "2026-11-16"),
                invoice("galeries-sud", "GI-1", "GS-1", "2026-11-17", "100.00 EUR"));
        checkpoints.make();
        books.book(IntStream.range(0, 600)
                .mapToObj(n -> stockOrder("acme-retail", "S-" + n, "2026-11-16"))
                .toArray(Fact[]::new));
        books.book(stockOrder("acme-retail", "PO-2", "2026-11-16"));
        checkpoints.make();
        books.record(stockOrder("acme-retail", "PO-2", "2026-11-17"));
        books.record(invoice("acme-retail", "INV-9", "PO-9", "2026-11-17", "100.00 USD"));
    }

    @BeforeEach
    void begin() {
        transaction = books.begin();
    }

    @AfterEach
    void undo() {
        books.undo(transaction);
    }

    @AfterAll
    static void close() {
        books.close();
    }

    @Test
    void findsNothingInSoundBooks() {
        assertThat(found()).isEmpty();
        assertThat(books.ledger.verify()).isEqualTo(new Verification(612, 7, Optional.empty()));
    }

    @Test
    void findsNothingInEmptyBooks() {
        try (var empty = new Ledgers()) {
            assertThat(empty.ledger.verify().sound()).isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> findsEveryColumnOfEveryRow() {
        var expectations = expectations();
        return TABLES.stream().flatMap(table -> Rows.columns(books.database.jdbc(), table).stream()
                .map(column -> DynamicTest.dynamicTest(
                        table + "." + column.name(), () -> findsTheColumn(table, column, expectations))));
    }

    private static void findsTheColumn(String table, Rows.Column column, Map<String, String> expectations) {
        var expected = expectations.getOrDefault(table + "." + column.name(), expectations.get(table + ".*"));
        var rows = Rows.of(books.database.jdbc(), table, SEALED.getOrDefault(table, ""), ROWS);
        for (var row : rows) {
            var within = books.beginWithin();
            try {
                asAdministrator(
                        "update " + table + " set " + column.flipped() + " where ctid = '" + row.get("ctid") + "'");
                if (expected.startsWith("-")) assertThat(found()).as("%s", row).isEmpty();
                else
                    assertThat(found()).hasValueSatisfying(fault -> assertThat(fault.toString())
                            .matches(Pattern.compile(Rows.fill(expected, row) + "\\b.*")));
            } finally {
                books.undo(within);
            }
        }
    }

    private static Map<String, String> expectations() {
        return FLIPPED.lines()
                .map(line -> line.split("\\|", 2))
                .collect(toMap(parts -> parts[0].strip(), parts -> parts[1].strip(), (a, b) -> a, LinkedHashMap::new));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # what is done to the rows                                           | what is found
                    delete from fact where id = 5                                        | missing: fact 5 is missing, of which entry 0/7 speaks
                    delete from fact_due                                                 | missing: fact_due 610 is missing: fact 610 is neither booked nor due
                    insert into fact_due (fact) values (5)                               | inserted: fact_due 5 is of a fact that is booked
                    insert into fact_due (fact) values (4711)                            | inserted: fact_due 4711 is of no fact
                    delete from shard_head                                               | missing: head of shard 0 is missing
                    update shard_head set seq = 611                                      | edited: head of shard 0 has not the subtrees of 611 entries
                    delete from entry where seq = 5                                      | missing: entry 0/5 is missing
                    delete from entry where seq = 612                                    | missing: entry 0/612 is missing
                    insert into entry select (e).* from (select e #= hstore(array['seq', 'kind'], array['613', 'conflict']) e from entry e where seq = 612) e | inserted: entry 0/613 lies beyond the head
                    update entry set seq = -5 where seq = 5; update entry set seq = 5 where seq = 6; update entry set seq = 6 where seq = -5 | reordered: entry 0/5 (decision) holds what was sealed as entry 0/6
                    delete from entry where seq = 20; update entry set seq = -seq where seq > 20; update entry set seq = -seq - 1 where seq < 0 | missing: entry 0/20 is missing; what was sealed as 0/21 took its place
                    update entry set seq = -seq where seq > 20; update entry set seq = 1 - seq where seq < 0; insert into entry select (e).* from (select e #= hstore(array['seq', 'kind'], array['21', 'conflict']) e from entry e where seq = 20) e | inserted: entry 0/21 (conflict) pushes what was sealed there to entry 0/22
                    delete from posting where seq = 11                                   | edited: entry 0/11 (accrual) does not say what was sealed
                    insert into posting select (p).* from (select p #= hstore('seq', '12') p from posting p where seq = 7) p | edited: entry 0/12 (decision) does not say what was sealed
                    insert into posting select (p).* from (select p #= hstore('n', '2') p from posting p where seq = 7) p | edited: entry 0/7 (accrual) does not say what was sealed
                    insert into posting select (p).* from (select p #= hstore('seq', '4711') p from posting p where seq = 7) p | inserted: posting 0/4711/1 is of no entry
                    update posting set debit = credit, credit = debit where seq = 7      | edited: entry 0/7 (accrual) does not say what was sealed
                    update posting set seq = -7 where seq = 7; update posting set seq = 7 where seq = 11; update posting set seq = 11 where seq = -7 | edited: entry 0/7 (accrual) does not say what was sealed
                    delete from account where id = 1                                     | edited: entry 0/7 cannot be read
                    insert into account values (4711, 'me', 'commission held:me', 'USD') | inserted: account 4711 was never posted to
                    delete from balance where account = 1                                | missing: balance of account 1 on 2026-11-17, booked on 2026-11-23 does not match its postings
                    insert into balance values (1, 'USD', '2026-01-01', '2026-01-01', 1, 0) | inserted: balance of account 1 on 2026-01-01, booked on 2026-01-01 does not match its postings
                    delete from earning                                                  | missing: earning of acme-retail in USD on 2026-11-17 does not match its entries
                    insert into earning values ('me', 'USD', '2026-01-01', 1, 1)         | inserted: earning of me in USD on 2026-01-01 does not match its entries
                    delete from seal where number = 2                                    | missing: seal 0/2 is missing
                    delete from seal where number = 7                                    | missing: seal 0/7 is missing
                    delete from seal where number = 7; delete from entry where seq = 612 | missing: entry 0/612 is missing
                    insert into seal select shard, 8, epoch, 613, 613, tree_root, hash, hash, sealed_at from seal where number = 7 | inserted: seal 0/8 lies beyond the head
                    update seal set number = -4 where number = 4; update seal set number = 4 where number = 5; update seal set number = 5 where number = -4 | edited: seal 0/4 ends with entry 11, which is out of its turn
                    delete from tile where index = 0                                     | missing: tile 0/0/0 is missing: that of entries 1 to 256
                    delete from tile                                                     | missing: tile 0/0/0 is missing: that of entries 1 to 256
                    insert into tile select shard, 1, 0, hashes, root from tile where index = 0 | inserted: tile 0/1/0 lies beyond the head
                    update tile set index = -1 where index = 1; update tile set index = 1 where index = 0; update tile set index = 0 where index = -1 | edited: tile 0/0/0 has another hash of entry 0/1 than that entry
                    insert into checkpoint select shard, 611, note from checkpoint where size = 612 | edited: checkpoint 0/611 is one of 612 entries
                    """)
    void findsRowsThatAreGoneAddedOrInAnotherPlace(String tampering, String expected) {
        asAdministrator(tampering);

        assertThat(found())
                .hasValueSatisfying(fault -> assertThat(fault.toString()).startsWith(expected));
    }

    @Test
    void findsAnEntryThatWasRewrittenWithItsLeaf() {
        asAdministrator("update entry set explanation = 'because' where seq = 7");
        rewriting.leaf(7);

        assertThat(found())
                .map(Fault::toString)
                .contains("edited: entry 0/7 (accrual) does not say what was sealed; its leaf hash was edited to fit");
    }

    @Test
    void findsAnEntryThatWasRewrittenWithItsLeafAndItsTile() {
        asAdministrator("update entry set explanation = 'because' where seq = 7");
        rewriting.leaf(7);
        rewriting.tiles();

        assertThat(found()).map(Fault::toString).contains("edited: seal 0/4 does not match its entries 4 to 7");
    }

    @Test
    void findsAnEntryThatWasRewrittenWithItsLeafItsTileAndItsSeal() {
        asAdministrator("update entry set explanation = 'because' where seq = 7");
        rewriting.leaf(7);
        rewriting.tiles();
        rewriting.seal(4);

        assertThat(found())
                .map(Fault::toString)
                .contains("forked: seal 0/5 continues another seal than 0/4 as it is now");
    }

    @Test
    void findsTheSealOfASecondSequencer() {
        asAdministrator("update seal set epoch = epoch");
        rewriting.secondSequencer(7);

        assertThat(found())
                .map(Fault::toString)
                .contains("forked: seal 0/7 continues another seal than 0/6 as it is now");
    }

    @Test
    void findsWhatWasRewrittenWithAllThatFollowsByTheCheckpointsThatItKeeps() {
        asAdministrator("update entry set explanation = 'because' where seq = 20");
        rewriting.everything();

        assertThat(found())
                .map(Fault::toString)
                .contains(
                        "forked: entry 0/12 or one after it, up to 612, is not what it was when checkpoint 0/612 was signed");
    }

    @Test
    void needsAnOutsideCheckpointForWhatWasRewrittenWithAllThatFollowsAndItsCheckpoints() {
        var kept = kept();
        asAdministrator(
                "update entry set explanation = 'because' where seq = 20; delete from checkpoint where size = 612");
        rewriting.everything();

        assertThat(found()).isEmpty();
        assertThat(found(kept))
                .map(Fault::toString)
                .contains(
                        "forked: entry 0/12 or one after it, up to 612, is not what it was when checkpoint of 612 entries was signed");
    }

    @Test
    void needsAnOutsideCheckpointForWhatWasSignedAnewWithTheHubsOwnKey() {
        var kept = kept();
        asAdministrator("update entry set explanation = 'because' where seq = 20; delete from checkpoint");
        rewriting.everything();
        new Checkpoints(books.database.jdbc(), KEY).make();

        assertThat(found()).isEmpty();
        assertThat(found(kept)).map(Fault::kind).contains(Fault.Kind.FORKED);
    }

    @Test
    void needsAnOutsideCheckpointForATailThatWasCut() {
        var kept = kept();
        asAdministrator(
                "delete from entry where seq = 612; delete from fact where number = 'PO-2'; delete from fact_conflict;"
                        + "delete from checkpoint where size = 612; delete from seal where number = 7");
        rewriting.everything();

        assertThat(found()).isEmpty();
        assertThat(found(kept))
                .map(Fault::toString)
                .contains(
                        "truncated: entry 0/612 is missing with all after it: checkpoint of 612 entries was signed, and the ledger ends with entry 611");
    }

    @Test
    void findsATailThatWasCutByTheCheckpointsThatItKeeps() {
        asAdministrator(
                "delete from entry where seq = 612; delete from fact where number = 'PO-2'; delete from fact_conflict;"
                        + "delete from seal where number = 7");
        rewriting.everything();

        assertThat(found()).map(Fault::kind).contains(Fault.Kind.TRUNCATED);
    }

    private static Checkpoint kept() {
        var checkpoints = new Checkpoints(books.database.jdbc(), KEY);
        return checkpoints.open(checkpoints.latest().orElseThrow());
    }

    private static Optional<Fault> found(Checkpoint... kept) {
        var audit = new Audit(books.database.jdbc());
        var fault = audit.structure(leaves -> {})
                .or(() -> audit.content(entries -> {}))
                .or(() -> audit.checkpoints(KEY.verifier()));
        for (var checkpoint : kept) fault = fault.or(() -> audit.against(checkpoint));
        return fault;
    }

    /** As superuser, with triggers, foreign keys and checks out of the way. */
    private static void asAdministrator(String statements) {
        var jdbc = books.database.jdbc();
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("create extension if not exists hstore").update();
        jdbc.sql("""
                        do $$ declare c record; begin
                            for c in select conrelid::regclass as tab, conname from pg_constraint
                                where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0
                            loop execute format('alter table %s drop constraint %I', c.tab, c.conname); end loop;
                            for c in select table_name, column_name from information_schema.columns
                                where table_schema = 'public' and is_identity = 'YES'
                            loop execute format('alter table %I alter %I drop identity', c.table_name, c.column_name); end loop;
                        end $$""").update();
        for (var statement : new ArrayList<>(List.of(statements.split(";"))))
            jdbc.sql(statement).update();
    }
}
