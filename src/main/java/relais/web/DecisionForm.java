package relais.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import relais.ledger.Entry;
import relais.web.Reattributions.Asked;
import relais.web.Reattributions.Order;
import relais.web.Reattributions.Part;

/**
 * The form in which an operator decides anew who is credited for an order, as typed, and what is wrong with it.
 *
 * @param replaces the entry of the decision that was in force when the form was shown
 * @param rows what was typed; the form shows blank ones after it
 * @param faults those of the order have the field {@code number}
 */
record DecisionForm(String seller, String number, String replaces, List<Row> rows, String reason, List<Fault> faults) {

    private static final int ROWS_AT_FIRST = 3;

    DecisionForm {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * A party and its share, one of a line of the form.
     *
     * @param share percent, as {@code 33.3333}
     */
    record Row(String party, String share) {

        private static final Row BLANK = new Row("", "");

        static Row of(Entry.Share share) {
            return new Row(
                    share.party(),
                    BigDecimal.valueOf(share.sharePpm(), 4).stripTrailingZeros().toPlainString());
        }

        /** What is no percentage is no part either. */
        Part part() {
            var percent = share.replace("%", "").strip().replace(',', '.');
            var ppm = percent.matches("\\d{1,3}(\\.\\d{1,4})?")
                    ? new BigDecimal(percent).movePointRight(4).intValueExact()
                    : 0;
            return new Part(party, ppm);
        }
    }

    /** Filled with the shares of the decision in force, to be changed. */
    static DecisionForm of(Order order) {
        return new DecisionForm(
                order.seller(),
                order.number(),
                Long.toString(order.current().seq()),
                order.current().shares().stream().map(Row::of).toList(),
                "",
                List.of());
    }

    /** For an order that is not known. */
    static DecisionForm blank(String seller, String number) {
        return new DecisionForm(seller, number, "", List.of(), "", List.of());
    }

    /** @param fields as the browser sends them; {@code party} and {@code share} once for each row */
    static DecisionForm of(MultiValueMap<String, String> fields) {
        var parties = fields.getOrDefault("party", List.of());
        var shares = fields.getOrDefault("share", List.of());
        var rows = IntStream.range(0, Math.min(parties.size(), shares.size()))
                .mapToObj(i -> new Row(parties.get(i).strip(), shares.get(i).strip()))
                .filter(row -> !row.equals(Row.BLANK))
                .limit(Reattributions.SHARES_MAX + 1L)
                .toList();
        return new DecisionForm(
                first(fields, "seller"),
                first(fields, "number").strip(),
                first(fields, "replaces"),
                rows,
                first(fields, "reason"),
                List.of());
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    DecisionForm with(List<Fault> faults) {
        return new DecisionForm(seller, number, replaces, rows, reason, faults);
    }

    Asked asked() {
        return new Asked(rows.stream().map(Row::part).toList(), new KeptText(reason));
    }

    /** Whether another decision is in force now than the one that the form was shown with. */
    boolean isOvertaken(Order order) {
        return !replaces.equals(Long.toString(order.current().seq()));
    }

    /** What is wrong with a field, sentence by sentence. */
    public List<String> faults(String field) {
        return Fault.at(field, faults);
    }

    /** The rows to show: those that were typed and one more at least. */
    public List<Row> shown() {
        var shown = new ArrayList<>(rows);
        do shown.add(Row.BLANK);
        while (shown.size() < ROWS_AT_FIRST);
        return shown;
    }

    /** The blank rows to show when asked for, so that each of the partners can have one. */
    public List<Row> more(int partners) {
        var most = Math.min(partners, Reattributions.SHARES_MAX);
        return IntStream.range(shown().size(), most).mapToObj(i -> Row.BLANK).toList();
    }
}
