package relais.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A canonical document. What is absent is an empty text, an empty list or an empty Optional, never null; amounts are in
 * the document's own currency.
 */
public sealed interface Document
        permits Order,
                OrderChange,
                OrderCancellation,
                OrderResponse,
                DespatchAdvice,
                Invoice,
                CreditNote,
                InventoryReport,
                Catalogue,
                SalesReport,
                RemittanceAdvice,
                ReturnRequest,
                ReceiptAdvice,
                ApplicationResponse {

    DocumentType type();

    /** The number its sender gave it, unique per sender and type. */
    String number();

    LocalDate issuedOn();

    /** The trading partner this document is exchanged with: the id of a partner file. */
    String partner();

    /** What was received and belongs to no value of the document. */
    List<Carried> carried();

    /** The number of the order it belongs to, by which a chain of documents hangs together; empty when there is none. */
    String orderNumber();
}
