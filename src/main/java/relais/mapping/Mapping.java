package relais.mapping;

import java.util.Map;
import relais.document.Document;
import relais.document.DocumentType;
import relais.edi.Standard;
import relais.edi.TransactionSet;

/** How one transaction set and one document correspond, stated once in a {@code mapping.yaml} and used both ways. Immutable. */
public final class Mapping {

    private final String id;
    private final Standard standard;
    private final String transactionSet;
    private final DocumentType document;

    Mapping(String id, Standard standard, String transactionSet, DocumentType document) {
        this.id = id;
        this.standard = standard;
        this.transactionSet = transactionSet;
        this.document = document;
    }

    /** The folder below {@code mappings/}: {@code x12/850}. */
    public String id() {
        return id;
    }

    public Standard standard() {
        return standard;
    }

    /** "850", "ORDERS". */
    public String transactionSet() {
        return transactionSet;
    }

    public DocumentType document() {
        return document;
    }

    /**
     * Reads a transaction set.
     *
     * @param given what a set does not say itself, by the document's names: {@code partner} always, {@code currency} for
     *     where the set names none
     */
    public Reading read(TransactionSet set, Map<String, String> given) {
        throw new UnsupportedOperationException(set + " " + given);
    }

    /**
     * Writes a document.
     *
     * @throws IllegalArgumentException if the document is of another type
     */
    public Writing write(Document document) {
        throw new UnsupportedOperationException(document.toString());
    }
}
