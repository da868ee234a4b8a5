package relais.ledger;

import java.time.LocalDate;

/**
 * A partner, or the brand itself, met a consumer.
 *
 * @param party the partner's id, or the brand's
 */
public record Touch(String party, Kind kind, LocalDate day) {

    /** How, the strongest claim first. */
    public enum Kind {
        /** The partner registered the deal beforehand. */
        DEAL,
        /** The consumer showed the partner's loyalty number. */
        LOYALTY,
        /** The order carries the partner's coupon. */
        COUPON,
        /** The consumer came over the partner's link. */
        CLICK,
        /** The partner took the order and had it shipped to the consumer. */
        ORDER
    }
}
