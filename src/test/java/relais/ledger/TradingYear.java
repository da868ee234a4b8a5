package relais.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import relais.Database;
import relais.document.Money;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.DayBegun;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Fact.PeriodEnded;
import relais.ledger.Fact.TermsAgreed;
import relais.ledger.Fact.TouchMade;
import relais.partner.AttributionTerms;
import relais.partner.AttributionTerms.Model;
import relais.partner.AttributionTerms.Part;
import relais.partner.CommissionTerms;
import relais.partner.CommissionTerms.Basis;
import relais.partner.CommissionTerms.Every;
import relais.partner.OwnershipTerms;
import relais.partner.OwnershipTerms.Owner;
import relais.partner.Partners;
import relais.partner.SettlementTerms;
import relais.partner.Terms;

/**
 * Eleven months of two partners' and the brand's own trade, booked day by day: shared orders, claims in conflict, returns,
 * monthly statements, an order attributed anew, and what cannot be booked.
 */
public final class TradingYear {

    public static final YearMonth FIRST = YearMonth.of(2025, 4);
    public static final YearMonth LAST = YearMonth.of(2026, 2);

    private static final String ACME = "acme-retail";
    private static final String GALERIES = "galeries-sud";
    private static final String SHOP = "storefront";

    private final Database database;
    private final Partners partners;
    private final Ledger ledger;
    private final AtomicLong documents = new AtomicLong();
    private Booking booking;
    private long epoch;

    private TradingYear(Database database, Partners partners) {
        this.database = database;
        this.partners = partners;
        this.ledger = new Ledger(database.jdbc(), Clock.systemUTC());
        this.booking = at(FIRST.atDay(1));
    }

    /** @param partners whose ids are the ones above; their terms are not read */
    public static void write(Database database, Partners partners) {
        var year = new TradingYear(database, partners);
        year.agree();
        for (var month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) year.trade(month);
        year.attributeAnew();
        year.leaveUnbooked();
    }

    /** Books on a day what was recorded since. */
    public static void bookRecorded(Database database, Partners partners, LocalDate day) {
        new TradingYear(database, partners).book(day);
    }

    /** One consumer for each number; the first is shared by the partners. */
    public static UUID consumer(int number) {
        return new UUID(0x1000, number);
    }

    private void agree() {
        book(
                FIRST.atDay(1),
                new TermsAgreed(ACME, terms(1, 120_000, Model.LINEAR, Money.ofMinorUnits(2_000, usd())), document()),
                new TermsAgreed(
                        GALERIES, terms(1, 150_000, Model.PRECEDENCE, Money.ofMinorUnits(0, usd())), document()));
    }

    private void trade(YearMonth month) {
        var n = (int) FIRST.until(month, ChronoUnit.MONTHS) + 1;
        var day = month.atDay(10);
        book(
                day,
                new TouchMade(GALERIES, "GS-CLICK-" + n, consumer(n), Touch.Kind.CLICK, month.atDay(5), document()),
                order(ACME, "ACME-" + n, n, day),
                order(ACME, "ACME-X" + n, 100 + n, day),
                order(GALERIES, "GS-" + n, 50 + n, day),
                order(GALERIES, "GS-X" + n, 50 + n, day.plusDays(1)),
                order(SHOP, "WEB-" + n, n, day.plusDays(2)));
        book(
                day.plusDays(3),
                invoice(ACME, "ACME-" + n, 10_107 + 311 * n, "USD", day.plusDays(3)),
                invoice(ACME, "ACME-X" + n, 8_013 + 97 * n, "USD", day.plusDays(3)),
                invoice(GALERIES, "GS-" + n, 20_319 + 173 * n, "EUR", day.plusDays(3)),
                invoice(GALERIES, "GS-X" + n, 4_451 + 59 * n, "EUR", day.plusDays(3)),
                invoice(SHOP, "WEB-" + n, 15_003 + 211 * n, "USD", day.plusDays(3)));
        if (n % 3 == 0)
            book(
                    day.plusDays(9),
                    credit(ACME, "ACME-" + n, 2_000 + n, "USD", day.plusDays(9)),
                    credit(GALERIES, "GS-" + n, 20_319 + 173 * n, "EUR", day.plusDays(9)));
        var next = month.plusMonths(1).atDay(1);
        book(
                next,
                period(ACME, "USD", month),
                period(GALERIES, "EUR", month),
                period(GALERIES, "USD", month),
                new DayBegun("maison-lumen", next, document()));
    }

    private void attributeAnew() {
        book(
                LAST.plusMonths(1).atDay(1),
                new OrderReattributed(
                        ACME,
                        "R-1",
                        "ACME-X11",
                        LAST.plusMonths(1).atDay(1),
                        List.of(new Share(ACME, 700_000, 1), new Share(GALERIES, 300_000, 1)),
                        "operator",
                        "Galeries Sud showed the consumer's visit GS-CLICK-11",
                        document()));
    }

    private void leaveUnbooked() {
        var day = LAST.plusMonths(1).atDay(1);
        book(
                day,
                invoice(ACME, "ACME-LOST", 7_001, "USD", day),
                invoice(GALERIES, "GS-LOST", 7_003, "EUR", day),
                invoice(ACME, "ACME-1", 7_007, "USD", day),
                invoice(GALERIES, "GS-1", 7_009, "EUR", day));
    }

    private OrderPlaced order(String partner, String number, int consumer, LocalDate day) {
        return new OrderPlaced(partner, number, Optional.of(consumer(consumer)), day, document());
    }

    private InvoiceIssued invoice(String partner, String order, long net, String currency, LocalDate day) {
        return new InvoiceIssued(partner, order + "-INV", order, day, goods(net, currency), document());
    }

    private CreditIssued credit(String partner, String order, long net, String currency, LocalDate day) {
        return new CreditIssued(partner, order + "-CN", order, order + "-INV", day, goods(net, currency), document());
    }

    private PeriodEnded period(String partner, String currency, YearMonth month) {
        return new PeriodEnded(
                partner, Currency.getInstance(currency), month.atDay(1), month.atEndOfMonth(), document());
    }

    private static Goods goods(long net, String currency) {
        var line = new Goods.Line(1, "", "LAMP", "", BigDecimal.ONE, net, 0, 0);
        return new Goods(Currency.getInstance(currency), List.of(line), 0);
    }

    private UUID document() {
        return new UUID(0xd0c, documents.incrementAndGet());
    }

    /** On a day, whose date everything booked gets. */
    private void book(LocalDate day, Fact... facts) {
        booking = at(day);
        database.transaction().executeWithoutResult(status -> ledger.record(List.of(facts)));
        while (booking.book(epoch) > 0) {}
    }

    private Booking at(LocalDate day) {
        var clock = Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        var next = new Booking(database.dataSource(), database.transactions(), partners, clock);
        epoch = next.takeOver();
        return next;
    }

    private static Currency usd() {
        return Currency.getInstance("USD");
    }

    /** Version 1, with 12 % commission and what is agreed on customers. */
    public static Terms terms(OwnershipTerms ownership) {
        var terms = terms(1, 120_000, Model.LINEAR, Money.ofMinorUnits(0, usd()));
        return new Terms(
                terms.version(), terms.from(), terms.attribution(), ownership, terms.commission(), terms.settlement());
    }

    /** Held for 30 days, 10 % withheld, 20 % tax. */
    private static Terms terms(int version, int ratePpm, Model model, Money minimumPayout) {
        return new Terms(
                version,
                FIRST.atDay(1),
                new AttributionTerms(
                        model,
                        Period.ofDays(60),
                        0,
                        0,
                        Period.ZERO,
                        Optional.empty(),
                        Optional.of(new Part(250_000, Period.ofYears(1))),
                        List.of()),
                new OwnershipTerms(Owner.CO_OWNED, 500_000, List.of(), Period.ZERO, Period.ZERO),
                new CommissionTerms(
                        ratePpm,
                        Basis.NET,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new SettlementTerms(30, Every.MONTH, Optional.of(minimumPayout), 200_000, 100_000));
    }
}
