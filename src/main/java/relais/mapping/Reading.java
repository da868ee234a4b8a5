package relais.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import relais.document.Document;
import relais.finding.Findings;

/**
 * What was read.
 *
 * @param tree the document under its JSON names, as far as it could be read
 * @param document present unless a finding is an error
 */
public record Reading(ObjectNode tree, Optional<Document> document, Findings findings) {}
