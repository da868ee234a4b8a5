package relais.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report of sales is the same item by item as place by place. */
class SalesByItemTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Party ACME = party("4711", "");
    private static final Party CHICAGO = party("0101", "0614141000012");
    private static final Party BOSTON = party("", "0614141000036");
    private static final Item LAMP = new Item("3012345678903", "ML-AURORA-BK", "", "");

    @Test
    void gathersTheStoresOfAnItem() {
        var items = SalesByItem.of(report(location(CHICAGO, line(7)), location(BOSTON, line(4))));

        assertThat(items.places()).containsExactly(CHICAGO, BOSTON);
        assertThat(items.lines()).hasSize(1);
        var activity = items.lines().get(0).sold().get(0);
        assertThat(activity.byId().get(0).shares()).containsExactly(share("0101", 7));
        assertThat(activity.byGln().get(0).shares()).containsExactly(share("0614141000036", 4));
    }

    @Test
    void setsApartWhatCameBack() {
        var items = SalesByItem.of(report(location(CHICAGO, line(-2))));

        assertThat(items.lines().get(0).sold()).isEmpty();
        assertThat(items.lines().get(0).returned().get(0).byId().get(0).shares())
                .containsExactly(share("0101", 2));
    }

    @Test
    void fillsRowsOfTen() {
        var locations = new ArrayList<SalesReport.Location>();
        for (int store = 0; store < 23; store++) locations.add(location(party("1" + store, ""), line(1)));

        var items = SalesByItem.of(report(locations.toArray(SalesReport.Location[]::new)));

        assertThat(items.lines().get(0).sold().get(0).byId())
                .extracting(row -> row.shares().size())
                .containsExactly(10, 10, 3);
    }

    @Test
    void isTheSameReportAgain() {
        var report = report(location(CHICAGO, line(7), line(-2)), location(BOSTON, line(4)));

        assertThat(SalesByItem.of(report).report()).isEqualTo(report);
    }

    @Test
    void countsForTheOnlyPlaceWhatIsSaidOfNone() {
        var lines = List.of(
                item(new SalesByItem.Activity(Optional.of(quantity(7)), Optional.empty(), List.of(), List.of())));

        assertThat(items(List.of(CHICAGO), lines).report().locations()).containsExactly(location(CHICAGO, line(7)));
    }

    @Test
    void knowsAPlaceByItsGlnToo() {
        var row = new SalesByItem.Row("EA", List.of(share("0614141000012", 7)));
        var lines =
                List.of(item(new SalesByItem.Activity(Optional.empty(), Optional.empty(), List.of(), List.of(row))));

        assertThat(items(List.of(CHICAGO, BOSTON), lines).report().locations())
                .containsExactly(location(CHICAGO, line(7)), location(BOSTON));
    }

    private static SalesReport report(SalesReport.Location... locations) {
        return new SalesReport(
                "S-1",
                "acme-retail",
                MONDAY.plusDays(7),
                Currency.getInstance("USD"),
                MONDAY,
                MONDAY.plusDays(6),
                ACME,
                ACME,
                List.of(),
                List.of(locations),
                List.of());
    }

    private static SalesByItem items(List<Party> places, List<SalesByItem.Line> lines) {
        var empty = SalesByItem.of(report());
        return new SalesByItem(
                empty.number(),
                empty.partner(),
                empty.issuedOn(),
                empty.currency(),
                empty.periodFrom(),
                empty.periodTo(),
                empty.buyer(),
                empty.seller(),
                empty.references(),
                places,
                lines,
                List.of());
    }

    private static SalesByItem.Line item(SalesByItem.Activity sold) {
        return new SalesByItem.Line(1, LAMP, Optional.empty(), "", List.of(sold), List.of());
    }

    private static SalesReport.Location location(Party place, SalesReport.Line... lines) {
        return new SalesReport.Location(place, List.of(lines));
    }

    private static SalesReport.Line line(int sold) {
        return new SalesReport.Line(1, LAMP, quantity(sold), Optional.empty(), Optional.empty(), "");
    }

    private static Quantity quantity(int value) {
        return new Quantity(BigDecimal.valueOf(value), "EA");
    }

    private static SalesByItem.Share share(String place, int quantity) {
        return new SalesByItem.Share(place, BigDecimal.valueOf(quantity));
    }

    private static Party party(String id, String gln) {
        return new Party(id, gln, "", "", Optional.empty(), Optional.empty());
    }
}
