package relais.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * What was sold or came back, in minor units of one currency.
 *
 * @param freight charged besides the lines
 */
public record Goods(Currency currency, List<Line> lines, long freight) {

    public Goods {
        lines = List.copyOf(lines);
        for (var line : lines)
            if (line.net() < 0 || line.tax() < 0 || line.discount() < 0 || freight < 0)
                throw new IllegalArgumentException("amounts of goods are not negative, got " + line);
    }

    /**
     * @param line its number in the document
     * @param code the brand's article number, or empty
     * @param category that product rates name, or empty
     * @param net after discounts, without tax
     * @param discount that was taken off
     */
    public record Line(
            int line,
            String gtin,
            String code,
            String category,
            BigDecimal quantity,
            long net,
            long tax,
            long discount) {

        /** 2 and 2.0 are the same quantity, and so are the facts that state them. */
        public Line {
            quantity = quantity.stripTrailingZeros();
            if (quantity.scale() < 0) quantity = quantity.setScale(0);
        }

        /** What units cost at the price of this line, in minor units, half up. */
        public long worth(BigDecimal units) {
            return units.multiply(BigDecimal.valueOf(net))
                    .divide(quantity, 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    /** Without tax and freight. */
    public long net() {
        return lines.stream().mapToLong(Line::net).reduce(0, Math::addExact);
    }
}
