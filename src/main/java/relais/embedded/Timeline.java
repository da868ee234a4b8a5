package relais.embedded;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.partner.Partners;

/** What happened since it was last printed, a line a document: when, from whom to whom, what, which, and what came of it. */
final class Timeline {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String HUB = "Relais";
    private static final String LINE = "  %-8s  %-27s %-23s %-25s %s%n";

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Partners partners;
    private final ZoneId zone;
    private final PrintStream out;
    private final Set<UUID> printed = new HashSet<>();

    Timeline(JdbcClient jdbc, Entries entries, Partners partners, ZoneId zone, PrintStream out) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.partners = partners;
        this.zone = zone;
        this.out = out;
        rows().forEach(row -> printed.add(row.id()));
    }

    private record Row(
            UUID id,
            Instant at,
            String direction,
            String partner,
            String type,
            String transactionSet,
            String reference,
            String state,
            String fault) {

        String document() {
            return transactionSet.isEmpty() || transactionSet.equals(type) ? type : transactionSet + " " + type;
        }

        String route(String name) {
            return direction.equals("in") ? name + " → " + HUB : HUB + " → " + name;
        }

        String outcome() {
            return fault.isEmpty() ? state : state + ": " + fault;
        }
    }

    void printNews() {
        var news = rows().filter(row -> printed.add(row.id())).toList();
        if (news.isEmpty()) out.println("  nothing new: the hub has it already, and books nothing twice");
        for (var row : news) {
            out.printf(
                    LINE,
                    TIME.format(row.at().atZone(zone)),
                    row.route(partners.get(row.partner()).name()),
                    row.document(),
                    row.reference(),
                    row.outcome());
            entries.byDocument(row.id()).stream()
                    .sorted(Comparator.comparingLong(Entry::seq))
                    .forEach(entry -> out.printf("  %-8s  └ ledger %d: %s%n", "", entry.seq(), booked(entry)));
        }
    }

    private static String booked(Entry entry) {
        return entry.amount().map(amount -> amount + ", ").orElse("") + entry.explanation();
    }

    private Stream<Row> rows() {
        return jdbc.sql("""
                        select d.id, d.created_at as at, d.direction,
                               case when d.direction = 'in' then coalesce(r.partner, d.partner) else d.partner end as partner,
                               d.type, d.transaction_set,
                               case when d.number = '' then coalesce(r.name, '') else d.number end as reference,
                               d.state,
                               coalesce((select min(case when f.text = '' then f.code else f.text end) filter (where first)
                                                || case when count(*) > 1 then ' (and ' || count(*) - 1 || ' more)' else '' end
                                           from (select text, code, row_number() over (order by ordinal) = 1 as first
                                                   from finding where document = d.id and severity = 'ERROR') f), '') as fault
                        from document d left join receipt r on r.id = d.receipt
                        order by coalesce(r.received_at, d.created_at), d.direction, d.set_ordinal, d.created_at, d.id
                        """).query(Row.class).list().stream();
    }
}
