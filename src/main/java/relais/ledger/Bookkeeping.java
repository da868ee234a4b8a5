package relais.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Entry.Kind;
import relais.ledger.Fact.ConsumerErased;
import relais.ledger.Fact.CreditIssued;
import relais.ledger.Fact.DayBegun;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Fact.PeriodEnded;
import relais.ledger.Fact.SaleReported;
import relais.ledger.Fact.SaleReturned;
import relais.ledger.Fact.TermsAgreed;
import relais.ledger.Fact.TouchMade;
import relais.ledger.Outcome.Booked;
import relais.partner.Partners;

/** What follows from a fact. The same facts in the same order always give the same entries. */
final class Bookkeeping {

    private final Attribution attribution;

    Bookkeeping(Partners partners) {
        this.attribution = new Attribution(partners);
    }

    Outcome decide(RecordedFact recorded, Books books) {
        return recorded.fact().fold(new Cases(recorded, books));
    }

    private final class Cases implements Fact.Cases<Outcome> {

        private final RecordedFact recorded;
        private final Books books;

        Cases(RecordedFact recorded, Books books) {
            this.recorded = recorded;
            this.books = books;
        }

        @Override
        public Outcome terms(TermsAgreed agreed) {
            return only(
                    Kind.TERMS,
                    Optional.empty(),
                    agreed.terms().version(),
                    "terms version " + agreed.terms().version() + " of " + agreed.partner() + " hold from "
                            + agreed.day() + " on");
        }

        @Override
        public Outcome touch(TouchMade touch) {
            var how = touch.how().name().toLowerCase(java.util.Locale.ROOT);
            return only(
                    Kind.TOUCH,
                    touch.consumer(),
                    0,
                    touch.partner() + " touched the consumer: " + how + " " + touch.number());
        }

        @Override
        public Outcome order(OrderPlaced order) {
            return attribution.decide(recorded, order, books);
        }

        @Override
        public Outcome sale(SaleReported sale) {
            return Commission.decide(recorded, sale, books);
        }

        @Override
        public Outcome returned(SaleReturned returned) {
            return Reversal.decide(recorded, returned, books);
        }

        @Override
        public Outcome invoice(InvoiceIssued invoice) {
            return Commission.decide(recorded, invoice, books);
        }

        @Override
        public Outcome credit(CreditIssued credit) {
            return Reversal.decide(recorded, credit, books);
        }

        @Override
        public Outcome attribution(OrderReattributed anew) {
            return Reattribution.decide(recorded, anew, books);
        }

        @Override
        public Outcome erasure(ConsumerErased erased) {
            return only(Kind.ERASURE, erased.consumer(), 0, "the personal data of the consumer was destroyed");
        }

        @Override
        public Outcome day(DayBegun day) {
            return Release.decide(recorded, day, books);
        }

        @Override
        public Outcome period(PeriodEnded period) {
            return Settlement.decide(recorded, period, books);
        }

        private Outcome only(Kind kind, Optional<UUID> consumer, int version, String explanation) {
            return new Booked(List.of(Draft.of(
                    kind, recorded, recorded.fact().partner(), consumer, version, recorded.hash(), explanation)));
        }
    }
}
