package relais.document;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is added to a price or taken off it, without tax.
 *
 * @param reasonCode UNTDID 5189 for an allowance, 7161 for a charge ({@code 95} discount, {@code FC} freight), or empty
 * @param amount more than zero in either direction
 * @param percent of the base amount, 10 for 10 %, where it was worked out so
 * @param taxCategory as {@link Tax#category}, of an allowance or a charge on a whole document
 * @param taxRatePercent of an allowance or a charge on a whole document
 */
public record Charge(
        Kind kind,
        String reasonCode,
        String reason,
        BigDecimal amount,
        Optional<BigDecimal> percent,
        Optional<BigDecimal> baseAmount,
        String taxCategory,
        Optional<BigDecimal> taxRatePercent) {

    public enum Kind {
        ALLOWANCE,
        CHARGE
    }

    /** The amount with its sign: less than zero for an allowance. */
    public BigDecimal signedAmount() {
        return kind == Kind.ALLOWANCE ? amount.negate() : amount;
    }
}
