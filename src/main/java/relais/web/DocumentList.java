package relais.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import relais.tracking.DocumentFilter;
import relais.tracking.DocumentPage;
import relais.tracking.DocumentRow;

/** A page of documents as the console shows it: by day, with a link to what is older. */
record DocumentList(DocumentFilter filter, List<Day> days, String older) {

    /** The documents of one day on this page. */
    record Day(LocalDate date, List<DocumentRow> rows) {}

    static DocumentList of(DocumentFilter filter, DocumentPage page) {
        var older = page.next().map(cursor -> link(filter, cursor.toString())).orElse("");
        return new DocumentList(filter, days(page.rows()), older);
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    public boolean isFirstPage() {
        return filter.before().isEmpty();
    }

    /** The same filter from the newest document on. */
    public String newest() {
        return link(filter, "");
    }

    private static List<Day> days(List<DocumentRow> rows) {
        var byDay = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> LocalDate.ofInstant(row.createdAt(), ZoneOffset.UTC),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var days = new ArrayList<Day>();
        byDay.forEach((date, ofDay) -> days.add(new Day(date, ofDay)));
        return days;
    }

    private static String link(DocumentFilter filter, String before) {
        var values = Map.of(
                "partner", filter.partner(),
                "type", filter.type(),
                "state", filter.state(),
                "direction", filter.direction(),
                "reference", filter.reference(),
                "before", before);
        var link = UriComponentsBuilder.fromPath("/");
        values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(values).toUriString();
    }
}
