package relais.ledger;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.ledger.Books.Acquisition;
import relais.ledger.Claims.Claim;
import relais.ledger.Claims.Situation;
import relais.partner.Terms;
import relais.partner.TermsText;

/** What each model of attribution makes of what touched a consumer, worked out by hand, in parts per million. */
class AttributionExamplesTest {

    private static final LocalDate ORDERED = LocalDate.of(2026, 6, 30);

    /**
     * Touches are {@code party:kind-days before the order}, oldest first; the order itself, taken by the seller, comes last.
     * Whatever no partner is granted is the brand's.
     */
    @ParameterizedTest(name = "{0}: {1} sold by {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # terms of every partner                 | touches before the order                     | seller | shares              | how
            model: first-touch                       | a:click-9, b:click-3                         | brand  | a 1000000           | a was first
            model: first-touch                       | a:click-31, b:click-3                        | brand  | b 1000000           | a lies outside of the window of 30 days
            model: first-touch                       | a:click-30, b:click-3                        | brand  | a 1000000           | the last day of the window counts
            model: first-touch                       | brand:click-9, b:click-3                     | brand  |                     | the brand was first
            model: last-touch                        | a:click-9, b:click-3                         | a      | a 1000000           | the order itself is a touch of who took it
            model: last-touch                        | a:click-9, b:click-3                         | brand  |                     | the last is the brand's own shop
            model: last-non-direct                   | a:click-9, b:click-3                         | brand  | b 1000000           | the brand's own does not count
            model: last-non-direct                   |                                              | brand  |                     | nobody but the brand
            model: linear                            | a:click-9, b:click-3                         | brand  | a 333334, b 333333  | three touches; what is left over goes to the first
            model: linear                            | a:click-9, b:click-5, a:click-3              | a      | a 750000, b 250000  | three of four
            model: position                          | a:click-9                                    | b      | a 500000, b 500000  | two: half and half
            model: position                          | a:click-9, b:click-8, c:click-7              | d      | a 400000, b 100000, c 100000, d 400000 | 40, 20 among two, 40
            model: position                          | a:click-9, b:click-8                         | a      | a 800000, b 200000  | a is first and last
            'model: time-decay, halfLife: 7'         | a:click-14, b:click-7                        | c      | a 142857, b 285714, c 571429 | 1/4 : 1/2 : 1 of 7/4
            'model: time-decay, halfLife: 7'         | a:click-7                                    | a      | a 1000000           | a alone
            'model: fixed, share: 40%'               |                                              | a      | a 400000            | a brings the consumer with this order
            model: precedence                        | a:click-9, b:coupon-5, c:click-3             | brand  | b 1000000           | coupon before click
            model: precedence                        | a:loyalty-9, b:deal-1                        | c      | b 1000000           | deal before loyalty before order
            model: precedence                        | a:coupon-9, b:coupon-5                       | brand  | a 1000000           | of equals the earliest
            """)
    void models(String model, String touches, String seller, String shares, String how) {
        assertThat(shares(model, touches, seller, Optional.empty(), 0)).isEqualTo(orEmpty(shares));
    }

    /** The consumer was brought by partner a, so many days before the order. */
    @ParameterizedTest(name = "{0}: {1} days after a brought the consumer, {2} sold by {3} is {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # terms of every partner                                                     | days | touches   | seller | shares             | how
            model: last-touch                                                            | 10   |           | a      | a 1000000          | no terms for repeat purchases: all of it
            'model: last-touch, repeat: {share: 50%, for: P30D}'                         | 10   |           | a      | a 500000           | half of 100 %
            'model: last-touch, repeat: {share: 50%, for: P30D}'                         | 30   |           | a      | a 500000           | the last day
            'model: last-touch, repeat: {share: 50%, for: P30D}'                         | 31   |           | a      |                    | a day too late
            'model: last-touch, repeat: {share: 50%, for: P30D}'                         | 10   |           | b      | b 1000000          | b has not brought the consumer; nothing is repeated for it
            'model: last-touch, direct: {share: 25%, for: P30D}'                         | 10   |           | brand  | a 250000           | a quarter of direct sales
            'model: last-touch, direct: {share: 25%, for: P30D}'                         | 31   |           | brand  |                    | a day too late
            'model: last-non-direct, direct: {share: 25%, for: P30D}'                    | 10   | a:click-1 | brand  | a 1000000          | its click is worth more
            'model: last-touch, protection: P20D'                                        | 10   |           | b      | a 1000000          | a is protected
            'model: last-touch, protection: P20D'                                        | 20   |           | b      | a 1000000          | the last day
            'model: last-touch, protection: P20D'                                        | 21   |           | b      | b 1000000          | a day too late
            'model: last-touch, protection: P20D'                                        | 10   | b:click-1 | brand  |                    | protection gives nothing on direct sales, and b cannot break it
            'model: fixed, share: 40%'                                                   | 10   |           | b      | a 400000           | a share of whatever its consumer buys
            'model: fixed, share: 40%, repeat: {share: 50%}'                             | 10   |           | b      | a 200000           | half of it on repeat purchases
            """)
    void consumersThatAPartnerBrought(
            String terms, int days, String touches, String seller, String shares, String how) {
        var acquired = Optional.of(new Acquisition("a", ORDERED.minusDays(days)));
        assertThat(shares(terms, touches, seller, acquired, days)).isEqualTo(orEmpty(shares));
    }

    /** Each partner claims by its own terms; what is claimed twice goes to the stronger. */
    @ParameterizedTest(name = "a {0}, b {1}: {2} sold by {3} is {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # terms of a        | terms of b        | touches                 | seller | shares             | how
            model: first-touch  | model: last-touch | a:click-9               | b      | a 1000000          | both claim all; a click is stronger than an order
            model: first-touch  | model: last-touch | a:coupon-9, b:deal-2    | b      | b 1000000          | a deal is stronger than a coupon
            model: first-touch  | model: last-touch | a:click-9, b:click-5    | b      | a 1000000          | equally strong; a was earlier
            model: linear       | model: last-touch | a:click-9               | b      | a 500000, b 500000 | a claims half, b all; half is left for b
            model: last-touch   | model: linear     | a:click-9               | b      | b 500000           | a claims nothing, b half; the brand keeps half
            """)
    void claimsThatMeet(String a, String b, String touches, String seller, String shares, String how) {
        var situation = situation(touches, seller, Optional.empty());
        var claims = new Claims(situation);
        var claimed = Stream.of(claims.of("a", terms(a), Optional.empty()), claims.of("b", terms(b), Optional.empty()))
                .flatMap(Optional::stream)
                .toList();

        assertThat(granted(claimed)).isEqualTo(orEmpty(shares));
    }

    private static String shares(
            String model, String touches, String seller, Optional<Acquisition> acquired, int daysSince) {
        var terms = terms(model);
        var situation = situation(touches, seller, acquired);
        var protection = terms.attribution().protection();
        var protector = acquired.filter(
                        a -> !protection.isZero() && !ORDERED.isAfter(a.day().plus(protection)))
                .map(Acquisition::partner);
        var claims = new Claims(situation);
        var claimed = new ArrayList<Claim>();
        for (var party : situation.partners())
            claims.of(party, terms, protector).ifPresent(claimed::add);
        return granted(claimed);
    }

    private static String granted(List<Claim> claims) {
        return Claims.grant(claims).stream()
                .filter(granted -> granted.ppm() > 0)
                .map(granted -> granted.claim().party() + " " + granted.ppm())
                .sorted()
                .collect(joining(", "));
    }

    private static Terms terms(String attribution) {
        return TermsText.parse("attribution: {window: P30D, " + attribution.replaceAll("(\\d+%)", "\"$1\"")
                + "}, commission: {rate: \"10%\"}, settlement: {holdDays: 0}");
    }

    private static Situation situation(String touches, String seller, Optional<Acquisition> acquired) {
        var path = new ArrayList<Touch>();
        Arrays.stream(orEmpty(touches).split(", ")).filter(t -> !t.isEmpty()).forEach(text -> path.add(touch(text)));
        path.add(new Touch(seller, Touch.Kind.ORDER, ORDERED));
        return new Situation("brand", seller, ORDERED, path, acquired);
    }

    private static Touch touch(String text) {
        var parts = text.split("[:-]");
        return new Touch(
                parts[0], Touch.Kind.valueOf(parts[1].toUpperCase()), ORDERED.minusDays(Integer.parseInt(parts[2])));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
