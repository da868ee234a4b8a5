package relais.ledger;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relais.ledger.Books.Acquisition;
import relais.partner.AttributionTerms;
import relais.partner.AttributionTerms.Model;
import relais.partner.AttributionTerms.Part;
import relais.partner.Terms;

/**
 * What each partner may claim of an order, by its own terms, and what of it is granted. Claims that add up to no more
 * than the whole are granted, and the rest is the brand's; of more, the stronger goes first.
 */
final class Claims {

    /** @param ppm of the order */
    record Claim(String party, long ppm, int termsVersion, Touch strongest, String reason) {}

    /** @param ppm what is granted of the claim */
    record Granted(Claim claim, long ppm) {}

    /**
     * What an order's attribution rests on.
     *
     * @param seller who took the order; the brand for its own shops
     * @param path everything that touched the consumer until then, oldest first, the order itself last
     * @param acquisition who brought the consumer, unless this order does
     */
    record Situation(String brand, String seller, LocalDate day, List<Touch> path, Optional<Acquisition> acquisition) {

        boolean isDirect() {
            return seller.equals(brand);
        }

        Optional<Acquisition> acquisitionOf(String party) {
            return acquisition.filter(a -> a.partner().equals(party));
        }

        /** Every partner that may have a claim, in the order in which they first touched. */
        List<String> partners() {
            return Stream.concat(path.stream().map(Touch::party), acquisition.map(Acquisition::partner).stream())
                    .filter(party -> !party.equals(brand))
                    .distinct()
                    .toList();
        }
    }

    private final Situation situation;

    Claims(Situation situation) {
        this.situation = situation;
    }

    /** @param protector the partner whose protection no other can break, if any */
    Optional<Claim> of(String party, Terms terms, Optional<String> protector) {
        if (protector.isPresent() && !protector.get().equals(party)) return Optional.empty();
        var claim = byModel(party, terms.attribution());
        if (protector.isPresent() && !situation.isDirect())
            claim = new Portion(Terms.WHOLE_PPM, "protected since it brought the consumer");
        var owned = situation.acquisitionOf(party);
        if (owned.isPresent()) claim = later(claim, terms.attribution(), owned.get());
        return claim.ppm == 0
                ? Optional.empty()
                : Optional.of(new Claim(party, claim.ppm, terms.version(), strongest(party), claim.reason));
    }

    private record Portion(long ppm, String reason) {}

    private Portion byModel(String party, AttributionTerms terms) {
        if (terms.model() == Model.FIXED) return fixed(party, terms);
        var path = within(terms);
        var share = Models.shares(terms, path, situation.day, situation.brand).getOrDefault(party, 0L);
        return new Portion(
                share, words(terms.model()) + " of " + path.size() + (path.size() == 1 ? " touch" : " touches"));
    }

    private Portion fixed(String party, AttributionTerms terms) {
        var brought = situation.acquisition.isPresent()
                ? situation.acquisitionOf(party).isPresent()
                : party.equals(situation.seller);
        return new Portion(brought ? terms.fixedPpm() : 0, "fixed share");
    }

    /** The order itself always counts. */
    private List<Touch> within(AttributionTerms terms) {
        var from = situation.day.minus(terms.window());
        return situation.path.stream()
                .filter(touch -> !touch.day().isBefore(from))
                .toList();
    }

    /** On orders after the one that brought the consumer, a part of the claim counts, and of direct sales at least a part. */
    private Portion later(Portion claim, AttributionTerms terms, Acquisition owned) {
        var repeated = terms.repeat()
                .map(part -> new Portion(scaled(claim.ppm, part, owned), claim.reason + ", repeat purchase"))
                .orElse(claim);
        if (!situation.isDirect() || terms.direct().isEmpty()) return repeated;
        var direct = scaled(Terms.WHOLE_PPM, terms.direct().get(), owned);
        if (direct <= repeated.ppm) return repeated;
        return new Portion(
                direct,
                "acquired through it on " + owned.day() + ", direct purchase within "
                        + terms.direct().get().lasting());
    }

    private long scaled(long ppm, Part part, Acquisition owned) {
        var lasts = !situation.day.isAfter(owned.day().plus(part.lasting()));
        return lasts ? ppm * part.sharePpm() / Terms.WHOLE_PPM : 0;
    }

    private Touch strongest(String party) {
        return situation.path.stream()
                .filter(touch -> touch.party().equals(party))
                .min(comparing(Touch::kind).thenComparing(Touch::day))
                .orElseGet(() -> new Touch(
                        party,
                        Touch.Kind.ORDER,
                        situation.acquisitionOf(party).orElseThrow().day()));
    }

    /** Stronger evidence goes first, then the earlier, then the name. */
    static List<Granted> grant(List<Claim> claims) {
        var left = (long) Terms.WHOLE_PPM;
        var granted = new ArrayList<Granted>();
        var inOrder = claims.stream()
                .sorted(comparing((Claim claim) -> claim.strongest().kind())
                        .thenComparing(claim -> claim.strongest().day())
                        .thenComparing(Claim::party))
                .toList();
        for (var claim : inOrder) {
            var ppm = Math.min(claim.ppm(), left);
            granted.add(new Granted(claim, ppm));
            left -= ppm;
        }
        return granted;
    }

    private static final Map<Model, String> WORDS = Map.of(
            Model.FIRST_TOUCH, "first",
            Model.LAST_TOUCH, "last",
            Model.LAST_NON_DIRECT, "last not direct",
            Model.LINEAR, "equal part",
            Model.POSITION, "part by position",
            Model.TIME_DECAY, "part by age",
            Model.PRECEDENCE, "strongest");

    private static String words(Model model) {
        return WORDS.getOrDefault(model, "");
    }
}
