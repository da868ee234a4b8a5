package relais.ledger;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import relais.document.Money;
import relais.ledger.Books.Payable;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Posting;
import relais.ledger.Fact.PeriodEnded;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;
import relais.partner.SettlementTerms;
import relais.partner.Terms;

/**
 * Closes a partner's statement: everything that became payable, or was taken back of what was, since the statement before.
 * What is payable is paid out when it reaches the minimum, and otherwise carried on; so is what the partner owes. Pure: it
 * only reads the books.
 */
final class Settlement {

    /**
     * A statement's figures, in minor units.
     *
     * @param due what is payable at its end
     */
    record Figures(
            long opening, long released, long reversed, long due, long tax, long withheld, long paid, long carried) {

        static Figures of(Payable payable, SettlementTerms terms) {
            var released = payable.movements().stream()
                    .mapToLong(m -> Math.max(0, m.amount()))
                    .sum();
            var reversed = -payable.movements().stream()
                    .mapToLong(m -> Math.min(0, m.amount()))
                    .sum();
            var due = payable.opening() + released - reversed;
            var least = Math.max(1, terms.minimumPayout().map(Money::minorUnits).orElse(1L));
            if (due < least) return new Figures(payable.opening(), released, reversed, due, 0, 0, 0, due);
            var tax = rated(due, terms.taxPpm());
            var withheld = rated(due, terms.withholdingPpm());
            return new Figures(payable.opening(), released, reversed, due, tax, withheld, due + tax - withheld, 0);
        }

        private static long rated(long amount, int ppm) {
            return Math.addExact(Math.multiplyExact(amount, (long) ppm), Terms.WHOLE_PPM / 2) / Terms.WHOLE_PPM;
        }
    }

    private Settlement() {}

    static Outcome decide(RecordedFact recorded, PeriodEnded period, Books books) {
        return books.terms(period.partner(), period.to())
                .<Outcome>map(terms -> new Booked(List.of(settle(recorded, period, terms, books))))
                .orElseGet(() -> new Waits(
                        recorded,
                        period.partner() + " has no terms in force on " + period.to() + "; add a version to its file",
                        Books.termsOf(period.partner())));
    }

    private static Draft settle(RecordedFact recorded, PeriodEnded period, Terms terms, Books books) {
        var payable = books.payable(period.partner(), period.currency());
        var figures = Figures.of(payable, terms.settlement());
        var statement = statement(period, payable, figures);
        return Draft.of(
                        Kind.SETTLEMENT,
                        recorded,
                        period.partner(),
                        Optional.empty(),
                        terms.version(),
                        inputs(recorded, statement),
                        explanation(period, payable, figures))
                .moving(Draft.Subject.of(recorded), Optional.empty(), postings(period, figures))
                .closing(statement);
    }

    private static Statement statement(PeriodEnded period, Payable payable, Figures f) {
        return new Statement(
                period.partner(),
                period.currency(),
                payable.statements() + 1,
                period.from(),
                period.to(),
                payable.firstSeq(),
                0,
                f.opening(),
                f.released(),
                f.reversed(),
                f.tax(),
                f.withheld(),
                f.paid(),
                f.carried(),
                hash(payable));
    }

    /** All that a statement says; so its row is proven by the settlement's leaf. */
    static byte[] inputs(RecordedFact recorded, Statement statement) {
        return new Canonical(Canonical.Type.INPUTS)
                .bytes(recorded.hash())
                .number(statement.number())
                .number(statement.firstSeq())
                .number(statement.opening())
                .number(statement.released())
                .number(statement.reversed())
                .number(statement.tax())
                .number(statement.withheld())
                .number(statement.paid())
                .number(statement.carried())
                .bytes(statement.postings())
                .hash();
    }

    /** Of the postings that the statement consists of. */
    static byte[] hash(Payable payable) {
        var canonical = new Canonical(Canonical.Type.STATEMENT)
                .number(payable.firstSeq())
                .number(payable.opening())
                .number(payable.movements().size());
        payable.movements().forEach(m -> canonical.number(m.seq()).number(m.amount()));
        return canonical.hash();
    }

    private static List<Posting> postings(PeriodEnded period, Figures figures) {
        var partner = period.partner();
        var postings = new ArrayList<Posting>();
        if (figures.paid() == 0) return postings;
        add(
                postings,
                period,
                AccountNames.payable(partner),
                AccountNames.paid(partner),
                figures.due() - figures.withheld(),
                "paid out");
        add(
                postings,
                period,
                AccountNames.payable(partner),
                AccountNames.withheld(partner),
                figures.withheld(),
                "withheld");
        add(postings, period, AccountNames.TAX, AccountNames.paid(partner), figures.tax(), "tax on commission");
        return postings;
    }

    private static void add(
            List<Posting> postings, PeriodEnded period, String debit, String credit, long amount, String reason) {
        if (amount == 0) return;
        var money = Money.ofMinorUnits(amount, period.currency());
        postings.add(new Posting(0, debit, credit, money, 0, reason, Optional.empty()));
    }

    private static String explanation(PeriodEnded period, Payable payable, Figures f) {
        var currency = period.currency();
        var done = f.paid() > 0
                ? money(f.paid(), currency) + " paid out"
                        + (f.tax() > 0 ? " with " + money(f.tax(), currency) + " tax" : "")
                        + (f.withheld() > 0 ? ", " + money(f.withheld(), currency) + " withheld" : "")
                : money(f.carried(), currency) + " carried on";
        return "statement " + (payable.statements() + 1) + " for " + period.from() + " to " + period.to() + ": "
                + money(f.opening(), currency) + " carried forward, " + money(f.released(), currency) + " released, "
                + money(f.reversed(), currency) + " taken back, " + done;
    }

    private static Money money(long minorUnits, Currency currency) {
        return Money.ofMinorUnits(minorUnits, currency);
    }
}
