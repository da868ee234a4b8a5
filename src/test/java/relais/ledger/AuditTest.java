package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.ledger.Ledgers.ONE;
import static relais.ledger.Ledgers.TWO;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.stockOrder;

import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionStatus;

/** What an administrator who switches the guards off can do, and how it shows. */
class AuditTest {

    private static final Ledgers books = new Ledgers();

    private TransactionStatus transaction;

    /** Seal 1: entries 1 to 4. Seal 2: entries 5 to 8. Seal 3: entry 9. */
    @BeforeAll
    static void trade() {
        books.book(
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"));
        books.book(
                order("galeries-sud", "GS-1", TWO, "2026-11-16"),
                invoice("galeries-sud", "GI-1", "GS-1", "2026-11-17", "100.00 EUR"));
        books.book(stockOrder("acme-retail", "PO-2", "2026-11-16"));
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
        var verification = books.ledger.verify();

        assertThat(verification.sound()).isTrue();
        assertThat(verification.entries()).isEqualTo(9);
        assertThat(verification.seals()).isEqualTo(3);
    }

    @Test
    void findsNothingInEmptyBooks() {
        try (var empty = new Ledgers()) {
            assertThat(empty.ledger.verify().sound()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # what is done to the rows                                           | what is found first
                    update posting set minor_units = 1201 where seq = 4                  | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update posting set debit = credit, credit = debit where seq = 4      | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    delete from posting where seq = 8                                    | entry 0/8 (accrual, fact 4) does not match its leaf hash
                    insert into posting select 0, 9, debit, credit, 1, currency from posting where seq = 4 | entry 0/9 (decision, fact 5) does not match its leaf hash
                    update account set name = 'commission held:me' where name = 'commission held:acme-retail' | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update account set currency = 'CHF' where name = 'commission held:acme-retail'; update posting set currency = 'CHF' where seq = 4 | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update entry set partner = 'me' where seq = 3                        | entry 0/3 (decision, fact 1) does not match its leaf hash
                    update entry set parties = '{me}' where seq = 3                      | entry 0/3 (decision, fact 1) does not match its leaf hash
                    update entry set rates_ppm = '{1}' where seq = 3                     | entry 0/3 (decision, fact 1) does not match its leaf hash
                    update entry set shares_ppm = '{999999}' where seq = 3               | entry 0/3 cannot be read: shares sum to 999999 ppm for OrderPlaced
                    update entry set kind = 'accrual' where seq = 2                      | entry 0/2 (accrual, fact 1) does not match its leaf hash
                    update entry set consumer = null where seq = 3                       | entry 0/3 (decision, fact 1) does not match its leaf hash
                    update entry set valid_on = valid_on - 1 where seq = 4               | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update entry set booked_at = booked_at + interval '1 us' where seq = 4 | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update entry set terms_version = 2 where seq = 4                     | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update entry set inputs = sha256('') where seq = 4                   | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update entry set explanation = 'because' where seq = 4               | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update entry set leaf = sha256('') where seq = 4                     | entry 0/4 (accrual, fact 2) does not match its leaf hash
                    update entry set fact = 3 where seq = 1                              | entry 0/1 (touch, fact 3) does not match its leaf hash
                    update entry set seq = seq + 100 where seq = 9                       | entry 0/9 or its fact is missing
                    delete from entry where seq = 5                                      | entry 0/5 or its fact is missing
                    update entry set seq = -5 where seq = 5; update entry set seq = 5 where seq = 6; update entry set seq = 6 where seq = -5 | entry 0/5 (acquisition, fact 3) does not match its leaf hash
                    insert into entry select shard, 10, 'accrual', fact, 'me', consumer, valid_on, booked_at, terms_version, inputs, null, null, null, explanation, leaf from entry where seq = 9 | entry 0/10 lies beyond the head
                    delete from seal where number = 2                                    | seal 0/2 is missing
                    delete from seal where number = 3                                    | seal 0/3 is missing
                    delete from seal where number = 3; delete from entry where seq = 9   | seal 0/3 is missing
                    update seal set tree_root = sha256('') where number = 2              | seal 0/2 does not match its entries 5 to 8
                    update seal set epoch = 9 where number = 2                           | seal 0/2 does not match its own hash
                    update seal set sealed_at = sealed_at + interval '1 us' where number = 2 | seal 0/2 does not match its own hash
                    update seal set previous = sha256('') where number = 2               | seal 0/2 does not link to the seal before
                    update seal set hash = sha256('') where number = 2                   | seal 0/2 does not match its own hash
                    update seal set first_seq = 6 where number = 2                       | seal 0/2 starts at entry 6 and not at 5
                    update shard_head set seal_hash = sha256('')                         | the head of shard 0 does not match its last seal
                    update shard_head set seq = 8                                        | the head of shard 0 does not match its last seal
                    update fact set net_minor = 1 where id = 2                           | fact 2 does not match its hash
                    update fact set day = day - 1 where id = 1                           | fact 1 does not match its hash
                    update fact set number = 'PO-3', order_number = 'PO-3' where id = 5  | fact 5 does not match its hash
                    update fact set hash = sha256('') where id = 5                       | entry 0/9 (decision, fact 5) does not match its leaf hash
                    update fact set document = gen_random_uuid() where id = 5            | entry 0/9 (decision, fact 5) does not match its leaf hash
                    insert into fact_due (fact) values (5)                               | fact 5 is booked and due
                    update balance set credit_minor = credit_minor + 1 where account = 1 | the balance of account 1 on 2026-11-17, booked on 2026-11-23, does not match its postings
                    delete from balance where account = 1                                | the balance of account 1 on 2026-11-17, booked on 2026-11-23, does not match its postings
                    """)
    void namesTheFirstRowThatDoesNotFit(String tampering, String fault) {
        asAdministrator(tampering);

        assertThat(books.ledger.verify().firstFault())
                .hasValueSatisfying(found -> assertThat(found).startsWith(fault));
    }

    @Test
    void findsAnEntryThatWasRewrittenWithItsLeaf() {
        asAdministrator("update entry set explanation = 'because' where seq = 4");
        var draft = books.database
                .jdbc()
                .sql(EntryRows.SELECT + "where e.seq = 4")
                .query(EntryRows.DRAFT)
                .single();
        var leaf = MerkleTree.leaf(draft.encoded(0, 4, Ledgers.NOW));
        asAdministrator("update entry set leaf = '\\x" + HexFormat.of().formatHex(leaf) + "' where seq = 4");

        assertThat(books.ledger.verify().firstFault()).contains("seal 0/1 does not match its entries 1 to 4");
    }

    @Test
    void findsAFactThatIsNeitherBookedNorDue() {
        books.record(stockOrder("acme-retail", "PO-9", "2026-11-16"));
        asAdministrator("delete from fact_due");

        assertThat(books.ledger.verify().firstFault()).contains("fact 6 is neither booked nor due");
    }

    /** As superuser, with triggers, foreign keys and checks out of the way. */
    private static void asAdministrator(String statements) {
        var jdbc = books.database.jdbc();
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("""
                        do $$ declare c record; begin
                            for c in select conrelid::regclass as tab, conname from pg_constraint
                                where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0
                            loop execute format('alter table %s drop constraint %I', c.tab, c.conname); end loop;
                        end $$""").update();
        for (var statement : statements.split(";")) jdbc.sql(statement).update();
    }
}
