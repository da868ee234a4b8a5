package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.ledger.Ledgers.ONE;
import static relais.ledger.Ledgers.credit;
import static relais.ledger.Ledgers.day;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.period;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.Database;

/** The ledger on a database that belongs to a plain user, as in production, who is refused before any trigger is asked. */
class GrantsTest {

    @Test
    void worksForAUserWithoutPrivileges() {
        try (var books = new Ledgers(Database.ofPlainUser(), Ledgers.partners().all())) {
            books.book(
                    order("acme-retail", "PO-1", ONE, "2026-11-16"),
                    invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"),
                    credit("acme-retail", "C-1", "PO-1", "INV-1", "2026-11-18", "10.00 USD"),
                    day("2026-12-31"),
                    period("acme-retail", "USD", "2026-12-01", "2026-12-31"),
                    invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "99.00 USD"));

            assertThat(books.count("statement where paid = 1080")).isEqualTo(1);
            assertThat(books.entries.conflicts()).hasSize(1);
            assertThat(books.ledger.verify().firstFault()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set explanation = 'x'",
                "delete from entry",
                "truncate entry",
                "update posting set minor_units = 1",
                "delete from posting",
                "delete from fact",
                "delete from account",
                "delete from statement",
                "delete from seal",
                "update tile set root = sha256('')",
                "update checkpoint set note = ''",
                "delete from shard_head"
            })
    void isRefusedByGrants(String statement) {
        try (var database = Database.ofPlainUser()) {
            assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
