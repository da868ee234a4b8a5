package relais.ledger;

import java.math.BigDecimal;

/** Parts per million as people write them: {@code 12.5 %}. */
final class Percent {

    private Percent() {}

    static String of(long ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }
}
