package relais.document;

import java.time.LocalDate;
import java.util.Optional;

/** An earlier document, or another number that both sides know it by. */
public record Reference(Kind kind, String number, Optional<LocalDate> issuedOn) {

    public enum Kind {
        BLANKET_ORDER,
        CATALOGUE,
        CONTRACT,
        DEPARTMENT,
        DESPATCH_ADVICE,
        INVOICE,
        ORDER,
        ORDER_CHANGE,
        ORDER_RESPONSE,
        PROJECT,
        QUOTE,
        RECEIPT_ADVICE,
        RETURN_AUTHORISATION,
        SALES_REPORT
    }
}
