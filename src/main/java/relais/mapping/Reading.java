package relais.mapping;

import java.util.Optional;
import relais.document.Consumer;
import relais.document.Document;
import relais.document.Order;
import relais.finding.Findings;

/**
 * What was read.
 *
 * @param type the title of the document's type as far as it is known; empty when it is not
 * @param number the document's number, by which a rejected document is found; empty when there is none
 * @param document present unless a finding is an error
 * @param consumer whom it names, as far as that could be read, also where it became no document
 */
public record Reading(
        String type, String number, Optional<Document> document, Optional<Consumer> consumer, Findings findings) {

    /** Nobody but the document itself says whom it names. */
    Reading(String type, String number, Optional<Document> document, Findings findings) {
        this(type, number, document, document.flatMap(Reading::consumer), findings);
    }

    private static Optional<Consumer> consumer(Document document) {
        return document instanceof Order order ? order.consumer() : Optional.empty();
    }
}
