package relais.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.document.Document;
import relais.document.DocumentType;
import relais.edi.Group;
import relais.edi.Standard;
import relais.edi.TransactionSet;

/** How one transaction set and one document correspond, stated once in a {@code mapping.yaml} and used both ways. Immutable. */
public final class Mapping {

    private final String id;
    private final Standard standard;
    private final String transactionSet;
    private final List<String> versions;
    private final DocumentType document;
    private final View view;
    private final Rules rules;
    private final List<Remainder> remainders;
    private final List<Trail> notCarried;

    Mapping(
            String id,
            Standard standard,
            String transactionSet,
            List<String> versions,
            DocumentType document,
            View view,
            Rules rules,
            List<Remainder> remainders,
            List<Trail> notCarried) {
        this.id = id;
        this.standard = standard;
        this.transactionSet = transactionSet;
        this.versions = List.copyOf(versions);
        this.document = document;
        this.view = view;
        this.rules = rules;
        this.remainders = remainders;
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

    /** Whether it speaks of a version: {@code 004010}, {@code D:01B:UN:EAN010}. Most mappings speak of every one. */
    public boolean isOf(String version) {
        return versions.isEmpty() || versions.stream().anyMatch(version::startsWith);
    }

    /** Whether it is the one to read a transaction set by: of its type and version, and with the texts that only it allows at the head. */
    public boolean takes(TransactionSet set) {
        return set.standard() == standard
                && set.type().equals(transactionSet)
                && isOf(set.version())
                && rules.begin(set.segments());
    }

    public DocumentType document() {
        return document;
    }

    /** The paths of what the transaction set has no place for: {@code lines.item.buyerCode}. */
    public List<String> notCarried() {
        return notCarried.stream().map(Trail::toString).toList();
    }

    Rules rules() {
        return rules;
    }

    Tree tree() {
        return view.tree();
    }

    /** The same with other rules, which name paths that were not carried before. */
    Mapping changed(String changedId, Rules changed, List<String> named) {
        var still = notCarried.stream()
                .filter(trail -> named.stream().noneMatch(trail::isAround))
                .toList();
        return new Mapping(changedId, standard, transactionSet, versions, document, view, changed, remainders, still);
    }

    /**
     * Reads a transaction set.
     *
     * @param given what a set does not say itself, by the document's names: {@code partner} always, {@code currency} for
     *     where the set names none
     */
    public Reading read(TransactionSet set, Map<String, String> given) {
        var run = new ReadingRun(id, set.segments(), set.controlNumber(), date(set));
        var tree = view.tree();
        var draft = new Draft(tree);
        rules.read(set.root().children(), draft, run);
        run.fallBack(0);
        draft.give(given);
        draft.carry(run.carried());
        for (var remainder : remainders) remainder.complete(draft, run);
        Implied.fill(document, draft);
        run.complete(tree, draft, set.segments().get(0).location());
        var findings = run.findings();
        var built = findings.hasErrors()
                ? Optional.<Document>empty()
                : Optional.of(view.document().apply(tree.build(draft)));
        return new Reading(document.title(), draft.text("number"), built, Named.in(draft), findings);
    }

    /** As the functional group has it, or else the interchange. */
    private static String date(TransactionSet set) {
        return set.group().map(Group::date).orElse(set.interchange().date());
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
        var run = new WritingRun(leftovers(document));
        var seen = view.of().apply(document);
        rules.write(seen, run);
        for (var trail : notCarried)
            if (trail.isPresent(seen)) run.notCarried(trail, transactionSet + " has no place for it");
        return run.done();
    }

    private Leftovers leftovers(Document document) {
        return new Leftovers(document.carried().stream()
                .filter(segment -> segment.mapping().equals(id))
                .toList());
    }
}
