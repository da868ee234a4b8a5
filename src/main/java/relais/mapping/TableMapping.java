package relais.mapping;

import java.util.List;
import java.util.Map;
import relais.document.Document;
import relais.document.DocumentType;

/**
 * How a table (CSV, or records of fixed length) and one kind of document correspond, stated once in a
 * {@code mapping.yaml} and used both ways. Immutable.
 */
public final class TableMapping {

    private final String id;
    private final TablePlan plan;

    TableMapping(String id, TablePlan plan) {
        this.id = id;
        this.plan = plan;
    }

    /** The folder below {@code mappings/}: {@code csv/Order}. */
    public String id() {
        return id;
    }

    public DocumentType document() {
        return plan.document();
    }

    /** The paths of what the table has no place for: {@code lines.item.buyerCode}. */
    public List<String> notCarried() {
        return plan.notCarried().stream().map(Trail::toString).toList();
    }

    /**
     * Reads a file, which may hold several documents. Findings name row and column, and the byte at which they start.
     *
     * @param given what a file does not say itself, by the document's names: {@code partner} always, {@code currency} for
     *     where the file names none
     * @return one for each document, in the order in which they begin; where a row cannot be told to belong to one of them,
     *     a single one without a document that says everything that is wrong with the file
     */
    public List<Reading> read(byte[] bytes, Map<String, String> given) {
        return new TableReading(plan).read(bytes, given);
    }

    /**
     * Writes a document as a file of its own.
     *
     * @throws IllegalArgumentException if the document is of another type
     */
    public TableWriting write(Document document) {
        if (document.type() != plan.document())
            throw new IllegalArgumentException(id + " writes " + plan.document().title() + ", not "
                    + document.type().title());
        return new TableWriter(plan).write(document);
    }
}
