package relais.document;

import java.math.BigDecimal;

/**
 * A count or measure.
 *
 * @param unit UN/ECE Recommendation 20 code: {@code EA} each, {@code CT} carton, {@code KGM} kilogram
 */
public record Quantity(BigDecimal value, String unit) {}
