package relais.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import relais.document.Money;

/**
 * Something that happened in trade and that the ledger has to draw its conclusions from. It is known by its natural key
 * (kind, partner, number): the same fact again is a hit, the same key with other content a conflict.
 */
public sealed interface Fact {

    /** The trading partner whose document it is: the id of a partner file. */
    String partner();

    /** The number of the order it belongs to. */
    String orderNumber();

    /** The business day on which it happened. */
    LocalDate day();

    /** The document that says so. It is no part of the content: the same order in another document is the same order. */
    UUID document();

    <T> T fold(Function<OrderPlaced, T> orderPlaced, Function<InvoiceIssued, T> invoiceIssued);

    /**
     * A partner, or the brand's own shop, took an order.
     *
     * @param consumer for whom; empty for goods that a partner buys for its own stock
     */
    record OrderPlaced(String partner, String orderNumber, Optional<UUID> consumer, LocalDate placedOn, UUID document)
            implements Fact {

        public OrderPlaced {
            requireText("partner", partner);
            requireText("orderNumber", orderNumber);
        }

        @Override
        public LocalDate day() {
            return placedOn;
        }

        @Override
        public <T> T fold(Function<OrderPlaced, T> orderPlaced, Function<InvoiceIssued, T> invoiceIssued) {
            return orderPlaced.apply(this);
        }
    }

    /**
     * The brand invoiced what it delivered for an order.
     *
     * @param netAmount without tax; not negative and no finer than the currency's minor unit
     */
    record InvoiceIssued(
            String partner,
            String invoiceNumber,
            String orderNumber,
            LocalDate issuedOn,
            Money netAmount,
            UUID document)
            implements Fact {

        public InvoiceIssued {
            requireText("partner", partner);
            requireText("invoiceNumber", invoiceNumber);
            requireText("orderNumber", orderNumber);
            if (netAmount.minorUnits() < 0)
                throw new IllegalArgumentException("an invoice's net amount is not negative, got " + netAmount);
        }

        @Override
        public LocalDate day() {
            return issuedOn;
        }

        @Override
        public <T> T fold(Function<OrderPlaced, T> orderPlaced, Function<InvoiceIssued, T> invoiceIssued) {
            return invoiceIssued.apply(this);
        }
    }

    private static void requireText(String what, String text) {
        if (text.isBlank()) throw new IllegalArgumentException("a fact needs its " + what);
    }
}
