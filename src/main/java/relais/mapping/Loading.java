package relais.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import relais.finding.Findings;
import relais.yaml.YamlFile;
import relais.yaml.YamlNode;

/** Reads and compiles the files below a folder of mappings, and gathers what is wrong with them. */
final class Loading {

    static final String SMOOKS = "smooks";

    private final Path root;
    private final Json json = new Json();
    final Map<String, Mapping> mappings = new TreeMap<>();
    final Map<String, NavigableMap<LocalDate, Mapping>> guides = new TreeMap<>();
    final Map<String, TableMapping> tables = new TreeMap<>();
    final Map<String, XmlMapping> xml = new TreeMap<>();
    final Map<String, XsltMapping> xslt = new TreeMap<>();
    private final List<Compiled> stylesheets = new ArrayList<>();
    final Map<String, SmooksMapping> smooks = new TreeMap<>();
    private final Map<Path, Map<String, Map<String, String>>> codes = new HashMap<>();
    Findings findings = Findings.none();

    Loading(Path root) {
        this.root = root;
    }

    static List<Path> files(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("mapping.yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mappings in " + root, e);
        }
    }

    /** @param mapping empty when something is wrong with the file, or when it stands on other mappings */
    record Compiled(String id, Path path, YamlFile file, Optional<?> mapping) {}

    /** Touches nothing else, once the code tables are known, so that several threads can do it. */
    Compiled compiled(Path path) {
        var id = id(path.getParent());
        var file = YamlFile.read(path, name(path));
        return new Compiled(id, path, file, compiled(id, file, path));
    }

    private Optional<?> compiled(String id, YamlFile file, Path path) {
        var known = codes(path.getParent());
        if (isOfStylesheets(file)) return Optional.empty();
        if (file.root().find(SMOOKS).isPresent()) return smooks(id, file, path);
        if (file.root().find("xml").isPresent()) return XmlCompiler.compile(id, file, known);
        if (TableCompiler.isTable(file)) return TableCompiler.compile(id, file, known);
        return Compiler.compile(id, file, known);
    }

    private static boolean isOfStylesheets(YamlFile file) {
        return file.root().find(XsltCompiler.KEY).isPresent();
    }

    void add(Compiled compiled) {
        var mapping = compiled.mapping.orElse(null);
        if (isOfStylesheets(compiled.file)) stylesheets.add(compiled);
        else findings = findings.and(compiled.file.findings());
        if (mapping instanceof SmooksMapping ofSmooks) smooks.put(compiled.id, ofSmooks);
        if (mapping instanceof XmlMapping ofXml) xml.put(compiled.id, ofXml);
        if (mapping instanceof TableMapping table) tables.put(compiled.id, table);
        if (mapping instanceof Mapping ofSets) mappings.put(compiled.id, ofSets);
    }

    /** Those that stand on other mappings, once these are known. */
    void addStylesheets() {
        for (var each : stylesheets) {
            XsltCompiler.compile(each.id, each.file, each.path.getParent(), xml)
                    .ifPresent(mapping -> xslt.put(each.id, mapping));
            findings = findings.and(each.file.findings());
        }
    }

    /** The files below {@code partners} that are no mappings of their own. */
    static List<Path> overlays(Path root) {
        var partners = root.resolve("partners");
        if (!Files.isDirectory(partners)) return List.of();
        try (var files = Files.walk(partners)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("mapping.yaml") && !file.endsWith("codes.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the overlays in " + partners, e);
        }
    }

    void addOverlay(Path path) {
        var file = YamlFile.read(path, name(path));
        var root = file.root().only("base", "versions");
        var base = root.get("base").oneOf(mappings);
        var id = id(path).replaceAll("\\.yaml$", "");
        if (base.isPresent()) guides.put(id, versions(id, root, base.get()));
        if (base.isPresent() && guides.get(id).isEmpty()) root.wrong("an overlay needs one version at least");
        findings = findings.and(file.findings());
    }

    private NavigableMap<LocalDate, Mapping> versions(String id, YamlNode root, Mapping base) {
        var versions = new TreeMap<LocalDate, Mapping>();
        for (var node : root.items("versions")) {
            var from = node.only("from", "changes").get("from").as("a date like 2026-01-31", LocalDate::parse);
            var mapping = Overlay.apply(id, node, base, codes(this.root.resolve(base.id())));
            if (from.isPresent() && versions.put(from.get(), mapping) != null)
                node.wrong("two versions hold from " + from.get());
        }
        return versions;
    }

    String id(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private Optional<SmooksMapping> smooks(String id, YamlFile file, Path path) {
        var root = file.root().only("document", "smooks");
        var configuration = path.resolveSibling(root.text("smooks"));
        if (!Files.exists(configuration)) root.get("smooks").wrong("there is no " + name(configuration));
        return Compiler.document(root).map(type -> new SmooksMapping(id, type, configuration, json));
    }

    /** The code tables that hold in a folder: its own and those of the folders above; the nearest of one name counts. */
    Map<String, Map<String, String>> codes(Path folder) {
        var known = codes.get(folder);
        if (known != null) return known;
        var tables = new HashMap<String, Map<String, String>>();
        if (!folder.equals(root)) tables.putAll(codes(folder.getParent()));
        var path = folder.resolve("codes.yaml");
        if (Files.exists(path)) {
            var file = YamlFile.read(path, name(path));
            tables.putAll(Compiler.tables(file.root()));
            findings = findings.and(file.findings());
        }
        codes.put(folder, tables);
        return tables;
    }

    String name(Path file) {
        return "mappings/" + root.relativize(file).toString().replace('\\', '/');
    }
}
