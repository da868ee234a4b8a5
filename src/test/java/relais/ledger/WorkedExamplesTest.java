package relais.ledger;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relais.ledger.Ledgers.ONE;
import static relais.ledger.Ledgers.TWO;
import static relais.ledger.Ledgers.credit;
import static relais.ledger.Ledgers.document;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.stockOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionStatus;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Fact.SaleReturned;
import relais.partner.TermsText;

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

    /** Reports are {@code day: units x code net, …}, one after the other; a net of ? is one that nobody states. */
    @ParameterizedTest(name = "{0} sold, {1} returned: {2} taken back")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # sold                                                | returned                     | taken back             | said  | how
                    2026-11-01: 2 x LAMP 100.00                           | 2026-11-08: 1 x LAMP 50.00   | S-1: 6.00              | -     | half of 12.00
                    2026-11-01: 1 x LAMP 100.00; 2026-11-08: 1 x LAMP 60.00 | 2026-11-15: 1 x LAMP 80.00 | S-1: 2.40, S-2: 7.20   | -     | all of the latest, and 20.00 of the one before
                    2026-11-08: 1 x LAMP 60.00; 2026-11-01: 1 x LAMP 100.00 | 2026-11-15: 1 x LAMP 80.00 | S-1: 7.20, S-2: 2.40   | -     | the latest by its day, however late a report comes
                    2026-11-08: 1 x LAMP 60.00; 2026-11-08: 1 x LAMP 100.00 | 2026-11-15: 1 x LAMP 80.00 | S-2: 9.60              | -     | of one day, the one booked last
                    2026-11-01: 1 x LAMP 100.00; 2026-11-22: 1 x LAMP 100.00 | 2026-11-15: 1 x LAMP 50.00 | S-1: 6.00             | -     | it cannot come of what was sold later
                    2026-11-22: 1 x LAMP 100.00                           | 2026-11-15: 1 x LAMP 50.00   | S-1: 6.00              | -     | unless nothing else was sold
                    2026-12-28: 1 x LAMP 100.00                           | 2027-01-10: 1 x LAMP 50.00   | S-1: 6.00              | -     | 12 % as it was sold at, though 15 % hold since
                    2026-11-01: 1 x LAMP 100.00, 1 x BULB 10.00           | 2026-11-08: 2 x BULB 25.00   | S-1: 1.20              | 15.00 USD more than was left of what was sold | of no lamp
                    2026-11-01: 1 x LAMP 100.00                           | 2026-11-08: 1 x CORD 5.00    | R-1: nothing           | 5.00 USD more than was left of what was sold  | no cord was sold
                    2026-11-01: 1 x LAMP 1.00                             | 2026-11-08: 1 x LAMP 0.33; 2026-11-09: 1 x LAMP 0.33; 2026-11-10: 1 x LAMP 0.34 | S-1: 0.04, S-1: 0.04, S-1: 0.04 | - | 0.0396, 0.0792 and 0.12 in all
                    2026-11-01: 1 x LAMP 100.00                           | 2026-11-08: 1 x LAMP 100.00; 2026-11-15: 1 x LAMP 1.00 | S-1: 12.00, R-2: nothing | 1.00 USD more than was left of what was sold | all of it came back before
                    2026-11-01: 4 x LAMP 100.00                           | 2026-11-08: 1 x LAMP ?       | S-1: 3.00              | -     | a lamp was sold for 25.00
                    2026-11-01: 4 x LAMP 100.00; 2026-11-02: 1 x LAMP 20.00 | 2026-11-08: 2 x LAMP ?     | S-1: 2.40, S-2: 2.40   | -     | a lamp was last sold for 20.00
                    2026-11-01: 4 x LAMP 100.00                           | 2026-11-08: 3 x CORD ?       | R-1: nothing           | 3 units with no amount are of nothing that was sold | nobody knows what they are worth
                    """)
    void takesBackWhatASalesReportSaysWasReturned(
            String sold, String returned, String takenBack, String said, String how) {
        var number = 0;
        for (var report : sold.split("; "))
            books.book(new SaleReported("acme-retail", "S-" + ++number, day(report), goods(report), document()));
        number = 0;
        for (var report : returned.split("; "))
            books.book(new SaleReturned("acme-retail", "R-" + ++number, day(report), goods(report), document()));

        var reversals = reversals();

        assertThat(reversals.stream()
                        .map(entry -> entry.orderNumber() + ": "
                                + entry.amount()
                                        .map(sum -> sum.amount().toPlainString())
                                        .orElse("nothing"))
                        .collect(joining(", ")))
                .isEqualTo(takenBack);
        assertThat(reversals.get(reversals.size() - 1).explanation())
                .matches("sales report R-[123] says that (.+ USD came back of sales report S-[12]"
                        + "|goods came back, set against no sale)"
                        + (said == null ? "" : "; " + said));
        assertThat(books.ledger.verify().firstFault()).isEmpty();
    }

    private static LocalDate day(String report) {
        return LocalDate.parse(report.substring(0, report.indexOf(':')));
    }

    private static Goods goods(String report) {
        var lines = new ArrayList<Goods.Line>();
        for (var line : report.substring(report.indexOf(": ") + 2).split(", ")) {
            var words = line.split(" ");
            var net =
                    words[3].equals("?") ? 0 : Ledgers.goods(words[3] + " USD").net();
            lines.add(new Goods.Line(lines.size() + 1, "", words[2], "", new BigDecimal(words[0]), net, 0, 0));
        }
        return new Goods(Currency.getInstance("USD"), lines, 0);
    }

    @Test
    void returnsWaitForTheFirstSaleOfTheirPartner() {
        books.book(new SaleReturned(
                "acme-retail", "R-1", LocalDate.parse("2026-11-15"), Ledgers.goods("50.00 USD"), document()));
        assertThat(books.entries.waiting())
                .extracting(Unbooked::fact, Unbooked::reason)
                .containsExactly(tuple("return R-1 of acme-retail", "no sale of acme-retail is booked yet"));

        books.book(new SaleReported(
                "acme-retail", "S-1", LocalDate.parse("2026-11-01"), Ledgers.goods("100.00 USD"), document()));

        assertThat(books.entries.waiting()).isEmpty();
        assertThat(books.entries.balances("acme-retail"))
                .extracting(balance -> balance.amount().toString())
                .containsExactly("6.00 USD");
    }

    @Test
    void anOrderAndASalesReportOfOneNumberHaveNothingToDoWithEachOther() {
        books.book(
                new SaleReported(
                        "acme-retail", "PO-1", LocalDate.parse("2026-11-01"), Ledgers.goods("100.00 USD"), document()),
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "10.00 USD"));

        books.book(credit("acme-retail", "C-1", "PO-1", "", "2026-11-20", "25.00 USD"));

        assertThat(reversals())
                .singleElement()
                .satisfies(entry -> assertThat(entry.amount()).hasToString("Optional[1.20 USD]"))
                .satisfies(entry -> assertThat(entry.explanation())
                        .isEqualTo("credit note C-1 gives back 25.00 USD of INV-1, order PO-1;"
                                + " 15.00 USD more than was left of what was invoiced"));
    }

    @Test
    void whatWasCreditedTooMuchIsNotSetAgainstWhatIsInvoicedLater() {
        books.book(
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"),
                credit("acme-retail", "C-1", "PO-1", "", "2026-11-18", "150.00 USD"),
                invoice("acme-retail", "INV-2", "PO-1", "2026-11-19", "100.00 USD"));

        books.book(credit("acme-retail", "C-2", "PO-1", "", "2026-11-20", "10.00 USD"));
        books.book(new Fact.OrderReattributed(
                "acme-retail",
                "A-1",
                "PO-1",
                LocalDate.parse("2026-11-21"),
                List.of(new Share("galeries-sud", 1_000_000, 1)),
                "operator",
                "sold by both",
                document()));

        assertThat(reversals())
                .extracting(entry -> entry.amount().map(Object::toString).orElse("nothing"))
                .as("C-1 of INV-1, C-2 of both, and what is left of both")
                .containsExactly("12.00 USD", "nothing", "1.20 USD", "nothing", "10.80 USD");
        assertThat(books.entries.balances("galeries-sud"))
                .extracting(balance -> balance.amount().toString())
                .as("7.5 % of the 90.00 that INV-2 still charges")
                .containsExactly("6.75 USD");
    }

    @Test
    void aNewDecisionWaitsForTermsInTheCurrencyOfTheOrder() {
        var inEuros = TermsText.parse("attribution: {model: last-touch, window: P30D},"
                + " commission: {rate: \"12%\", perOrder: 5.00}, settlement: {holdDays: 30}");
        books.book(
                new Fact.TermsAgreed("boutique-est", inEuros, document()),
                order("acme-retail", "PO-1", ONE, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"));

        books.book(new Fact.OrderReattributed(
                "acme-retail",
                "A-1",
                "PO-1",
                LocalDate.parse("2026-11-21"),
                List.of(new Share("boutique-est", 1_000_000, inEuros.version())),
                "operator",
                "sold by it",
                document()));

        assertThat(books.entries.waiting())
                .extracting(Unbooked::reason)
                .containsExactly("the terms of boutique-est state amounts in EUR, but this is in USD;"
                        + " add a version that states them in USD");
        assertThat(reversals()).isEmpty();
    }

    private static List<Entry> reversals() {
        return books
                .entries
                .list(new Entries.Filter(
                        "", Optional.of(Kind.REVERSAL), Optional.empty(), Optional.empty(), Long.MAX_VALUE, 500))
                .stream()
                .sorted(comparing(Entry::seq))
                .toList();
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
