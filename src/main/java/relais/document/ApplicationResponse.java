package relais.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of a document once its content was looked at: an acknowledgement of the business, not of the syntax.
 *
 * @param respondedType the transaction set or message it answers: {@code 850}, {@code INVOIC}
 * @param respondedNumber the number of the document it answers
 */
public record ApplicationResponse(
        String number,
        String partner,
        LocalDate issuedOn,
        String respondedType,
        String respondedNumber,
        Optional<LocalDate> respondedIssuedOn,
        String orderNumber,
        Status status,
        Party sender,
        Party receiver,
        List<Reference> references,
        List<Problem> problems,
        List<Carried> carried)
        implements Document {

    public ApplicationResponse {
        carried = List.copyOf(carried);
        references = List.copyOf(references);
        problems = List.copyOf(problems);
    }

    public enum Status {
        ACCEPTED,
        ACCEPTED_WITH_ERRORS,
        REJECTED
    }

    /**
     * @param code of the application that found it: X12 element 647, UNTDID 9321, or what the parties agreed on
     * @param value what stood there, or empty
     */
    public record Problem(String code, String text, String value) {}

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_RESPONSE;
    }
}
