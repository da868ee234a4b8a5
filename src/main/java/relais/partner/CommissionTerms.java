package relais.partner;

import java.util.List;
import java.util.Optional;
import relais.document.Money;

/**
 * What the partner earns on an invoice. Amounts are rounded half up to the minor unit, line by line.
 *
 * @param ratePpm of the base, where no product rate and no tier says otherwise
 * @param products rates of products or categories; the first that fits counts
 * @param tiers rates by volume
 * @param perOrder once for each order
 * @param perUnit for each unit invoiced
 * @param firstSale once for a consumer's first order
 * @param minimum of an invoice on which anything is earned
 * @param consumerCap most for one consumer, ever
 * @param periodCap most in a period
 */
public record CommissionTerms(
        int ratePpm,
        Basis base,
        List<ProductRate> products,
        Optional<Tiers> tiers,
        Optional<Money> perOrder,
        Optional<Money> perUnit,
        Optional<Money> firstSale,
        Optional<Money> minimum,
        Optional<Money> consumerCap,
        Optional<PeriodCap> periodCap) {

    public CommissionTerms {
        products = List.copyOf(products);
    }

    /**
     * What rates apply to: the net amount of a line, and what else.
     *
     * @param tax whether tax is added
     * @param freight whether freight that the invoice charges is added, as a line of its own
     * @param beforeDiscounts whether discounts are left out of account
     */
    public record Basis(boolean tax, boolean freight, boolean beforeDiscounts) {

        public static final Basis NET = new Basis(false, false, false);
    }

    /**
     * @param category of the item, or empty for any
     * @param codes GTINs or the brand's article numbers, {@code *} for any ending; empty for any
     */
    public record ProductRate(String category, List<String> codes, int ratePpm) {
        public ProductRate {
            codes = List.copyOf(codes);
        }
    }

    /** A length of calendar time. */
    public enum Every {
        MONTH,
        QUARTER,
        YEAR
    }

    /**
     * @param every the period whose volume counts; of each order by itself when empty
     * @param marginal whether a step's rate counts for what lies above it, or for the whole volume once it is reached
     * @param steps lowest first, the first from zero
     */
    public record Tiers(Optional<Every> every, boolean marginal, List<Step> steps) {
        public Tiers {
            steps = List.copyOf(steps);
        }
    }

    public record Step(Money from, int ratePpm) {}

    public record PeriodCap(Money amount, Every every) {}
}
