package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.ledger.Ledgers.ONE;
import static relais.ledger.Ledgers.TWO;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.stockOrder;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionStatus;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;

/** Trade and what the ledger makes of it, worked out by hand. */
class WorkedExamplesTest {

    private static final Ledgers books = new Ledgers();

    private TransactionStatus transaction;

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

    @ParameterizedTest(name = "{0}: {2} at {3} is {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    # partner     | placed on  | net of invoice | rate  | commission   | how
                    acme-retail   | 2026-11-16 |     100.00 USD | 12 %  |    12.00 USD | 100 x 0.12
                    acme-retail   | 2026-11-16 |     249.90 USD | 12 %  |    29.99 USD | 29.988 up
                    acme-retail   | 2026-11-16 |       0.04 USD | 12 %  |              | 0.0048 down to nothing
                    acme-retail   | 2026-11-16 |       0.05 USD | 12 %  |     0.01 USD | 0.006 up
                    acme-retail   | 2026-12-31 |    1000.00 USD | 12 %  |   120.00 USD | the last day of version 1
                    acme-retail   | 2027-01-01 |    1000.00 USD | 15 %  |   150.00 USD | the first day of version 2
                    acme-retail   | 2026-11-16 |       1250 JPY | 12 %  |      150 JPY | no minor unit
                    acme-retail   | 2026-11-16 |       1254 JPY | 12 %  |      150 JPY | 150.48 down
                    acme-retail   | 2026-11-16 |     10.000 KWD | 12 %  |    1.200 KWD | three decimals
                    galeries-sud  | 2026-11-16 |     100.20 EUR | 7.5 % |     7.52 EUR | 7.515 is half, so up
                    galeries-sud  | 2026-11-16 |     100.19 EUR | 7.5 % |     7.51 EUR | 7.51425 down
                    galeries-sud  | 2026-11-16 | 99999999999999.99 EUR | 7.5 % | 7500000000000.00 EUR | 7499999999999.99925 up
                    """)
    void commissionOnWhatThePartnerSold(
            String partner, String placedOn, String net, String rate, String commission, String how) {
        books.book(order(partner, "PO-1", ONE, placedOn), invoice(partner, "INV-1", "PO-1", "2027-02-01", net.strip()));

        var accrual = accrualsOf(partner, "PO-1").get(0);

        assertThat(accrual.amount().map(Object::toString).orElse(null)).isEqualTo(commission);
        assertThat(accrual.explanation())
                .startsWith(rate + " commission on " + net.strip() + " net of invoice INV-1, order PO-1: sold by ");
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    @ParameterizedTest(name = "bought on {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    # on        | commission of 200.00 USD | reason
                    2026-11-23  | 6.00 USD | sold by the brand itself; acme-retail 25 % (acquired through it on 2026-11-16, direct purchase within P1Y)
                    2026-11-16  | 6.00 USD | sold by the brand itself; acme-retail 25 % (acquired through it on 2026-11-16, direct purchase within P1Y)
                    2026-11-15  |          | sold by the brand itself
                    2027-11-16  | 7.50 USD | sold by the brand itself; acme-retail 25 % (acquired through it on 2026-11-16, direct purchase within P1Y)
                    2027-11-17  |          | sold by the brand itself; acquired through acme-retail on 2026-11-16, whose terms give it nothing on this order
                    """)
    void directPurchaseInTheBrandsOwnShop(String on, String commission, String reason) {
        books.book(order("acme-retail", "PO-1", ONE, "2026-11-16"));

        books.book(
                order("storefront", "S-1", ONE, on), invoice("storefront", "SI-1", "S-1", "2027-12-01", "200.00 USD"));

        assertThat(decisionOf("storefront", "S-1").explanation()).isEqualTo(reason);
        assertThat(accrualsOf("storefront", "S-1"))
                .filteredOn(entry -> entry.partner().equals("acme-retail"))
                .extracting(entry -> entry.amount().map(Object::toString).orElse(null))
                .isEqualTo(commission == null ? List.of() : List.of(commission));
    }

    @Test
    void anOrderForAConsumerIsATouchAnAcquisitionAndADecision() {
        books.book(order("acme-retail", "PO-1", ONE, "2026-11-16"));

        var entries = books.entries.byOrder("acme-retail", "PO-1");

        assertThat(entries).extracting(Entry::seq).containsExactly(6L, 5L, 4L);
        assertThat(entries).extracting(Entry::kind).containsExactly(Kind.DECISION, Kind.ACQUISITION, Kind.TOUCH);
        assertThat(entries)
                .extracting(Entry::explanation)
                .containsExactly(
                        "sold by Acme Retail itself",
                        "acquired through acme-retail on 2026-11-16, co-owned under its terms version 1",
                        "Acme Retail brought the consumer with order PO-1");
        assertThat(entries.get(0).shares()).containsExactly(new Share("acme-retail", 1_000_000, 1));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.consumer()).contains(ONE);
            assertThat(entry.termsVersion()).isEqualTo(1);
            assertThat(entry.bookedAt()).isEqualTo(Ledgers.NOW);
        });
    }

    @Test
    void whoCameFirstKeepsTheConsumerAndWhoSoldIsCredited() {
        books.book(order("acme-retail", "PO-1", ONE, "2026-11-16"), order("galeries-sud", "GS-1", ONE, "2026-11-17"));
        books.book(order("storefront", "S-1", ONE, "2026-11-18"));

        assertThat(kindsOf("galeries-sud", "GS-1")).containsExactly(Kind.DECISION, Kind.TOUCH);
        assertThat(decisionOf("galeries-sud", "GS-1").shares())
                .containsExactly(new Share("galeries-sud", 1_000_000, 1));
        assertThat(decisionOf("storefront", "S-1").shares())
                .containsExactly(new Share("acme-retail", 250_000, 1), new Share("storefront", 750_000, 0));
    }

    @Test
    void aConsumerWhomTheBrandFoundItselfBelongsToNoPartner() {
        books.book(order("storefront", "S-1", TWO, "2026-11-16"));
        books.book(order("acme-retail", "PO-1", TWO, "2026-11-17"));
        books.book(order("storefront", "S-2", TWO, "2026-11-18"));

        assertThat(kindsOf("storefront", "S-1")).containsExactly(Kind.DECISION, Kind.ACQUISITION, Kind.TOUCH);
        assertThat(decisionOf("acme-retail", "PO-1").shares()).containsExactly(new Share("acme-retail", 1_000_000, 1));
        assertThat(decisionOf("storefront", "S-2").explanation()).isEqualTo("sold by the brand itself");
    }

    @Test
    void aStockOrderAcquiresNobodyAndEarnsNothing() {
        books.book(
                stockOrder("galeries-sud", "GS-1", "2026-11-16"),
                invoice("galeries-sud", "GI-1", "GS-1", "2026-11-20", "5000.00 EUR"));

        assertThat(kindsOf("galeries-sud", "GS-1")).containsExactly(Kind.ACCRUAL, Kind.DECISION);
        assertThat(accrualsOf("galeries-sud", "GS-1"))
                .extracting(Entry::explanation)
                .containsExactly("no commission on 5000.00 EUR net of invoice GI-1, order GS-1:"
                        + " stock order: Galeries Sud buys for itself, without commission");
        assertThat(books.entries.balances()).isEmpty();
    }

    @Test
    void aPartnerWithoutTermsEarnsNothing() {
        books.book(order("boutique-est", "B-1", ONE, "2026-11-16"));

        assertThat(decisionOf("boutique-est", "B-1").explanation())
                .isEqualTo("sold by Boutique Est itself, which has no commission terms");
        assertThat(decisionOf("boutique-est", "B-1").shares()).containsExactly(new Share("boutique-est", 1_000_000, 0));
    }

    @Test
    void balancesAddUpPerPartnerAccountAndCurrency() {
        books.book(
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"),
                invoice("acme-retail", "INV-2", "PO-1", "2026-11-18", "50.00 USD"),
                order("galeries-sud", "GS-1", TWO, "2026-11-16"),
                invoice("galeries-sud", "GI-1", "GS-1", "2026-11-17", "100.00 EUR"));

        assertThat(books.entries.balances())
                .extracting(b -> b.partner() + " | " + b.account() + " | " + b.amount())
                .containsExactly(
                        "acme-retail | commission held:acme-retail | 18.00 USD",
                        "galeries-sud | commission held:galeries-sud | 7.50 EUR",
                        "maison-lumen | commission expense | -7.50 EUR",
                        "maison-lumen | commission expense | -18.00 USD");
        assertThat(books.entries.balances("acme-retail")).hasSize(1);
    }

    private List<Kind> kindsOf(String seller, String order) {
        return books.entries.byOrder(seller, order).stream().map(Entry::kind).toList();
    }

    private Entry decisionOf(String seller, String order) {
        return ofKind(Kind.DECISION, seller, order).get(0);
    }

    private List<Entry> accrualsOf(String seller, String order) {
        return ofKind(Kind.ACCRUAL, seller, order);
    }

    private List<Entry> ofKind(Kind kind, String seller, String order) {
        return books.entries.byOrder(seller, order).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }
}
