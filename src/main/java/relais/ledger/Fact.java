package relais.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Entry.Share;
import relais.partner.Terms;

/**
 * Something that happened and that the ledger has to draw its conclusions from. It is known by its natural key (kind,
 * partner, number): the same fact again is a hit, the same key with other content a conflict.
 */
public sealed interface Fact {

    /** The trading partner it concerns: the id of a partner file. */
    String partner();

    String number();

    /** The order it belongs to; empty where it belongs to none. */
    default String orderNumber() {
        return "";
    }

    default Optional<UUID> consumer() {
        return Optional.empty();
    }

    /** The business day on which it happened. */
    LocalDate day();

    /** The document that says so. It is no part of the content: the same order in another document is the same order. */
    UUID document();

    <T> T fold(Cases<T> cases);

    /** One function for each kind of fact. */
    interface Cases<T> {
        T terms(TermsAgreed terms);

        T touch(TouchMade touch);

        T order(OrderPlaced order);

        T sale(SaleReported sale);

        T returned(SaleReturned returned);

        T invoice(InvoiceIssued invoice);

        T credit(CreditIssued credit);

        T attribution(OrderReattributed attribution);

        T erasure(ConsumerErased erasure);

        T day(DayBegun day);

        T period(PeriodEnded period);
    }

    /** A version of a partner's terms was agreed. */
    record TermsAgreed(String partner, Terms terms, UUID document) implements Fact {

        @Override
        public String number() {
            return Integer.toString(terms.version());
        }

        @Override
        public LocalDate day() {
            return terms.from();
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.terms(this);
        }
    }

    /** @param number of the deal, the visit, the coupon's use */
    record TouchMade(String partner, String number, UUID person, Touch.Kind how, LocalDate day, UUID document)
            implements Fact {

        public TouchMade {
            requireText("number", number);
        }

        @Override
        public Optional<UUID> consumer() {
            return Optional.of(person);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.touch(this);
        }
    }

    /**
     * A partner, or the brand's own shop, took an order.
     *
     * @param consumer for whom; empty for goods that a partner buys for its own stock
     */
    record OrderPlaced(String partner, String orderNumber, Optional<UUID> consumer, LocalDate day, UUID document)
            implements Fact {

        public OrderPlaced {
            requireText("partner", partner);
            requireText("orderNumber", orderNumber);
        }

        @Override
        public String number() {
            return orderNumber;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.order(this);
        }
    }

    /** A partner reported what it sold out of its own stock; nobody says to whom. The report is its own order. */
    record SaleReported(String partner, String number, LocalDate day, Goods goods, UUID document) implements Fact {

        public SaleReported {
            requireText("number", number);
        }

        @Override
        public String orderNumber() {
            return number;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sale(this);
        }
    }

    /**
     * A partner reported what came back of what it had sold out of its own stock; nobody says which sale it was.
     *
     * @param number of the report; what it sold besides is a {@link SaleReported} of the same number
     * @param goods that came back, more than was sold of them by the same report; units with no amount are worth what
     *     they were sold for
     */
    record SaleReturned(String partner, String number, LocalDate day, Goods goods, UUID document) implements Fact {

        public SaleReturned {
            requireText("number", number);
        }

        @Override
        public String orderNumber() {
            return number;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.returned(this);
        }
    }

    /** The brand invoiced what it delivered for an order. */
    record InvoiceIssued(String partner, String number, String orderNumber, LocalDate day, Goods goods, UUID document)
            implements Fact {

        public InvoiceIssued {
            requireText("partner", partner);
            requireText("number", number);
            requireText("orderNumber", orderNumber);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.invoice(this);
        }
    }

    /**
     * The brand gave back what it had invoiced: goods returned, or too much charged.
     *
     * @param invoiceNumber the invoice it corrects; any of the order's when empty
     */
    record CreditIssued(
            String partner,
            String number,
            String orderNumber,
            String invoiceNumber,
            LocalDate day,
            Goods goods,
            UUID document)
            implements Fact {

        public CreditIssued {
            requireText("number", number);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.credit(this);
        }
    }

    /**
     * An operator decided anew who is credited for an order.
     *
     * @param number of this decision
     * @param operator who decided
     */
    record OrderReattributed(
            String partner,
            String number,
            String orderNumber,
            LocalDate day,
            List<Share> shares,
            String operator,
            String reason,
            UUID document)
            implements Fact {

        public OrderReattributed {
            shares = List.copyOf(shares);
            requireText("operator", operator);
            requireText("reason", reason);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.attribution(this);
        }
    }

    /** @param partner the brand */
    record ConsumerErased(String partner, UUID person, LocalDate day, UUID document) implements Fact {

        @Override
        public String number() {
            return person.toString();
        }

        @Override
        public Optional<UUID> consumer() {
            return Optional.of(person);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.erasure(this);
        }
    }

    /**
     * A business day has begun: what was held until then is payable.
     *
     * @param partner the brand
     */
    record DayBegun(String partner, LocalDate day, UUID document) implements Fact {

        @Override
        public String number() {
            return day.toString();
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.day(this);
        }
    }

    /** A settlement period of a partner has ended in a currency. */
    record PeriodEnded(String partner, Currency currency, LocalDate from, LocalDate to, UUID document) implements Fact {

        @Override
        public String number() {
            return to + " " + currency;
        }

        @Override
        public LocalDate day() {
            return to;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.period(this);
        }
    }

    private static void requireText(String what, String text) {
        if (text.isBlank()) throw new IllegalArgumentException("a fact needs its " + what);
    }
}
