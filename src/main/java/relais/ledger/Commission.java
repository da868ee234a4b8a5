package relais.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import relais.document.Money;
import relais.ledger.Books.Decision;
import relais.ledger.Earning.Before;
import relais.ledger.Earning.Earned;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Posting;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;
import relais.partner.CommissionTerms;
import relais.partner.CommissionTerms.Tiers;
import relais.partner.Terms;

/** Accrues the commission that an invoice or a sale makes due, by the decision on its order. Pure: it only reads the books. */
final class Commission {

    private Commission() {}

    static Outcome decide(RecordedFact recorded, InvoiceIssued invoice, Books books) {
        return books.decision(invoice.partner(), invoice.orderNumber())
                .map(decision -> accrue(recorded, invoice.goods(), decision, books))
                .orElseGet(() -> new Waits(
                        recorded,
                        "order " + invoice.orderNumber() + " of " + invoice.partner() + " is not booked yet",
                        Books.key(invoice.partner(), invoice.orderNumber())));
    }

    /** Who reports a sale made it. */
    static Outcome decide(RecordedFact recorded, SaleReported sale, Books books) {
        var terms = books.terms(sale.partner(), sale.day());
        if (terms.isEmpty() && books.hasTerms(sale.partner()))
            return new Waits(
                    recorded,
                    sale.partner() + " has no terms in force on " + sale.day() + "; add a version to its file",
                    Books.termsOf(sale.partner()));
        var version = terms.map(Terms::version).orElse(0);
        var share = new Share(sale.partner(), Terms.WHOLE_PPM, version);
        var decision = new Decision(
                List.of(share),
                Optional.empty(),
                false,
                recorded.hash(),
                "sold by " + sale.partner() + " out of its stock");
        return accrue(recorded, sale.goods(), decision, books);
    }

    private static Outcome accrue(RecordedFact recorded, Goods goods, Decision decision, Books books) {
        return otherCurrency(recorded, goods.currency(), decision, books)
                .<Outcome>map(waits -> waits)
                .orElseGet(() -> new Booked(accruals(recorded, recorded, goods, decision, books)));
    }

    /** Waits for terms that state amounts in the currency of the goods. */
    static Optional<Waits> otherCurrency(RecordedFact because, Currency currency, Decision decision, Books books) {
        for (var share : decision.shares()) {
            var other = terms(share, books).flatMap(terms -> Earning.otherCurrency(terms.commission(), currency));
            if (other.isPresent())
                return Optional.of(new Waits(
                        because,
                        "the terms of " + share.party() + " state amounts in " + other.get() + ", but this is in "
                                + currency + "; add a version that states them in " + currency,
                        Books.termsOf(share.party())));
        }
        return Optional.empty();
    }

    static Optional<Terms> terms(Share share, Books books) {
        return books.terms(share.party(), share.termsVersion());
    }

    /**
     * @param because the fact that makes it accrue: the charged one itself, or a new decision on its order
     * @param charged the invoice or sale
     */
    static List<Draft> accruals(
            RecordedFact because, RecordedFact charged, Goods goods, Decision decision, Books books) {
        var earning = decision.shares().stream()
                .filter(share -> share.termsVersion() > 0)
                .toList();
        var shares = earning.isEmpty() ? decision.shares().subList(0, 1) : earning;
        return shares.stream()
                .map(share -> accrual(because, charged, goods, decision, share, books))
                .toList();
    }

    /** An invoice on which nobody earns is booked as well, so that one sees why. */
    private static Draft accrual(
            RecordedFact because, RecordedFact charged, Goods goods, Decision decision, Share share, Books books) {
        var terms = terms(share, books);
        var before = terms.map(t -> before(t.commission(), charged, goods.currency(), decision, share, books))
                .orElse(Before.NOTHING);
        var result = terms.map(t -> Earning.of(goods, share, t.commission(), before))
                .orElseGet(() -> new Earning.Result(List.of(), 0));
        return Draft.of(
                        Kind.ACCRUAL,
                        because,
                        share.party(),
                        decision.consumer(),
                        share.termsVersion(),
                        inputs(because, charged, decision, share, before),
                        explanation(charged, goods, decision, share, terms))
                .moving(
                        Draft.Subject.of(charged),
                        Optional.of(Money.ofMinorUnits(result.turnover(), goods.currency())),
                        postings(result.parts(), share.party(), goods.currency()))
                .dueOn(dueOn(charged, terms, books));
    }

    private static LocalDate dueOn(RecordedFact charged, Optional<Terms> terms, Books books) {
        var held = terms.map(t -> t.settlement().holdDays()).orElse(0);
        var due = charged.fact().day().plusDays(held);
        var tomorrow = books.today().plusDays(1);
        return due.isBefore(tomorrow) ? tomorrow : due;
    }

    private static List<Posting> postings(List<Earned> parts, String party, Currency currency) {
        return parts.stream()
                .map(part -> new Posting(
                        part.line(),
                        AccountNames.EXPENSE,
                        AccountNames.held(party),
                        Money.ofMinorUnits(part.amount(), currency),
                        part.base(),
                        part.reason(),
                        Optional.empty()))
                .toList();
    }

    /** Only what the terms ask for is looked up. A sale out of stock is an order of its own. */
    private static Before before(
            CommissionTerms terms,
            RecordedFact charged,
            Currency currency,
            Decision decision,
            Share share,
            Books books) {
        var ofOrder = terms.perOrder().isPresent()
                || terms.firstSale().isPresent()
                || terms.tiers().filter(tiers -> tiers.every().isEmpty()).isPresent();
        var order = Optional.of(charged.fact())
                .filter(fact -> ofOrder && fact instanceof InvoiceIssued)
                .map(fact -> books.order(fact.partner(), fact.orderNumber()));
        return new Before(
                terms.tiers()
                        .map(tiers -> volume(tiers, charged, currency, share, order, books))
                        .orElse(0L),
                order.stream().flatMap(o -> o.charged().stream()).noneMatch(f -> f.id() != charged.id()),
                decision.isFirst(),
                terms.consumerCap().isPresent()
                        ? decision.consumer()
                                .map(consumer -> books.earnedFor(consumer, share.party(), currency))
                                .orElse(0L)
                        : 0,
                terms.periodCap()
                        .map(cap -> Calendar.period(cap.every(), charged.fact().day()))
                        .map(period -> books.earnedIn(share.party(), currency, period.from(), period.to())
                                .earned())
                        .orElse(0L));
    }

    private static long volume(
            Tiers tiers,
            RecordedFact charged,
            Currency currency,
            Share share,
            Optional<OrderBooks> order,
            Books books) {
        if (tiers.every().isEmpty())
            return order.map(o -> o.turnover(share.party())).orElse(0L);
        var period = Calendar.period(tiers.every().get(), charged.fact().day());
        return Math.max(
                0,
                books.earnedIn(share.party(), currency, period.from(), period.to())
                        .turnover());
    }

    private static byte[] inputs(
            RecordedFact because, RecordedFact charged, Decision decision, Share share, Before before) {
        return new Canonical(Canonical.Type.INPUTS)
                .bytes(because.hash())
                .bytes(charged.hash())
                .bytes(decision.inputs())
                .text(share.party())
                .number(share.sharePpm())
                .number(share.termsVersion())
                .number(before.volume())
                .number(before.isFirstOfOrder() ? 1 : 0)
                .number(before.isFirstSale() ? 1 : 0)
                .number(before.forConsumer())
                .number(before.inPeriod())
                .hash();
    }

    private static String explanation(
            RecordedFact charged, Goods goods, Decision decision, Share share, Optional<Terms> terms) {
        var fact = charged.fact();
        var of = fact instanceof InvoiceIssued
                ? "invoice " + fact.number() + ", order " + fact.orderNumber()
                : "sales report " + fact.number();
        var part = share.sharePpm() == Terms.WHOLE_PPM ? "" : " for a share of " + Percent.of(share.sharePpm());
        return terms.map(t -> words(t.commission())).orElse("no commission") + part + " on "
                + Money.ofMinorUnits(goods.net(), goods.currency()) + " net of " + of
                + (concernsAlone(decision, share, fact.partner()) ? ": " + decision.explanation() : "");
    }

    /** Whether nobody but the party, the brand and its shops has to do with the order, so that the party may read why. */
    private static boolean concernsAlone(Decision decision, Share share, String seller) {
        var others = decision.shares().stream().filter(s -> !s.party().equals(share.party()));
        var isSeller = seller.equals(share.party());
        var isBrands = decision.shares().stream().anyMatch(s -> s.party().equals(seller) && s.termsVersion() == 0);
        return others.allMatch(other -> other.termsVersion() == 0) && (isSeller || isBrands);
    }

    /** The rate, where there is but one. */
    private static String words(CommissionTerms terms) {
        var isPlain = terms.products().isEmpty() && terms.tiers().isEmpty();
        return isPlain && terms.ratePpm() > 0 ? Percent.of(terms.ratePpm()) + " commission" : "commission";
    }
}
