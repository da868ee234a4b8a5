package relais.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.AccountBook;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;
import relais.ledger.Statement;
import relais.ledger.Statements;
import relais.partner.Partner;
import relais.partner.Partners;

/** What a viewer may see of the ledger; both the API and the console show what this finds, and nothing else. */
final class LedgerViews {

    private final Entries entries;
    private final Statements statements;
    private final AccountBook accounts;
    private final Partners partners;
    private final Redaction redaction;
    private final Clock clock;

    LedgerViews(
            Entries entries,
            Statements statements,
            AccountBook accounts,
            Partners partners,
            Redaction redaction,
            Clock clock) {
        this.entries = entries;
        this.statements = statements;
        this.accounts = accounts;
        this.partners = partners;
        this.redaction = redaction;
        this.clock = clock;
    }

    List<Entry> list(Viewer viewer, Entries.Filter filter) {
        var narrowed = new Entries.Filter(
                viewer.narrowed(filter.partner()),
                filter.kind(),
                filter.from(),
                filter.to(),
                filter.before(),
                filter.rows());
        return viewer.sees(filter.partner()) || filter.partner().isEmpty()
                ? redaction.entries(viewer, entries.list(narrowed))
                : List.of();
    }

    Optional<Entry> entry(Viewer viewer, long seq) {
        return entries.find(seq)
                .filter(entry -> redaction.shows(viewer, entry))
                .map(entry -> redaction.entry(viewer, entry));
    }

    /** An order that the viewer took, or that a shop of the brand took and something is booked for the viewer on. */
    Optional<OrderMoney> order(Viewer viewer, String seller, String number) {
        var isOfBrand = partners.find(seller).filter(Partner::isOfBrand).isPresent();
        if (!viewer.sees(seller) && !isOfBrand) return Optional.empty();
        var seen = redaction.entries(viewer, entries.byOrder(seller, number));
        return seen.isEmpty() ? Optional.empty() : Optional.of(OrderMoney.of(seller, number, seen, statements));
    }

    /**
     * What happened with a consumer, in the order booked.
     *
     * @param known as the viewer knows it: the id for an operator, its token for a partner
     */
    Optional<Story> story(Viewer viewer, String known) {
        return consumer(viewer, known)
                .map(consumer -> redaction.entries(viewer, entries.byConsumer(consumer)))
                .filter(seen -> !seen.isEmpty())
                .map(seen -> new Story(known, seen));
    }

    /** The consumer whom the viewer knows by an id or a token. */
    Optional<UUID> consumer(Viewer viewer, String known) {
        if (viewer.isOperator()) return uuid(known);
        return entries.consumerOf(
                viewer.partner(),
                consumer -> redaction.consumer(viewer, consumer).equals(known));
    }

    /** The consumers of a partner that the viewer sees, each as the viewer knows it. */
    List<Met> consumers(Viewer viewer, String partner, long before, int rows) {
        return entries.consumersOf(partner, before, rows).entrySet().stream()
                .map(met -> new Met(redaction.consumer(viewer, met.getKey()), met.getValue()))
                .toList();
    }

    /** @param seq of the first entry with the partner */
    record Met(String consumer, long seq) {}

    /** @param entries in the order booked */
    record Story(String consumer, List<Entry> entries) {

        Story {
            entries = entries.stream().sorted(Comparator.comparing(Entry::seq)).toList();
        }

        List<Entry> of(Kind kind) {
            return of(kind.name());
        }

        /** @param kind the name of one */
        public List<Entry> of(String kind) {
            return entries.stream()
                    .filter(entry -> entry.kind().name().equals(kind))
                    .toList();
        }
    }

    /** Refuses to speak of another partner, and of one that neither has a file nor ever had an account. */
    void requireAccount(Viewer viewer, String partner) {
        if (!viewer.sees(partner)) throw Refusal.notFound("You have no such account.");
        if (partners.find(partner).isEmpty() && accounts.months(partner).isEmpty())
            throw Refusal.notFound("No partner file is called '" + partner + "'.");
    }

    List<Statement> statements(String partner) {
        return statements.of(partner);
    }

    /** @param viewer for whom it is cut */
    Optional<StatementSheet> statement(Viewer viewer, String partner, String currency, int number) {
        return currency(currency)
                .flatMap(code -> statements.find(partner, code, number))
                .map(statement -> new StatementSheet(
                        partners.brand().name(),
                        partners.find(partner).map(Partner::name).orElse(partner),
                        statement,
                        statements.lines(statement).stream()
                                .map(line -> redaction.line(viewer, line))
                                .toList(),
                        statements.sealed(statement)));
    }

    /** @param valid and {@code known}: today when empty */
    AccountBook.Page asOf(Viewer viewer, String partner, AsOf asOf, long after) {
        return accounts.asOf(viewer.narrowed(partner), asOf.valid(), asOf.known(), after);
    }

    AsOf asOf(Optional<LocalDate> valid, Optional<LocalDate> known) {
        return new AsOf(valid.orElseGet(() -> LocalDate.now(clock)), known.orElseGet(() -> LocalDate.now(clock)));
    }

    /** @param valid the day spoken of; {@code known}: by what was booked until the end of that day */
    record AsOf(LocalDate valid, LocalDate known) {}

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException noCurrency) {
            return Optional.empty();
        }
    }
}
