package relais.ledger;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.ledger.Earning.Before;
import relais.ledger.Earning.Earned;
import relais.ledger.Entry.Share;
import relais.ledger.Goods.Line;
import relais.partner.TermsText;

/** What each commission plan earns on an invoice, worked out by hand, in cents. */
class CommissionExamplesTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    /** Lines are {@code quantity x code net}, with {@code +tax} and {@code -discount} where there are any; freight stands alone. */
    @ParameterizedTest(name = "{0}: {1} earns {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # plan                                                              | invoice                          | earned by line, 0 for the whole | how
            rate: 12%                                                           | 1 x LAMP 10000                   | 1: 1200                | 100.00 x 12 %
            rate: 12%                                                           | 1 x LAMP 24990                   | 1: 2999                | 2998.8, up
            rate: 12%                                                           | 1 x LAMP 4                       |                        | 0.48, down to nothing
            rate: 12.5%                                                         | 1 x LAMP 20                      | 1: 3                   | 2.5 is half, so up
            rate: 12%                                                           | 1 x LAMP 10, 1 x BULB 10, 1 x CORD 10 | 1: 1, 2: 1, 3: 1  | 1.2 each, rounded line by line
            'rate: 10%, base: {tax: included}'                                  | 1 x LAMP 10000+2000              | 1: 1200                | (100 + 20) x 10 %
            'rate: 10%, base: {discounts: ignored}'                             | 1 x LAMP 9000-1000               | 1: 1000                | (90 + 10) x 10 %
            'rate: 10%, base: {freight: included}'                              | 1 x LAMP 10000, freight 590      | 1: 1000, 0: 59         | freight is a part of its own
            rate: 10%                                                           | 1 x LAMP 10000+2000, freight 590 | 1: 1000                | neither tax nor freight
            'rate: 10%, products: [{codes: [BULB], rate: 5%}]'                  | 1 x LAMP 10000, 1 x BULB 1000    | 1: 1000, 2: 50         | bulbs earn 5 %
            'rate: 10%, products: [{codes: ["LA*"], rate: 20%}]'                | 1 x LAMP 10000, 1 x BULB 1000    | 1: 2000, 2: 100        | whatever begins with LA
            'rate: 10%, products: [{category: glass, rate: 7%}]'                | 1 x BULB/glass 1000              | 1: 70                  | by category
            'rate: 10%, products: [{category: glass, codes: [LAMP], rate: 7%}]' | 1 x BULB/glass 1000              | 1: 100                 | both have to fit
            'products: [{codes: [BULB], rate: 5%}]'                             | 1 x LAMP 10000, 1 x BULB 1000    | 2: 50                  | lamps earn nothing
            perOrder: 5.00                                                      | 1 x LAMP 10000, 1 x BULB 1000    | 0: 500                 | once
            perUnit: 0.50                                                       | 3 x LAMP 10000, 2 x BULB 1000    | 1: 150, 2: 100         | 3 x 0.50, 2 x 0.50
            'rate: 1%, perUnit: 0.50, perOrder: 2'                              | 3 x LAMP 10000                   | 1: 100, 1: 150, 0: 200 | all of them
            'rate: 1%, firstSale: 10'                                           | 1 x LAMP 10000                   | 1: 100, 0: 1000        | the consumer's first order
            'rate: 1%, minimum: 3'                                              | 1 x LAMP 10000                   | 1: 100, 0: 200         | 1.00, so 2.00 more
            'rate: 5%, minimum: 3'                                              | 1 x LAMP 10000                   | 1: 500                 | more than the minimum
            'rate: 0%, minimum: 3'                                              | 1 x LAMP 10000                   |                        | nothing is earned, so no minimum
            'rate: 10%, consumerCap: 12'                                        | 1 x LAMP 10000, 1 x BULB 5000    | 1: 1000, 2: 200        | 2.00 are left for the second line
            'rate: 10%, periodCap: {amount: 9.99, every: month}'                | 1 x LAMP 10000                   | 1: 999                 | capped
            'tiers: {every: order, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 1 x LAMP 15000         | 1: 1000                | 100 x 5 % + 50 x 10 %
            'tiers: {every: order, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 1 x LAMP 8000, 1 x BULB 4000 | 1: 400, 2: 300   | 80 x 5 %; 20 x 5 % + 20 x 10 %
            'tiers: {every: order, counting: whole, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 1 x LAMP 15000 | 1: 1500      | 150 x 10 %
            'tiers: {every: order, counting: whole, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 1 x LAMP 9999 | 1: 500        | 99.99 x 5 % = 499.95, up
            'tiers: {every: order, counting: whole, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 1 x LAMP 10000 | 1: 1000      | the step's own amount is reached
            """)
    void plans(String plan, String invoice, String earned, String how) {
        assertThat(earned(plan, invoice, 1_000_000, Before.NOTHING)).isEqualTo(earned == null ? "" : earned);
    }

    /** Volume, earnings for the consumer and in the period: what was there before the invoice, in cents. */
    @ParameterizedTest(name = "{0} with {1} before: {2} earns {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # plan                                                              | volume, consumer, period | invoice | earned   | how
            'tiers: {every: month, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 8000, 0, 0  | 1 x LAMP 4000  | 1: 300  | 20 x 5 % + 20 x 10 %
            'tiers: {every: month, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 10000, 0, 0 | 1 x LAMP 4000  | 1: 400  | all above
            'tiers: {every: month, counting: whole, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 8000, 0, 0 | 1 x LAMP 4000 | 1: 800 | 120 x 10 % less 80 x 5 %
            'rate: 10%, consumerCap: 12'                                        | 0, 1100, 0   | 1 x LAMP 4000  | 1: 100  | 1.00 is left
            'rate: 10%, consumerCap: 12'                                        | 0, 1200, 0   | 1 x LAMP 4000  |         | nothing is left
            'rate: 10%, periodCap: {amount: 50, every: year}'                   | 0, 0, 4900   | 1 x LAMP 4000  | 1: 100  | 1.00 is left
            'rate: 10%, consumerCap: 12, periodCap: {amount: 50, every: year}'  | 0, 1150, 4900 | 1 x LAMP 4000 | 1: 50   | the tighter of the two
            """)
    void plansThatRemember(String plan, String before, String invoice, String earned, String how) {
        var numbers =
                Arrays.stream(before.split(", ")).mapToLong(Long::parseLong).toArray();
        assertThat(earned(plan, invoice, 1_000_000, new Before(numbers[0], true, true, numbers[1], numbers[2])))
                .isEqualTo(earned == null ? "" : earned);
    }

    @ParameterizedTest(name = "{0} for a share of {1} ppm: {2} earns {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # plan                    | share  | invoice              | earned          | how
            rate: 12%                 | 250000 | 1 x LAMP 10000       | 1: 300          | a quarter of 12.00
            rate: 12%                 | 333333 | 1 x LAMP 10000       | 1: 400          | 399.9996, up
            perOrder: 5.00            | 500000 | 1 x LAMP 10000       | 0: 250          | half
            perUnit: 0.05             | 500000 | 1 x LAMP 10000       | 1: 3            | 2.5 is half, so up
            'rate: 1%, minimum: 3'    | 500000 | 1 x LAMP 10000       | 1: 50, 0: 100   | half of the minimum, too
            'rate: 10%, consumerCap: 3' | 500000 | 1 x LAMP 10000     | 1: 300          | a cap is a cap
            'tiers: {every: order, steps: [{from: 0, rate: 5%}, {from: 100, rate: 10%}]}' | 500000 | 1 x LAMP 30000 | 1: 1000 | half of 300 is a volume of 150: 100 x 5 % + 50 x 10 %
            """)
    void sharesOfPlans(String plan, int ppm, String invoice, String earned, String how) {
        assertThat(earned(plan, invoice, ppm, Before.NOTHING)).isEqualTo(earned);
    }

    @ParameterizedTest(name = "{0} on a further invoice of the order: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            rate: 1%, perOrder: 5, firstSale: 10 | 1: 100
            """)
    void whatIsPaidOnceAnOrder(String plan, String earned) {
        assertThat(earned(plan, "1 x LAMP 10000", 1_000_000, new Before(0, false, true, 0, 0)))
                .isEqualTo(earned);
    }

    @ParameterizedTest(name = "{0} of {1} among {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            100 | 1, 1, 1    | 34, 33, 33    | what is left over goes to the first
            100 | 1, 2, 3    | 17, 33, 50    | 16.67, 33.33, 50: the largest remainder is the first
            5   | 1, 1, 1, 1 | 2, 1, 1, 1    | ties by order
            0   | 1, 1       | 0, 0          | nothing
            7   | 0, 1       | 0, 7          | nobody gets anything for nothing
            """)
    void splits(long whole, String weights, String parts, String how) {
        var given = Arrays.stream(weights.split(", ")).map(Long::valueOf).toList();
        assertThat(Split.of(whole, given).stream().map(String::valueOf).collect(joining(", ")))
                .isEqualTo(parts);
    }

    private static String earned(String plan, String invoice, int ppm, Before before) {
        var terms = TermsText.parse(
                "attribution: {model: last-touch, window: P30D}, settlement: {holdDays: 0}, commission: {"
                        + plan.replaceAll("([0-9.]+%)", "\"$1\"") + "}");
        var result = Earning.of(goods(invoice), new Share("acme", ppm, 1), terms.commission(), before);
        return result.parts().stream().map(CommissionExamplesTest::words).collect(joining(", "));
    }

    private static String words(Earned earned) {
        return earned.line() + ": " + earned.amount();
    }

    private static Goods goods(String invoice) {
        var parts = List.of(invoice.split(", "));
        var freight = parts.stream()
                .filter(part -> part.startsWith("freight "))
                .mapToLong(part -> Long.parseLong(part.substring(8)))
                .sum();
        var lines = parts.stream().filter(part -> !part.startsWith("freight ")).toList();
        return new Goods(
                EUR,
                lines.stream().map(line -> line(lines.indexOf(line) + 1, line)).toList(),
                freight);
    }

    private static Line line(int number, String text) {
        var words = text.split(" ");
        var code = words[2].split("/");
        var amounts = words[3].split("(?=[+-])");
        var tax = Arrays.stream(amounts)
                .filter(a -> a.startsWith("+"))
                .mapToLong(Long::parseLong)
                .sum();
        var discount = Arrays.stream(amounts)
                .filter(a -> a.startsWith("-"))
                .mapToLong(Long::parseLong)
                .sum();
        return new Line(
                number,
                "",
                code[0],
                code.length > 1 ? code[1] : "",
                new BigDecimal(words[0]),
                Long.parseLong(amounts[0]),
                tax,
                -discount);
    }
}
