package relais.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Rules rules;
    private final List<Path> notCarried;

    Mapping(
            String id,
            Standard standard,
            String transactionSet,
            DocumentType document,
            Rules rules,
            List<Path> notCarried) {
        this.id = id;
        this.standard = standard;
        this.transactionSet = transactionSet;
        this.document = document;
        this.rules = rules;
        this.notCarried = notCarried;
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
        var run = new ReadingRun(set.segments());
        var tree = Shape.NODES.objectNode().put("type", document.title());
        rules.read(set.root().children(), tree, run);
        Json.give(document, tree, given);
        run.complete(Shape.of(document.type()), tree, set.segments().get(0).location(), "");
        var findings = run.findings();
        var bound = findings.hasErrors() ? Optional.<Document>empty() : Optional.of(Json.document(document, tree));
        return new Reading(tree, bound, findings);
    }

    /**
     * Writes a document.
     *
     * @throws IllegalArgumentException if the document is of another type
     */
    public Writing write(Document document) {
        if (document.type() != this.document)
            throw new IllegalArgumentException(id + " writes " + this.document.title() + ", not "
                    + document.type().title());
        var run = new WritingRun();
        var tree = Shape.of(document.type().type()).toJson(document);
        rules.write(tree, run);
        for (var path : notCarried)
            if (isPresent(tree, path.names())) run.notCarried(path, transactionSet + " has no place for it");
        return run.done();
    }

    private static boolean isPresent(JsonNode node, List<String> names) {
        if (names.isEmpty()) return !node.isMissingNode();
        if (node.isArray()) {
            for (var item : node) if (isPresent(item, names)) return true;
            return false;
        }
        return isPresent(node.path(names.get(0)), names.subList(1, names.size()));
    }
}
