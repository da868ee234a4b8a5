package relais.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import relais.document.Charge;

/**
 * What a line comes to: its quantity times its price, with its charges and less its allowances, to the cent. It is only written:
 * an order says what is wanted and at which price, and the invoice what is due.
 *
 * @param price for one of the quantity, or for as many as the basis says
 * @param charges of the line, where its kind of line has any
 */
record XmlNet(Path quantity, Path price, Path basis, Optional<Path> charges) implements XmlSpec {

    private static final int CENTS = 2;

    /** @param line with a quantity and a {@code priceBasis} */
    static XmlNet of(Tree line, Path price) {
        var charges =
                line.byName().containsKey("charges") ? Optional.of(Path.of(line, "charges")) : Optional.<Path>empty();
        return new XmlNet(Path.of(line, "quantity.value"), price, Path.of(line, "priceBasis"), charges);
    }

    @Override
    public void read(String text, Place at, Draft into) {}

    @Override
    public boolean looks() {
        return false;
    }

    @Override
    public boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run) {
        var goods = goods(from);
        var charged = charged(from);
        if (goods.isPresent() || charged.signum() != 0) {
            var net = goods.orElse(BigDecimal.ZERO).add(charged);
            into.set(attribute, net.setScale(CENTS, RoundingMode.HALF_UP).toPlainString());
        }
        return false;
    }

    private Optional<BigDecimal> goods(Object from) {
        if (!(price.get(from) instanceof BigDecimal each)) return Optional.empty();
        var full = quantity.get(from) instanceof BigDecimal many ? each.multiply(many) : BigDecimal.ZERO;
        return Optional.of(
                basis.get(from) instanceof BigDecimal of && of.signum() != 0
                        ? full.divide(of, CENTS, RoundingMode.HALF_UP)
                        : full);
    }

    private BigDecimal charged(Object from) {
        return charges.stream()
                .flatMap(path -> path.items(from).stream())
                .map(item -> ((Charge) item).signedAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
