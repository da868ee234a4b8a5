package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report of sales turned round: item by item and below each the places that sold it, as X12 852 has it. It says the same as the
 * {@link SalesReport} it is made of.
 *
 * @param places that sold anything, each once
 */
public record SalesByItem(
        String number,
        String partner,
        LocalDate issuedOn,
        Currency currency,
        LocalDate periodFrom,
        LocalDate periodTo,
        Party buyer,
        Party seller,
        List<Reference> references,
        List<Party> places,
        List<Line> lines,
        List<Carried> carried) {

    /** Places that one segment holds. */
    private static final int SHARES_MAX = 10;

    private static final Party NOWHERE = new Party("", "", "", "", Optional.empty(), Optional.empty());

    public SalesByItem {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        places = List.copyOf(places);
        lines = List.copyOf(lines);
    }

    /** @param returned how many came back, as numbers above zero */
    public record Line(
            int lineNumber,
            Item item,
            Optional<BigDecimal> unitPrice,
            String promotionCode,
            List<Activity> sold,
            List<Activity> returned) {
        public Line {
            sold = List.copyOf(sold);
            returned = List.copyOf(returned);
        }
    }

    /**
     * @param quantity of all places, where none is named
     * @param netAmount of the one place that is named
     * @param byId shares of places that are known by their numbers
     * @param byGln shares of places that are known by their GLN
     */
    public record Activity(
            Optional<Quantity> quantity, Optional<BigDecimal> netAmount, List<Row> byId, List<Row> byGln) {
        public Activity {
            byId = List.copyOf(byId);
            byGln = List.copyOf(byGln);
        }
    }

    public record Row(String unit, List<Share> shares) {
        public Row {
            shares = List.copyOf(shares);
        }
    }

    /** @param place its number or GLN */
    public record Share(String place, BigDecimal quantity) {}

    /** Turns a report round. Lines of several places are one where they agree in all but quantity and amount. */
    public static SalesByItem of(SalesReport report) {
        var sales = new LinkedHashMap<Line, List<Sale>>();
        for (var location : report.locations())
            for (var line : location.lines())
                sales.computeIfAbsent(head(line), head -> new ArrayList<>())
                        .add(new Sale(location.place(), line.quantity(), line.netAmount()));
        var lines = new ArrayList<Line>();
        sales.forEach((head, all) -> lines.add(new Line(
                head.lineNumber,
                head.item,
                head.unitPrice,
                head.promotionCode,
                activities(all.stream().filter(sale -> !sale.isReturned()).toList()),
                activities(
                        all.stream().filter(Sale::isReturned).map(Sale::negated).toList()))));
        lines.sort(Comparator.comparingInt(Line::lineNumber));
        return new SalesByItem(
                report.number(),
                report.partner(),
                report.issuedOn(),
                report.currency(),
                report.periodFrom(),
                report.periodTo(),
                report.buyer(),
                report.seller(),
                report.references(),
                report.locations().stream()
                        .map(SalesReport.Location::place)
                        .filter(place -> !place.equals(NOWHERE))
                        .distinct()
                        .toList(),
                lines,
                report.carried());
    }

    private static Line head(SalesReport.Line line) {
        return new Line(line.lineNumber(), line.item(), line.unitPrice(), line.promotionCode(), List.of(), List.of());
    }

    private record Sale(Party place, Quantity quantity, Optional<BigDecimal> netAmount) {

        boolean isReturned() {
            return quantity.value().signum() < 0;
        }

        Sale with(Optional<BigDecimal> amount) {
            return new Sale(place, quantity, amount);
        }

        Sale negated() {
            return new Sale(place, new Quantity(quantity.value().negate(), quantity.unit()), netAmount);
        }

        Share share() {
            return new Share(place.id().isEmpty() ? place.gln() : place.id(), quantity.value());
        }

        boolean isSomewhere() {
            return !share().place.isEmpty();
        }
    }

    /** What has an amount, or no place, is an activity of its own; the rest is one together. */
    private static List<Activity> activities(List<Sale> sales) {
        var activities = new ArrayList<Activity>();
        var together = new ArrayList<Sale>();
        for (var sale : sales) {
            if (!sale.isSomewhere())
                activities.add(new Activity(Optional.of(sale.quantity), sale.netAmount, List.of(), List.of()));
            else if (sale.netAmount.isPresent()) activities.add(activity(sale.netAmount, List.of(sale)));
            else together.add(sale);
        }
        if (!together.isEmpty()) activities.add(activity(Optional.empty(), together));
        return activities;
    }

    private static Activity activity(Optional<BigDecimal> netAmount, List<Sale> sales) {
        return new Activity(
                Optional.empty(),
                netAmount,
                rows(sales.stream().filter(sale -> !sale.place.id().isEmpty()).toList()),
                rows(sales.stream().filter(sale -> sale.place.id().isEmpty()).toList()));
    }

    private static List<Row> rows(List<Sale> sales) {
        var byUnit = new LinkedHashMap<String, List<Share>>();
        for (var sale : sales)
            byUnit.computeIfAbsent(sale.quantity.unit(), unit -> new ArrayList<>())
                    .add(sale.share());
        var rows = new ArrayList<Row>();
        byUnit.forEach((unit, shares) -> {
            for (int from = 0; from < shares.size(); from += SHARES_MAX)
                rows.add(new Row(unit, shares.subList(from, Math.min(shares.size(), from + SHARES_MAX))));
        });
        return rows;
    }

    /** The report place by place; what is said of no place counts for the only one, when there is one. */
    public SalesReport report() {
        return new SalesReport(
                number,
                partner,
                issuedOn,
                currency,
                periodFrom,
                periodTo,
                buyer,
                seller,
                references,
                new Locations(places).of(lines),
                carried);
    }

    private static List<Sale> sales(Activity activity) {
        var sales = new ArrayList<Sale>();
        for (var row : activity.byId)
            for (var share : row.shares) sales.add(sale(known(share.place, ""), share, row.unit));
        for (var row : activity.byGln)
            for (var share : row.shares) sales.add(sale(known("", share.place), share, row.unit));
        if (sales.isEmpty()) activity.quantity.ifPresent(all -> sales.add(new Sale(NOWHERE, all, Optional.empty())));
        // An amount of several places is nobody's.
        return sales.size() == 1 ? List.of(sales.get(0).with(activity.netAmount)) : sales;
    }

    private static Sale sale(Party place, Share share, String unit) {
        return new Sale(place, new Quantity(share.quantity, unit), Optional.empty());
    }

    private static Party known(String id, String gln) {
        return new Party(id, gln, "", "", Optional.empty(), Optional.empty());
    }

    /** The places with what each sold, in the order in which they are named. */
    private static final class Locations {

        private final Map<String, Party> places = new LinkedHashMap<>();
        private final Map<String, List<SalesReport.Line>> lines = new LinkedHashMap<>();
        private final Map<String, String> byGln = new HashMap<>();
        private final String only;

        Locations(List<Party> named) {
            for (var place : named) {
                add(key(place), place);
                byGln.put(place.gln(), key(place));
            }
            only = named.size() == 1 ? key(named.get(0)) : "";
        }

        private static String key(Party place) {
            return place.id().isEmpty() ? place.gln() : place.id();
        }

        private void add(String key, Party place) {
            if (places.putIfAbsent(key, place) == null) lines.put(key, new ArrayList<>());
        }

        List<SalesReport.Location> of(List<Line> items) {
            for (var item : items) {
                for (var activity : item.sold) for (var sale : sales(activity)) add(item, sale);
                for (var activity : item.returned) for (var sale : sales(activity)) add(item, sale.negated());
            }
            var locations = new ArrayList<SalesReport.Location>();
            places.forEach((key, place) -> locations.add(new SalesReport.Location(place, lines.get(key))));
            return locations;
        }

        private void add(Line item, Sale sale) {
            var named = key(sale.place);
            var key = sale.isSomewhere() ? byGln.getOrDefault(named, named) : only;
            add(key, sale.place);
            lines.get(key)
                    .add(new SalesReport.Line(
                            item.lineNumber,
                            item.item,
                            sale.quantity,
                            item.unitPrice,
                            sale.netAmount,
                            item.promotionCode));
        }
    }
}
