package relais.mapping;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relais.edi.Explainer;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.yaml.YamlFile;

/**
 * A first overlay for a partner, made of a sample of what it sends: what can be told from the sample without rejecting anything is a change, what
 * would reject something is a proposal in a comment. With it goes an example, in which consumers have placeholders for names and addresses.
 */
public final class Sketch {

    private static final String INDENT = "      ";

    private final Mapping base;
    private final Structures structures;
    private final List<TransactionSet> sets;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Sketch(Mapping base, Structures structures, List<TransactionSet> sets) {
        this.base = base;
        this.structures = structures;
        this.sets = List.copyOf(sets);
    }

    /**
     * @param base the mapping that the overlay goes over
     * @param sample the bytes in which the sets were read
     * @param sets those of the sample that the base reads, at least one
     * @param given what a set leaves to its envelope and to the agreement: {@code partner} always, {@code currency}
     * @param from the day from which the overlay holds
     */
    public static Sketch of(
            Mapping base, byte[] sample, List<TransactionSet> sets, Map<String, String> given, LocalDate from) {
        var sketch = new Sketch(base, Structures.bundled(), sets);
        sketch.draw(sample, given, from);
        return sketch;
    }

    /** What to write, by the path below the partner's folder: {@code 850.yaml}, {@code 850/examples/sample.edi} and what it translates to. */
    public Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /** The overlay's name below the partner's folder: {@code 850}. */
    public String name() {
        return base.id().substring(base.id().lastIndexOf('/') + 1);
    }

    /** Whether the overlay still rejects what the example shows. */
    public boolean isRejected() {
        return files.keySet().stream().anyMatch(name -> name.endsWith(Examples.FINDINGS));
    }

    private void draw(byte[] sample, Map<String, String> given, LocalDate from) {
        var partner = given.getOrDefault("partner", "");
        var overlay = overlay(partner, from);
        files.put(name() + ".yaml", overlay.getBytes(StandardCharsets.UTF_8));
        var example = Placeholders.in(sample, base, sets);
        var id = "partners/" + partner + "/" + name();
        var set = Examples.set(example, structures).orElseThrow();
        var made = Examples.make(applied(id, overlay), set, given);
        var path = name() + "/examples/" + made.start() + "sample";
        files.put(path + Examples.SEGMENTS, example);
        files.put(path + made.ending(), made.text().getBytes(StandardCharsets.UTF_8));
    }

    private String overlay(String partner, LocalDate from) {
        var count = sets.size() == 1 ? "one transaction set" : sets.size() + " transaction sets";
        var proposals = new Proposals(base, sets, new Explainer(structures));
        var text = new ArrayList<>(List.of(
                "# What " + partner + " has otherwise than " + base.id() + ": a first draft, made of a sample of "
                        + count + ".",
                "# A line that begins with '# -' is a proposal; take away the '# ' where the partner's guide says the same.",
                "base: " + base.id(),
                "versions:",
                "  - from: " + from,
                "    changes:"));
        changes(
                "These texts are written as the sample has them; nothing is rejected for it:",
                proposals.constants(),
                text);
        proposed("The sample always has these; what lacks them would be rejected:", proposals.required(), text);
        proposed(
                "These are all codes and texts that the sample has; others would be rejected:",
                proposals.codes(),
                text);
        remarks(
                "No rule reads these segments; they are kept with the document. PATH stands for a value of the document:",
                proposals.strays(),
                text);
        remarks("No rule reads these elements; only a change of the base can:", proposals.unread(), text);
        changes("The first of these is written, all are read as before:", proposals.qualifiers(), text);
        return String.join("\n", text) + "\n";
    }

    private static void changes(String title, List<String> lines, List<String> into) {
        section(title, "- ", lines, into);
    }

    private static void proposed(String title, List<String> lines, List<String> into) {
        section(title, "# - ", lines, into);
    }

    private static void remarks(String title, List<String> lines, List<String> into) {
        section(title, "# ", lines, into);
    }

    private static void section(String title, String start, List<String> lines, List<String> into) {
        if (lines.isEmpty()) return;
        into.add(INDENT + "# " + title);
        for (var line : lines) into.add(INDENT + start + line);
    }

    /** The base as the overlay has it. */
    private Mapping applied(String id, String overlay) {
        var file = YamlFile.parse(id + ".yaml", overlay);
        var version = file.root().items("versions").get(0);
        var mapping = Overlay.apply(id, version, base, Map.of());
        if (!file.findings().isEmpty())
            throw new IllegalStateException("a draft that does not hold: " + file.findings());
        return mapping;
    }
}
