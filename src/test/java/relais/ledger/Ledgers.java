package relais.ledger;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import relais.Database;
import relais.document.Money;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.DayBegun;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.PeriodEnded;
import relais.ledger.Fact.TermsAgreed;
import relais.partner.Acknowledging;
import relais.partner.AttributionTerms;
import relais.partner.AttributionTerms.Model;
import relais.partner.AttributionTerms.Part;
import relais.partner.CommissionTerms;
import relais.partner.CommissionTerms.Basis;
import relais.partner.CommissionTerms.Every;
import relais.partner.OwnershipTerms;
import relais.partner.OwnershipTerms.Owner;
import relais.partner.Partner;
import relais.partner.Partner.Role;
import relais.partner.Partners;
import relais.partner.SettlementTerms;
import relais.partner.Terms;

/** A ledger on a database of its own, the partners of the examples, and short words for facts. */
final class Ledgers implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, UTC);
    static final UUID ONE = new UUID(1, 1);
    static final UUID TWO = new UUID(1, 2);

    private static final AtomicLong DOCUMENTS = new AtomicLong();

    final Database database;
    final Ledger ledger;
    final Entries entries;
    final Booking booking;
    private final long epoch;

    /** With the terms of the examples booked. */
    Ledgers() {
        this(partners().all());
    }

    /** With the terms of some of the partners booked. */
    Ledgers(List<Partner> withTerms) {
        this(Database.fresh(), withTerms);
    }

    Ledgers(Database database, List<Partner> withTerms) {
        this.database = database;
        this.ledger = new Ledger(database.jdbc(), CLOCK);
        this.entries = new Entries(database.jdbc());
        this.booking = booking(partners());
        this.epoch = booking.takeOver();
        for (var partner : withTerms)
            for (var terms : partner.terms()) book(new TermsAgreed(partner.id(), terms, document()));
    }

    /** Acme: 12 %, then 15 % from 2027 on; a quarter for a year on direct purchases. Galeries Sud: 7.5 %. Boutique Est: no terms. */
    static Partners partners() {
        return new Partners(List.of(
                partner("maison-lumen", "Maison Lumen", Role.BRAND),
                partner("storefront", "Maison Lumen's shop", Role.SHOP),
                partner(
                        "acme-retail",
                        "Acme Retail",
                        Role.RETAILER,
                        terms(1, "2026-01-01", 120_000, 250_000),
                        terms(2, "2027-01-01", 150_000, 250_000)),
                partner("galeries-sud", "Galeries Sud", Role.RETAILER, terms(1, "2026-01-01", 75_000, 250_000)),
                partner("boutique-est", "Boutique Est", Role.RETAILER)));
    }

    private static Partner partner(String id, String name, Role role, Terms... terms) {
        return new Partner(
                id,
                name,
                role,
                Currency.getInstance("EUR"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Acknowledging.none(),
                List.of(terms));
    }

    private static Terms terms(int version, String from, int commissionPpm, int directPpm) {
        return new Terms(
                version,
                LocalDate.parse(from),
                new AttributionTerms(
                        Model.LAST_TOUCH,
                        Period.ofDays(30),
                        0,
                        0,
                        Period.ZERO,
                        Optional.empty(),
                        Optional.of(new Part(directPpm, Period.ofYears(1))),
                        List.of()),
                new OwnershipTerms(Owner.CO_OWNED, 500_000, List.of(), Period.ZERO, Period.ZERO),
                new CommissionTerms(
                        commissionPpm,
                        Basis.NET,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new SettlementTerms(30, Every.MONTH, Optional.empty(), 0, 0));
    }

    Booking booking(Partners partners) {
        return new Booking(database.dataSource(), database.transactions(), partners, CLOCK);
    }

    Sequencer sequencer() {
        var agenda = new Agenda(database.jdbc(), database.transaction(), ledger, partners(), CLOCK);
        return new Sequencer(database.dataSource(), booking(partners()), agenda, () -> {});
    }

    static OrderPlaced order(String partner, String number, UUID consumer, String day) {
        return new OrderPlaced(partner, number, Optional.of(consumer), LocalDate.parse(day), document());
    }

    static OrderPlaced stockOrder(String partner, String number, String day) {
        return new OrderPlaced(partner, number, Optional.empty(), LocalDate.parse(day), document());
    }

    static InvoiceIssued invoice(String partner, String number, String order, String day, String net) {
        return new InvoiceIssued(partner, number, order, LocalDate.parse(day), goods(net), document());
    }

    /** One line. */
    static Goods goods(String net) {
        var parts = net.split(" ");
        var amount = new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
        var line = new Goods.Line(1, "", "LAMP", "", BigDecimal.ONE, amount.minorUnits(), 0, 0);
        return new Goods(amount.currency(), List.of(line), 0);
    }

    static CreditIssued credit(String partner, String number, String order, String invoice, String day, String net) {
        return new CreditIssued(partner, number, order, invoice, LocalDate.parse(day), goods(net), document());
    }

    static DayBegun day(String day) {
        return new DayBegun("maison-lumen", LocalDate.parse(day), document());
    }

    static PeriodEnded period(String partner, String currency, String from, String to) {
        return new PeriodEnded(
                partner, Currency.getInstance(currency), LocalDate.parse(from), LocalDate.parse(to), document());
    }

    static UUID document() {
        return new UUID(2, DOCUMENTS.incrementAndGet());
    }

    List<Recording> record(Fact... facts) {
        return database.transaction().execute(status -> ledger.record(List.of(facts)));
    }

    /** Records and books. */
    List<Recording> book(Fact... facts) {
        var recordings = record(facts);
        bookAll();
        return recordings;
    }

    /** Until nothing is due. */
    void bookAll() {
        while (booking.book(epoch) > 0) {}
    }

    /** Lets time pass for facts that wait. */
    void letWaitingBeDue(Duration elapsed) {
        database.jdbc()
                .sql("update fact_due set due_at = due_at - make_interval(secs => :seconds)")
                .param("seconds", elapsed.toSeconds())
                .update();
    }

    long count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    /** Begins a transaction in which everything happens until it is undone, so that tests can share a database. */
    TransactionStatus begin() {
        return database.transactions().getTransaction(new DefaultTransactionDefinition());
    }

    /** Begins something within such a transaction that can be undone by itself. */
    TransactionStatus beginWithin() {
        return database.transactions()
                .getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    void undo(TransactionStatus transaction) {
        database.transactions().rollback(transaction);
    }

    @Override
    public void close() {
        database.close();
    }
}
