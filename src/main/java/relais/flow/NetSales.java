package relais.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.document.SalesReport;
import relais.ledger.Goods;

/**
 * What a sales report says was sold and came back, once what came back is set against what the same report sold of the same
 * product, by GTIN or article number: units against units, net amounts against net amounts.
 *
 * @param sold what is left of it; a line whose amount nobody knows is not among it
 * @param returned more than was sold, in amounts and units above zero; a line has no amount where nobody knows it
 */
record NetSales(List<Goods.Line> sold, List<Goods.Line> returned) {

    NetSales {
        sold = List.copyOf(sold);
        returned = List.copyOf(returned);
    }

    /** Lines are numbered throughout the report, whatever place they are of. */
    static NetSales of(SalesReport report) {
        var lines = new ArrayList<Reported>();
        report.locations().stream()
                .flatMap(location -> location.lines().stream())
                .forEach(line -> lines.add(Reported.of(lines.size() + 1, line, report)));
        var sold = lines.stream().filter(line -> !line.isReturned).toList();
        var returned = lines.stream().filter(line -> line.isReturned).toList();
        var byProduct = byProduct(sold);
        for (var line : returned) line.setAgainst(same(line, byProduct));
        return new NetSales(
                left(sold.stream().filter(line -> line.reported.net() > 0)),
                left(returned.stream().filter(line -> line.net > 0 || !line.isPriced)));
    }

    private static Map<String, List<Reported>> byProduct(List<Reported> sold) {
        var byProduct = new HashMap<String, List<Reported>>();
        for (var line : sold)
            for (var product : line.products())
                byProduct.computeIfAbsent(product, p -> new ArrayList<>()).add(line);
        return byProduct;
    }

    private static Set<Reported> same(Reported line, Map<String, List<Reported>> byProduct) {
        return line.products().stream()
                .flatMap(product -> byProduct.getOrDefault(product, List.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Goods.Line> left(Stream<Reported> lines) {
        return lines.filter(line -> line.net > 0 || line.units.signum() > 0)
                .map(Reported::left)
                .toList();
    }

    /** A line as reported, and what is left of it. */
    private static final class Reported {

        private final Goods.Line reported;
        private final boolean isReturned;
        private boolean isPriced;
        private BigDecimal units;
        private long net;

        private Reported(Goods.Line reported, boolean isReturned, boolean isPriced) {
            this.reported = reported;
            this.isReturned = isReturned;
            this.isPriced = isPriced;
            this.units = reported.quantity();
            this.net = reported.net();
        }

        static Reported of(int number, SalesReport.Line line, SalesReport report) {
            var units = line.quantity().value();
            var net = line.netAmount().or(() -> line.unitPrice().map(units::multiply));
            var goods = new Goods.Line(
                    number,
                    line.item().gtin(),
                    line.item().sellerCode(),
                    TradeFacts.category(line.item()),
                    units.abs(),
                    TradeFacts.minor(net.orElse(BigDecimal.ZERO).abs(), report.currency()),
                    0,
                    0);
            var isReturned = units.signum() < 0
                    || net.filter(amount -> amount.signum() < 0).isPresent();
            return new Reported(goods, isReturned, net.isPresent());
        }

        List<String> products() {
            var products = new ArrayList<String>();
            if (!reported.gtin().isEmpty()) products.add("gtin " + reported.gtin());
            if (!reported.code().isEmpty()) products.add("code " + reported.code());
            return products;
        }

        /** Units of which nobody says the amount came back at the price that they were sold at. */
        void setAgainst(Set<Reported> sold) {
            if (!isPriced)
                sold.stream()
                        .filter(line -> line.reported.net() > 0
                                && line.reported.quantity().signum() > 0)
                        .findFirst()
                        .ifPresent(this::price);
            sold.forEach(this::setAgainst);
        }

        private void price(Reported sold) {
            isPriced = true;
            net = sold.reported.worth(units);
        }

        private void setAgainst(Reported sold) {
            var ofUnits = units.min(sold.units);
            units = units.subtract(ofUnits);
            sold.units = sold.units.subtract(ofUnits);
            var ofNet = Math.min(net, sold.net);
            net -= ofNet;
            sold.net -= ofNet;
        }

        Goods.Line left() {
            return new Goods.Line(
                    reported.line(), reported.gtin(), reported.code(), reported.category(), units, net, 0, 0);
        }
    }
}
