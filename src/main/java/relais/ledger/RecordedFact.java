package relais.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import relais.document.Money;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;

/**
 * A fact as it stands in its table.
 *
 * @param hash of the content, as stored
 */
record RecordedFact(long id, Fact fact, byte[] hash) {

    /** Reads the columns of table {@code fact}, which a query calls by {@link #COLUMNS}. */
    static final RowMapper<RecordedFact> ROW = (row, n) -> {
        var partner = row.getString("fact_partner");
        var number = row.getString("fact_number");
        var order = row.getString("fact_order_number");
        var day = row.getObject("fact_day", LocalDate.class);
        var document = row.getObject("fact_document", UUID.class);
        var consumer = Optional.ofNullable(row.getObject("fact_consumer", UUID.class));
        var fact = row.getString("fact_kind").equals("order")
                ? new OrderPlaced(partner, number, consumer, day, document)
                : new InvoiceIssued(
                        partner,
                        number,
                        order,
                        day,
                        Money.ofMinorUnits(
                                row.getLong("fact_net_minor"), Currency.getInstance(row.getString("fact_currency"))),
                        document);
        return new RecordedFact(row.getLong("fact_id"), fact, row.getBytes("fact_hash"));
    };

    static final String COLUMNS = """
            f.id fact_id, f.kind fact_kind, f.partner fact_partner, f.number fact_number,
            f.order_number fact_order_number, f.consumer fact_consumer, f.day fact_day, f.net_minor fact_net_minor,
            f.currency fact_currency, f.document fact_document, f.hash fact_hash""";

    /** The columns of a fact as text, for the table and for the hash. */
    record Columns(
            String kind,
            String partner,
            String number,
            String orderNumber,
            @Nullable String consumer,
            String day,
            @Nullable String netMinor,
            @Nullable String currency,
            String document) {

        static Columns of(Fact fact) {
            return fact.fold(Columns::ofOrder, Columns::ofInvoice);
        }

        private static Columns ofOrder(OrderPlaced order) {
            return new Columns(
                    "order",
                    order.partner(),
                    order.orderNumber(),
                    order.orderNumber(),
                    order.consumer().map(UUID::toString).orElse(null),
                    order.placedOn().toString(),
                    null,
                    null,
                    order.document().toString());
        }

        private static Columns ofInvoice(InvoiceIssued invoice) {
            return new Columns(
                    "invoice",
                    invoice.partner(),
                    invoice.invoiceNumber(),
                    invoice.orderNumber(),
                    null,
                    invoice.issuedOn().toString(),
                    Long.toString(invoice.netAmount().minorUnits()),
                    invoice.netAmount().currency().getCurrencyCode(),
                    invoice.document().toString());
        }
    }

    /** The hash of a fact's content. The document is left out: the same order in another document is the same order. */
    static byte[] hash(Fact fact) {
        return fact.fold(RecordedFact::hashOfOrder, RecordedFact::hashOfInvoice);
    }

    private static byte[] hashOfOrder(OrderPlaced order) {
        return new Canonical(Canonical.Type.FACT)
                .text("order")
                .text(order.partner())
                .text(order.orderNumber())
                .id(order.consumer())
                .day(order.placedOn())
                .hash();
    }

    private static byte[] hashOfInvoice(InvoiceIssued invoice) {
        return new Canonical(Canonical.Type.FACT)
                .text("invoice")
                .text(invoice.partner())
                .text(invoice.invoiceNumber())
                .text(invoice.orderNumber())
                .day(invoice.issuedOn())
                .number(invoice.netAmount().minorUnits())
                .text(invoice.netAmount().currency().getCurrencyCode())
                .hash();
    }
}
