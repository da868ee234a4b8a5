package relais.mapping;

import java.util.List;
import java.util.Map;
import relais.document.Document;
import relais.document.DocumentType;

/**
 * How a table (CSV, or records of fixed length) and one kind of document correspond, stated once in a
 * {@code mapping.yaml} and used both ways. Immutable.
 */
final class TableMapping implements FileMapping {

    private final String id;
    private final TablePlan plan;

    TableMapping(String id, TablePlan plan) {
        this.id = id;
        this.plan = plan;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DocumentType document() {
        return plan.document();
    }

    @Override
    public FileType type() {
        var charset = plan.form().style().charset();
        return plan.form() instanceof TableCsv ? FileType.csv(charset) : FileType.fixed(charset);
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return false;
    }

    /** The paths of what the table has no place for: {@code lines.item.buyerCode}. */
    public List<String> notCarried() {
        return plan.notCarried().stream().map(Trail::toString).toList();
    }

    /**
     * Reads a file, which may hold several documents. Findings name row and column, and the byte at which they start.
     *
     * @return one for each document, in the order in which they begin; where a row cannot be told to belong to one of them,
     *     a single one without a document that says everything that is wrong with the file
     */
    @Override
    public List<Reading> readAll(byte[] bytes, Map<String, String> given) {
        return new TableReading(plan).read(bytes, given);
    }

    @Override
    public FileWriting write(Document document) {
        if (document.type() != plan.document())
            throw new IllegalArgumentException(id + " writes " + plan.document().title() + ", not "
                    + document.type().title());
        return new TableWriter(plan).write(document);
    }
}
