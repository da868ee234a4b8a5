package relais.mapping;

import java.util.Optional;
import relais.document.Document;
import relais.finding.Findings;

/**
 * What was read.
 *
 * @param type the title of the document's type as far as it is known; empty when it is not
 * @param number the document's number, by which a rejected document is found; empty when there is none
 * @param document present unless a finding is an error
 */
public record Reading(String type, String number, Optional<Document> document, Findings findings) {}
