package relais.document;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in a currency, in major units ({@code 12.50 EUR}). */
public record Money(BigDecimal amount, Currency currency) {

    /**
     * The amount in minor units: 1250 for 12.50 EUR, 1250 for 1250 JPY.
     *
     * @throws ArithmeticException if the amount is finer than the currency's minor unit
     */
    public long minorUnits() {
        return amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
    }

    public static Money ofMinorUnits(long minorUnits, Currency currency) {
        return new Money(BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
