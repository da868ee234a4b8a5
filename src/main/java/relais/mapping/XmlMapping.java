package relais.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import relais.document.Document;
import relais.document.DocumentType;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;

/** How one kind of XML document and one canonical document correspond, stated once in a {@code mapping.yaml} and used both ways. Immutable. */
final class XmlMapping implements FileMapping {

    private static final String CROSS_INDUSTRY_INVOICE = "CrossIndustryInvoice";

    private final String id;
    private final String root;
    private final Map<String, String> namespaces;
    private final DocumentType document;
    private final Tree tree;
    private final List<XmlRule> rules;
    private final List<Trail> notCarried;
    private final XmlReader reader;

    XmlMapping(
            String id,
            String root,
            Map<String, String> namespaces,
            DocumentType document,
            List<XmlRule> rules,
            List<Trail> notCarried) {
        this.id = id;
        this.root = root;
        this.namespaces = new LinkedHashMap<>(namespaces);
        this.document = document;
        this.tree = Tree.of(document.type());
        this.rules = List.copyOf(rules);
        this.notCarried = notCarried;
        this.reader = new XmlReader(
                namespaces.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DocumentType document() {
        return document;
    }

    @Override
    public FileType type() {
        return FileType.XML;
    }

    /** Whether its files are invoices of UN/CEFACT, which a PDF may carry. */
    boolean isCrossIndustryInvoice() {
        return root.endsWith(CROSS_INDUSTRY_INVOICE);
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return reader.root(bytes).filter(root::equals).isPresent();
    }

    /** The paths of what the format has no place for: {@code lines.item.buyerCode}. */
    public List<String> notCarried() {
        return notCarried.stream().map(Trail::toString).toList();
    }

    @Override
    public List<Reading> readAll(byte[] bytes, Map<String, String> given) {
        return List.of(read(bytes, given));
    }

    /**
     * Reads the one document that a file of XML is. Elements that no rule speaks of are passed over.
     *
     * @param given what the bytes do not say themselves, by the document's names: {@code partner}
     * @return with findings at {@code /Invoice/cac:InvoiceLine[2]/cbc:ID, line 31}, whatever prefixes stood in the bytes
     */
    public Reading read(byte[] bytes, Map<String, String> given) {
        try {
            return read(reader.read(bytes), given);
        } catch (XmlReader.Refused e) {
            return new Reading(document.title(), "", Optional.empty(), Findings.of(e.finding()));
        }
    }

    private Reading read(XmlElement element, Map<String, String> given) {
        if (!element.name().equals(root)) {
            var text = "expected " + root + " of " + id + ", got " + element.name();
            var finding = Finding.error(FindingCode.UNREADABLE_INPUT, element.location(), text);
            return new Reading(document.title(), "", Optional.empty(), Findings.of(finding));
        }
        var run = new XmlReadingRun();
        var draft = new Draft(tree);
        XmlRule.read(rules, element, draft, run);
        draft.give(given);
        run.complete(tree, draft, element.location(), "");
        run.compare(draft);
        var findings = run.findings();
        var built = findings.hasErrors() ? Optional.<Document>empty() : Optional.of((Document) tree.build(draft));
        return new Reading(document.title(), draft.text("number"), built, Named.in(draft), findings);
    }

    @Override
    public FileWriting write(Document document) {
        if (document.type() != this.document)
            throw new IllegalArgumentException(id + " writes " + this.document.title() + ", not "
                    + document.type().title());
        var run = new XmlWritingRun(document);
        var element = new XmlElement(root, null, 0);
        XmlRule.write(rules, document, element, run);
        for (var trail : notCarried)
            if (trail.isPresent(document)) run.notCarried(trail.pointer(), trail + " has no place in " + id);
        for (var place : new Uncarried(run.carried(), Set.copyOf(notCarried())).of(tree, document))
            run.notCarried(place, "this value has no place in " + id);
        return new FileWriting(XmlWriter.write(element, namespaces), run.findings());
    }
}
