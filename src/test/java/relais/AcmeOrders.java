package relais;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Drop-ship orders of Acme Retail, numbered one after the other, and the interchanges they come in. */
final class AcmeOrders {

    private static final BigDecimal COMMISSION = new BigDecimal("0.12");
    private static final int CONSUMERS = 60;
    private static final int FIRST_CONTROL_NUMBER = 5001;

    /** Prices whose commission does not come out in whole cents. */
    private static final List<BigDecimal> PRICES =
            List.of(new BigDecimal("89.05"), new BigDecimal("240.10"), new BigDecimal("149.54"));

    private static final List<String> ITEMS = List.of(
            "EN*5412345010012*VN*ML-TABLE-01", "EN*5412345010029*VN*ML-FLOOR-02", "EN*5412345010036*VN*ML-PEND-03");

    private final int count;
    private final int perInterchange;

    AcmeOrders(int count, int perInterchange) {
        this.count = count;
        this.perInterchange = perInterchange;
    }

    /** One line of one to four lamps. */
    private record Order(int index) {

        String number() {
            return "CR-" + (1001 + index);
        }

        int quantity() {
            return 1 + index % 4;
        }

        BigDecimal price() {
            return PRICES.get(index % PRICES.size());
        }

        int consumer() {
            return index % CONSUMERS;
        }

        List<String> segments(int ordinal) {
            var control = String.format("%04d", ordinal);
            return List.of(
                    "ST*850*" + control,
                    "BEG*00*DS*" + number() + "**20260302",
                    "CUR*BY*USD",
                    "REF*CO*C-" + (7001 + index),
                    "N1*BY*Acme Retail*92*ACME-HQ",
                    "N1*SE*Maison Lumen*92*77120",
                    "N1*ST*Consumer Number " + consumer(),
                    "N3*" + (1 + consumer()) + " Example Street",
                    "N4*Springfield*IL*62701*US",
                    "PER*IC*Consumer Number " + consumer() + "*EM*consumer." + consumer() + "@example.com",
                    "PO1*1*" + quantity() + "*EA*" + price() + "**" + ITEMS.get(index % ITEMS.size()),
                    "CTT*1",
                    "SE*13*" + control);
        }
    }

    List<String> numbers() {
        return orders().map(Order::number).toList();
    }

    private Stream<Order> orders() {
        return IntStream.range(0, count).mapToObj(Order::new);
    }

    /** How many people order. */
    int consumers() {
        return Math.min(count, CONSUMERS);
    }

    /** {@code ORDER CENTS} for each: 12 % of what the order comes to, rounded half up. */
    List<String> commissions() {
        return orders().map(order -> order.number() + " "
                        + order.price()
                                .multiply(BigDecimal.valueOf(order.quantity()))
                                .multiply(COMMISSION)
                                .setScale(2, HALF_UP)
                                .unscaledValue())
                .toList();
    }

    /** Control number of each interchange, which its group has too. */
    List<String> controlNumbers() {
        return IntStream.range(0, count / perInterchange)
                .mapToObj(i -> Integer.toString(FIRST_CONTROL_NUMBER + i))
                .toList();
    }

    /** Text of each interchange. */
    List<String> interchanges() {
        return IntStream.range(0, count / perInterchange)
                .mapToObj(this::interchange)
                .toList();
    }

    private String interchange(int index) {
        var control = Integer.toString(FIRST_CONTROL_NUMBER + index);
        var long9 = "0".repeat(9 - control.length()) + control;
        var segments = new ArrayList<String>();
        segments.add("ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260302*0830*U*00401*"
                + long9 + "*0*P*>");
        segments.add("GS*PO*081466849*MAISONLUMEN*20260302*0830*" + control + "*X*004010");
        for (int i = 0; i < perInterchange; i++) segments.addAll(new Order(index * perInterchange + i).segments(i + 1));
        segments.add("GE*" + perInterchange + "*" + control);
        segments.add("IEA*1*" + long9);
        return String.join("~\n", segments) + "~\n";
    }
}
