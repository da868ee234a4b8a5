package relais.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Ledger;
import relais.ledger.Recording;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.partner.Terms;

/**
 * Operators' new decisions on who is credited for an order, asked for over the API or on the console: each is checked, and
 * recorded for the ledger to book.
 */
final class Reattributions {

    static final int REASON_CHARACTERS_MAX = 500;
    static final int SHARES_MAX = 20;
    /** What an operator decides follows from no document. */
    private static final UUID NO_DOCUMENT = new UUID(0, 0);

    /** Somebody else decided meanwhile. */
    static final Fault OVERTAKEN =
            new Fault("shares", "The order was decided anew meanwhile; look at that decision before you change it.");

    private final Entries entries;
    private final Ledger ledger;
    private final Partners partners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reattributions(Entries entries, Ledger ledger, Partners partners, TransactionTemplate transaction, Clock clock) {
        this.entries = entries;
        this.ledger = ledger;
        this.partners = partners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An order on which a decision is booked.
     *
     * @param current the decision in force
     */
    record Order(String seller, String number, LocalDate orderedOn, Entry current) {}

    /**
     * What is asked for, right or wrong.
     *
     * @param party the id of a partner file
     * @param sharePpm parts per million
     */
    record Part(String party, int sharePpm) {}

    record Asked(List<Part> parts, KeptText reason) {

        Asked {
            parts = List.copyOf(parts);
        }
    }

    /** @return empty if no decision is booked on such an order */
    Optional<Order> order(String seller, String number) {
        var newestFirst = entries.byOrder(seller, number).stream()
                .filter(entry -> entry.kind() == Kind.DECISION)
                .toList();
        if (newestFirst.isEmpty()) return Optional.empty();
        var first = newestFirst.get(newestFirst.size() - 1);
        return Optional.of(new Order(seller, number, first.validOn(), newestFirst.get(0)));
    }

    /** What to say where there is no such {@link #order}. */
    static String unknown(String seller, String number) {
        return "No decision is booked on order '" + number + "' of '" + seller + "'; check seller and number.";
    }

    /**
     * Records the decision of an operator, unless anything is wrong with it; see {@link #faults} for the fields. It replaces the one in force: said
     * twice it is one decision, and of two that would replace the same one the first holds.
     */
    Outcome<OrderReattributed> decide(Order order, Asked asked, String operator) {
        var faults = faults(order, asked);
        if (!faults.isEmpty()) return new Outcome.Refused<>(faults);
        var fact = new OrderReattributed(
                order.seller(),
                order.number() + " after entry " + order.current().seq(),
                order.number(),
                LocalDate.now(clock),
                asked.parts().stream().map(part -> share(order, part)).toList(),
                operator,
                asked.reason().text(),
                NO_DOCUMENT);
        var recording = transaction.execute(status -> ledger.record(List.of(fact)));
        return recording.contains(Recording.CONFLICT)
                ? new Outcome.Refused<>(List.of(OVERTAKEN))
                : new Outcome.Done<>(fact);
    }

    private Share share(Order order, Part part) {
        var version = termsVersion(order, partners.get(part.party())).orElseThrow();
        return new Share(part.party(), part.sharePpm(), version);
    }

    private Optional<Integer> termsVersion(Order order, Partner partner) {
        return partner.isOfBrand() ? Optional.of(0) : entries.termsVersion(partner.id(), order.orderedOn());
    }

    /** Their fields are {@code shares}, {@code reason}, and {@code party-1} and {@code share-1} for the first part. */
    private List<Fault> faults(Order order, Asked asked) {
        var parts = asked.parts();
        var faults = new ArrayList<Fault>();
        if (parts.isEmpty() || parts.size() > SHARES_MAX)
            faults.add(new Fault("shares", "Give 1 to " + SHARES_MAX + " shares, each with the party it is for."));
        else {
            sum(parts).ifPresent(sentence -> faults.add(new Fault("shares", sentence)));
            IntStream.range(0, parts.size()).forEach(i -> faults.addAll(faults(order, parts, i)));
        }
        reason(asked.reason()).ifPresent(sentence -> faults.add(new Fault("reason", sentence)));
        return faults;
    }

    /** Says nothing of a sum that a share alone makes wrong. */
    private static Optional<String> sum(List<Part> parts) {
        if (!parts.stream().allMatch(Reattributions::isShare)) return Optional.empty();
        var total = parts.stream().mapToInt(Part::sharePpm).sum();
        return total == Terms.WHOLE_PPM
                ? Optional.empty()
                : Optional.of("The shares sum to " + Redaction.percent(total) + "; they have to sum to 100 %.");
    }

    private static boolean isShare(Part part) {
        return part.sharePpm() >= 1 && part.sharePpm() <= Terms.WHOLE_PPM;
    }

    private List<Fault> faults(Order order, List<Part> parts, int i) {
        var n = i + 1;
        var part = parts.get(i);
        var before = parts.subList(0, i).stream().map(Part::party).toList();
        return Stream.of(
                        party(order, part.party(), before).map(sentence -> new Fault("party-" + n, sentence)),
                        share(part).map(sentence -> new Fault("share-" + n, sentence)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> party(Order order, String party, List<String> before) {
        if (party.isEmpty()) return Optional.of("Say whose share this is.");
        var partner = partners.find(party);
        if (partner.isEmpty())
            return Optional.of("No partner file is called '" + party + "'; name the party by the id of its file.");
        if (before.contains(party))
            return Optional.of("The party " + partner.get().name() + " is named twice; add up its shares.");
        if (termsVersion(order, partner.get()).isEmpty())
            return Optional.of("The partner " + partner.get().name() + " has no terms in force on " + order.orderedOn()
                    + ", the day of the order; add a version to its file.");
        return Optional.empty();
    }

    private Optional<String> share(Part part) {
        if (isShare(part)) return Optional.empty();
        var name = partners.find(part.party()).map(Partner::name).orElse("this party");
        return Optional.of("The share of " + name
                + " has to be more than 0 % and at most 100 %, with up to four decimals (1 to 1,000,000 ppm).");
    }

    private static Optional<String> reason(KeptText reason) {
        if (!reason.hasLength(REASON_CHARACTERS_MAX))
            return Optional.of("Give the reason in 1 to " + REASON_CHARACTERS_MAX
                    + " characters; it is kept for good, so name no person in it.");
        if (!reason.isPrintable())
            return Optional.of("The reason holds a character that cannot be printed; type it anew.");
        return Optional.empty();
    }
}
