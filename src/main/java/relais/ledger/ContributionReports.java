package relais.ledger;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Journeys.Journey;
import relais.partner.Partner;
import relais.partner.Partners;

/**
 * What each partner contributed to the orders of a period, by Shapley value and by Markov removal effect. It rests on the
 * entries up to one of them and names the hash of what it read, so that the same report can be made again. Nothing accrues
 * by it.
 */
public final class ContributionReports {

    /** How long before an order a touch counts for it. */
    public static final Period WINDOW = Period.ofDays(90);

    /**
     * @param asOf the last entry that was read
     * @param inputs hash of the journeys, in hexadecimal digits
     */
    public record Report(
            LocalDate from,
            LocalDate to,
            long asOf,
            int journeys,
            int orders,
            String inputs,
            List<Contribution> parties) {
        public Report {
            parties = List.copyOf(parties);
        }
    }

    /** Parts per million of the whole. */
    public record Contribution(String party, long shapleyPpm, long markovPpm) {}

    private final JdbcClient jdbc;
    private final Partners partners;

    public ContributionReports(JdbcClient jdbc, Partners partners) {
        this.jdbc = jdbc;
        this.partners = partners;
    }

    /** @param asOf only entries up to this one count */
    public Report report(LocalDate from, LocalDate to, long asOf) {
        var read = read(from, to, asOf);
        var journeys = new Journeys(read);
        var shapley = journeys.shapley();
        var markov = journeys.markov();
        return new Report(
                from,
                to,
                asOf,
                read.size(),
                journeys.orders(),
                HexFormat.of().formatHex(journeys.hash()),
                journeys.parties().stream()
                        .map(party -> new Contribution(party, shapley.get(party), markov.get(party)))
                        .toList());
    }

    /** The last entry that is booked; 0 before the first. */
    public long lastEntry() {
        return jdbc.sql("select seq from shard_head where shard = :shard")
                .param("shard", Booking.SHARD)
                .query(Long.class)
                .single();
    }

    /** A consumer's touches make a journey that ends with each order, or with nothing. */
    private List<Journey> read(LocalDate from, LocalDate to, long asOf) {
        var journeys = new ArrayList<Journey>();
        var open = new Open();
        jdbc.sql("""
                        select e.consumer, e.partner, e.valid_on, f.kind = 'order' ordered
                        from entry e join fact f on f.id = e.fact
                        where e.kind = 'touch' and e.seq <= :asOf and e.valid_on between :since and :to
                        order by e.consumer, e.valid_on, e.seq""")
                .param("asOf", asOf)
                .param("since", from.minus(WINDOW))
                .param("to", to)
                .query(row -> {
                    var consumer = row.getString("consumer");
                    if (!consumer.equals(open.consumer)) open.begin(consumer, from, journeys);
                    open.add(party(row.getString("partner")), row.getObject("valid_on", LocalDate.class));
                    if (row.getBoolean("ordered")) open.ordered(from, journeys);
                });
        open.begin("", from, journeys);
        return journeys;
    }

    private String party(String partner) {
        return partners.find(partner).filter(Partner::isOfBrand).isPresent()
                ? partners.brand().id()
                : partner;
    }

    /** The journey that is being read. */
    private static final class Open {

        private String consumer = "";
        private final List<Touch> touches = new ArrayList<>();

        void begin(String next, LocalDate from, List<Journey> journeys) {
            if (touches.stream().anyMatch(touch -> !touch.day().isBefore(from))) journeys.add(journey(false));
            touches.clear();
            consumer = next;
        }

        void add(String party, LocalDate day) {
            touches.removeIf(touch -> touch.day().isBefore(day.minus(WINDOW)));
            touches.add(new Touch(party, Touch.Kind.CLICK, day));
        }

        void ordered(LocalDate from, List<Journey> journeys) {
            if (!touches.get(touches.size() - 1).day().isBefore(from)) journeys.add(journey(true));
            touches.clear();
        }

        private Journey journey(boolean ordered) {
            return new Journey(touches.stream().map(Touch::party).toList(), ordered);
        }
    }
}
