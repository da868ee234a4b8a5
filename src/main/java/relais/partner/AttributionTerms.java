package relais.partner;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * When an order counts as brought by the partner.
 *
 * @param window how long before an order a touch counts for it
 * @param halfLifeDays after how many days a touch weighs half, for {@link Model#TIME_DECAY}
 * @param fixedPpm the partner's share of what its consumers buy, for {@link Model#FIXED}
 * @param protection for how long after the partner brought a consumer no other partner is credited for it
 * @param repeat what part of its claim counts on later orders of consumers it brought; all of it when empty
 * @param direct what part of the commission it has on what its consumers buy from the brand itself; none when empty
 * @param codes coupon and referral codes by which an order names the partner; upper and lower case are the same
 */
public record AttributionTerms(
        Model model,
        Period window,
        int halfLifeDays,
        int fixedPpm,
        Period protection,
        Optional<Part> repeat,
        Optional<Part> direct,
        List<String> codes) {

    public AttributionTerms {
        codes = List.copyOf(codes);
    }

    /** How credit for an order is divided among the touches before it. */
    public enum Model {
        /** All to the first. */
        FIRST_TOUCH,
        /** All to the last. */
        LAST_TOUCH,
        /** All to the last that was not the brand's own. */
        LAST_NON_DIRECT,
        /** The same to each. */
        LINEAR,
        /** 40 % to the first, 40 % to the last, 20 % to those between; half and half when there are two. */
        POSITION,
        /** The more recent the more: half the weight after each half-life. */
        TIME_DECAY,
        /** A fixed share to the partner that brought the consumer. */
        FIXED,
        /** All to the strongest: a registered deal before a loyalty number, a coupon, a click, an order; the earliest of equals. */
        PRECEDENCE
    }

    /** @param lasting how long after the partner brought the consumer */
    public record Part(int sharePpm, Period lasting) {}
}
