package relais.document;

import java.math.BigDecimal;

/**
 * The tax of one category and rate on a whole document.
 *
 * @param category UNTDID 5305: {@code S} standard rate, {@code Z} zero rated, {@code E} exempt, {@code AE} reverse charge, {@code K} supply
 *     within the European Union, {@code G} export, {@code O} outside the scope of tax; empty means {@code S}
 * @param ratePercent 20 for 20 %
 */
public record Tax(String category, BigDecimal ratePercent, BigDecimal baseAmount, BigDecimal amount) {}
