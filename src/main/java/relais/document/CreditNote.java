package relais.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What the brand gives back of an invoice: goods returned, too much charged. Its amounts are more than zero.
 *
 * @param invoiceNumber the invoice it corrects, or empty
 * @param reason why, in words
 * @param netAmount sum of the lines with the document's own allowances and charges, without tax
 * @param payableAmount what is given back: net and tax
 */
public record CreditNote(
        String number,
        String partner,
        LocalDate issuedOn,
        String invoiceNumber,
        Optional<LocalDate> invoiceIssuedOn,
        String orderNumber,
        Optional<LocalDate> orderIssuedOn,
        String buyerReference,
        String reason,
        Currency currency,
        Party buyer,
        Party seller,
        List<Reference> references,
        List<Charge> charges,
        List<Invoice.Line> lines,
        List<Tax> taxes,
        BigDecimal netAmount,
        BigDecimal taxAmount,
        BigDecimal payableAmount,
        List<Carried> carried)
        implements Document {

    public CreditNote {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        charges = List.copyOf(charges);
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    @Override
    public DocumentType type() {
        return DocumentType.CREDIT_NOTE;
    }
}
