package relais.partner;

import java.time.Period;
import java.util.List;

/**
 * Whose customer a consumer is that the partner brought.
 *
 * @param partnerPpm the partner's share of a co-owned consumer; all or nothing for the other owners
 * @param fields what the partner may see of the consumer
 * @param visibleFor how long after it brought the consumer
 * @param noSolicitation for how long the partner may not be bypassed, nor offer the consumer copies
 */
public record OwnershipTerms(
        Owner owner, int partnerPpm, List<Field> fields, Period visibleFor, Period noSolicitation) {

    public OwnershipTerms {
        fields = List.copyOf(fields);
    }

    public enum Owner {
        BRAND,
        CO_OWNED,
        PARTNER
    }

    /** What can be seen of a consumer. */
    public enum Field {
        NAME,
        EMAIL,
        PHONE,
        ADDRESS
    }
}
