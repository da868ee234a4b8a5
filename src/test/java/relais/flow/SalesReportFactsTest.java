package relais.flow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.document.Item;
import relais.document.Party;
import relais.document.Quantity;
import relais.document.SalesReport;
import relais.ledger.Fact;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Fact.SaleReturned;
import relais.ledger.Goods;
import relais.partner.Partners;

/** What a sales report tells the ledger. */
class SalesReportFactsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);
    private static final LocalDate TO = LocalDate.of(2026, 3, 8);
    private static final UUID DOCUMENT = new UUID(1, 1);
    private static final Party STORE = new Party("0101", "", "Chicago", "", Optional.empty(), Optional.empty());

    private final TradeFacts facts = new TradeFacts(new Partners(List.of()));

    /** Lines are {@code units code net}, with {@code ?} for an amount that nobody states and {@code @} before a price. */
    @ParameterizedTest(name = "{0}: sold {1}, returned {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # reported                                   | sold                           | returned          | how
            5 LAMP 500.00                                | 1: 5 x LAMP 50000              | -                 | as it stands
            5 LAMP 500.00, -2 LAMP -200.00               | 1: 3 x LAMP 30000              | -                 | 500 - 200
            5 LAMP 500.00, -5 LAMP -500.00               | -                              | -                 | nothing is left
            -2 LAMP -200.00                              | -                              | 1: 2 x LAMP 20000 | nothing was sold
            -2 LAMP 200.00                               | -                              | 1: 2 x LAMP 20000 | whoever counts units below zero need not count amounts so
            5 LAMP 500.00, -2 BULB -20.00                | 1: 5 x LAMP 50000              | 2: 2 x BULB 2000  | not of the same product
            1 LAMP 100.00, 1 LAMP 90.00, -3 LAMP -270.00 | -                              | 3: 1 x LAMP 8000  | 270 - 100 - 90
            -3 LAMP -270.00, 1 LAMP 100.00, 1 LAMP 90.00 | -                              | 1: 1 x LAMP 8000  | in whatever order
            4 LAMP 400.00, 1 LAMP 80.00, -1 LAMP -80.00  | 1: 3 x LAMP 32000, 2: 1 x LAMP 8000 | -            | the first line goes first
            2 LAMP 200.00, -1 LAMP -250.00               | 1: 1 x LAMP 0                  | 2: 0 x LAMP 5000  | 50 more than was sold, of units that were
            5 LAMP 500.00, 0 LAMP -10.00                 | 1: 5 x LAMP 49000              | -                 | too much was reported
            7 LAMP @124.17, -1 LAMP @124.17              | 1: 6 x LAMP 74502              | -                 | 7 x 124.17 - 124.17
            7 LAMP @124.17, -1 LAMP ?                    | 1: 6 x LAMP 74502              | -                 | came back at the price it was sold at
            3 LAMP 100.00, -1 LAMP ?                     | 1: 2 x LAMP 6667               | -                 | 100 / 3 = 33.33
            1 LAMP 100.00, -3 LAMP ?                     | -                              | 2: 2 x LAMP 20000 | 3 x 100 - 100
            -1 LAMP ?                                    | -                              | 1: 1 x LAMP 0     | the ledger knows what it was sold for
            5 LAMP ?, -2 LAMP ?                          | -                              | -                 | of units sold for nobody knows what
            5 LAMP ?, -7 LAMP ?                          | -                              | 2: 2 x LAMP 0     | 7 - 5
            1 LAMP 0.00, -1 BULB 0.00                    | -                              | -                 | a present, and one that came back
            """)
    void netsWhatCameBackWithinAReport(String reported, String sold, String returned, String how) {
        var told = facts.of(report(List.of(lines(reported))), DOCUMENT, Optional.empty());

        assertThat(words(told, SaleReported.class)).isEqualTo(sold == null ? "" : sold);
        assertThat(words(told, SaleReturned.class)).isEqualTo(returned == null ? "" : returned);
    }

    @Test
    void tellsTheSaleBeforeWhatCameBack() {
        var told = facts.of(report(List.of(lines("-2 BULB -20.00, 5 LAMP 500.00"))), DOCUMENT, Optional.empty());

        assertThat(told)
                .hasExactlyElementsOfTypes(SaleReported.class, SaleReturned.class)
                .allSatisfy(fact -> {
                    assertThat(fact.partner()).isEqualTo("acme-retail");
                    assertThat(fact.number()).isEqualTo("WK10");
                    assertThat(fact.day()).isEqualTo(TO);
                    assertThat(fact.document()).isEqualTo(DOCUMENT);
                });
    }

    @Test
    void setsAReturnInOnePlaceAgainstASaleInAnotherByGtinOrArticleNumber() {
        var here = List.of(
                line(1, new Item("4006381333931", "LAMP", "", ""), 3, "300.00"),
                line(2, new Item("4006381333948", "", "", ""), 3, "30.00"));
        var there = List.of(
                line(1, new Item("", "LAMP", "", ""), -1, "-100.00"),
                line(2, new Item("4006381333948", "BULB", "", ""), -1, "-10.00"),
                line(3, new Item("", "", "their own number", ""), -1, "-5.00"));

        var told = facts.of(report(List.of(here, there)), DOCUMENT, Optional.empty());

        assertThat(words(told, SaleReported.class)).isEqualTo("1: 2 x LAMP 20000, 2: 2 x  2000");
        assertThat(words(told, SaleReturned.class)).isEqualTo("5: 1 x  500");
    }

    private static String words(List<Fact> facts, Class<? extends Fact> kind) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(fact -> fact instanceof SaleReported sale ? sale.goods() : ((SaleReturned) fact).goods())
                .flatMap(goods -> goods.lines().stream())
                .map(SalesReportFactsTest::words)
                .collect(joining(", "));
    }

    private static String words(Goods.Line line) {
        return line.line() + ": " + line.quantity().toPlainString() + " x " + line.code() + " " + line.net();
    }

    private static List<SalesReport.Line> lines(String text) {
        var lines = new ArrayList<SalesReport.Line>();
        Arrays.stream(text.split(", ")).map(line -> line.split(" ")).forEach(words -> {
            var amount = words[2];
            lines.add(new SalesReport.Line(
                    lines.size() + 1,
                    new Item("", words[1], "", ""),
                    new Quantity(new BigDecimal(words[0]), "EA"),
                    Optional.of(amount).filter(a -> a.startsWith("@")).map(a -> new BigDecimal(a.substring(1))),
                    Optional.of(amount).filter(a -> !a.matches("[?@].*")).map(BigDecimal::new),
                    ""));
        });
        return lines;
    }

    private static SalesReport.Line line(int number, Item item, int units, String net) {
        return new SalesReport.Line(
                number,
                item,
                new Quantity(BigDecimal.valueOf(units), "EA"),
                Optional.empty(),
                Optional.of(new BigDecimal(net)),
                "");
    }

    private static SalesReport report(List<List<SalesReport.Line>> places) {
        return new SalesReport(
                "WK10",
                "acme-retail",
                TO,
                EUR,
                FROM,
                TO,
                STORE,
                STORE,
                List.of(),
                places.stream()
                        .map(lines -> new SalesReport.Location(STORE, lines))
                        .toList(),
                List.of());
    }
}
