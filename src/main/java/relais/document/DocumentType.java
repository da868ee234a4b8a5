package relais.document;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of canonical document, under their UBL names. */
public enum DocumentType {
    ORDER("Order", Order.class),
    ORDER_CHANGE("OrderChange", OrderChange.class),
    ORDER_CANCELLATION("OrderCancellation", OrderCancellation.class),
    ORDER_RESPONSE("OrderResponse", OrderResponse.class),
    DESPATCH_ADVICE("DespatchAdvice", DespatchAdvice.class),
    INVOICE("Invoice", Invoice.class),
    CREDIT_NOTE("CreditNote", CreditNote.class),
    INVENTORY_REPORT("InventoryReport", InventoryReport.class),
    CATALOGUE("Catalogue", Catalogue.class),
    SALES_REPORT("SalesReport", SalesReport.class),
    REMITTANCE_ADVICE("RemittanceAdvice", RemittanceAdvice.class),
    RETURN_REQUEST("ReturnRequest", ReturnRequest.class),
    RECEIPT_ADVICE("ReceiptAdvice", ReceiptAdvice.class),
    APPLICATION_RESPONSE("ApplicationResponse", ApplicationResponse.class);

    private final String title;
    private final Class<? extends Document> type;

    DocumentType(String title, Class<? extends Document> type) {
        this.title = title;
        this.type = type;
    }

    /** The name as it stands in JSON, in mappings and in partner files: {@code OrderResponse}. */
    public String title() {
        return title;
    }

    /** The record that holds a document of this kind. */
    public Class<? extends Document> type() {
        return type;
    }

    /** @throws IllegalArgumentException if no document has this title; the message lists those that do */
    public static DocumentType ofTitle(String title) {
        for (var type : values()) if (type.title.equals(title)) return type;
        var titles = Arrays.stream(values()).map(DocumentType::title).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                (title.isEmpty() ? "the document does not say its type" : "no document is called '" + title + "'")
                        + "; the types are " + titles);
    }
}
