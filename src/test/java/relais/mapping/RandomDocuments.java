package relais.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import relais.document.Address;
import relais.document.Consumer;
import relais.document.DespatchAdvice;
import relais.document.Document;
import relais.document.DocumentType;
import relais.document.InventoryReport;
import relais.document.Invoice;
import relais.document.Item;
import relais.document.Order;
import relais.document.OrderResponse;
import relais.document.Party;
import relais.document.Quantity;

/** Documents of every kind, as full or as empty as the standards allow, with texts of an alphabet. */
record RandomDocuments(Random random, String alphabet) {

    /** The longest text that two places of 35 characters carry wherever its spaces are: a part may have to end at an early one. */
    private static final int TWO_PARTS = 36;

    private static final List<String> UNITS = List.of("EA", "PCE", "CT", "KGM", "DZN");
    private static final Currency CURRENCY = Currency.getInstance("EUR");

    Document of(DocumentType type) {
        return switch (type) {
            case ORDER -> order();
            case ORDER_RESPONSE -> response();
            case DESPATCH_ADVICE -> advice();
            case INVOICE -> invoice();
            case INVENTORY_REPORT ->
                new InventoryReport(
                        number(),
                        "p",
                        date(),
                        party(),
                        list(n -> new InventoryReport.Line(n, item(), quantity(), maybe(date()))));
        };
    }

    private Order order() {
        return new Order(
                number(),
                "p",
                date(),
                CURRENCY,
                maybe(date()),
                party(),
                party(),
                maybe(place()),
                maybe(new Consumer(text(60), orNot("a.b@c.example"), orNot("+15550101"), maybe(address()))),
                orNot(number()),
                list(n -> new Order.Line(n, item(), quantity(), amount(4))));
    }

    private OrderResponse response() {
        return new OrderResponse(
                number(),
                "p",
                date(),
                number(),
                date(),
                CURRENCY,
                status(),
                party(),
                party(),
                list(n -> new OrderResponse.Line(n, item(), quantity(), amount(4), status(), maybe(date()))));
    }

    private DespatchAdvice advice() {
        var carrier = new DespatchAdvice.Carrier(orNot("UPSN"), orNot(text(35)), orNot(number()));
        return new DespatchAdvice(
                number(),
                "p",
                date(),
                number(),
                date(),
                date(),
                maybe(date()),
                carrier,
                party(),
                party(),
                maybe(place()),
                list(p -> new DespatchAdvice.Package(
                        orNot(digits(18)), list(n -> new DespatchAdvice.Line(n, item(), quantity())))));
    }

    private Invoice invoice() {
        return new Invoice(
                number(),
                "p",
                date(),
                number(),
                date(),
                orNot(number()),
                CURRENCY,
                maybe(date()),
                party(),
                party(),
                list(n -> new Invoice.Line(n, item(), quantity(), amount(4), amount(2))),
                list(n -> new Invoice.Tax(BigDecimal.valueOf(random.nextInt(10_000), 2), amount(2), amount(2))),
                amount(2),
                amount(2),
                amount(2));
    }

    private Party party() {
        return random.nextInt(5) == 0
                ? new Party("", "", "", Optional.empty())
                : new Party(orNot(digits(5)), orNot(digits(13)), text(60), maybe(address()));
    }

    /** A place of the partner: it has a number, or it would be taken for a consumer's home. */
    private Party place() {
        return new Party(digits(4), orNot(digits(13)), text(60), maybe(address()));
    }

    private Address address() {
        return new Address(
                text(TWO_PARTS), orNot(text(TWO_PARTS)), "x" + text(20), orNot("IL"), orNot(digits(5)), orNot("US"));
    }

    private Item item() {
        var lengths = List.of(8, 12, 13, 14);
        return new Item(
                orNot(digits(lengths.get(random.nextInt(4)))), "s" + number(), orNot(number()), orNot(text(TWO_PARTS)));
    }

    private Quantity quantity() {
        return new Quantity(
                BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4)),
                UNITS.get(random.nextInt(UNITS.size())));
    }

    private BigDecimal amount(int scaleMax) {
        var scale = scaleMax == 2 ? 2 : random.nextInt(scaleMax + 1);
        return BigDecimal.valueOf(random.nextInt(100_000_000), scale);
    }

    private OrderResponse.Status status() {
        return OrderResponse.Status.values()[random.nextInt(3)];
    }

    private LocalDate date() {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
    }

    private String number() {
        return "N" + digits(1 + random.nextInt(12));
    }

    private String digits(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) text.append(random.nextInt(10));
        return text.toString();
    }

    /** Words of the alphabet with single spaces between them; what begins or ends with a space no standard keeps. */
    private String text(int lengthMax) {
        var text = new StringBuilder();
        var length = 1 + random.nextInt(lengthMax);
        for (var i = 0; i < length; i++)
            text.append(random.nextInt(6) == 0 ? ' ' : alphabet.charAt(random.nextInt(alphabet.length())));
        var words = text.toString().strip().replaceAll(" +", " ");
        return words.isEmpty() ? alphabet.substring(0, 1) : words;
    }

    private String orNot(String text) {
        return random.nextInt(3) == 0 ? "" : text;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private <T> List<T> list(IntFunction<T> item) {
        var list = new ArrayList<T>();
        var length = 1 + random.nextInt(4);
        for (var i = 1; i <= length; i++) list.add(item.apply(i));
        return list;
    }
}
