package relais.cli;

import relais.document.Document;
import relais.edi.Interchange;
import relais.finding.Findings;

/** Where {@code translate} puts what it has read. */
interface Target {

    /**
     * Takes the next document of an interchange.
     *
     * @return what could not be carried; with an error among it, nothing is written of this document
     */
    Findings take(Document document);

    /**
     * Finishes an interchange: no document of it will follow.
     *
     * @return what kept it from being written
     */
    Findings end(Interchange interchange);
}
