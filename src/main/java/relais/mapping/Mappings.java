package relais.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.document.DocumentType;
import relais.edi.Standard;
import relais.finding.Findings;
import relais.yaml.InvalidFiles;
import relais.yaml.Nearest;
import relais.yaml.YamlFile;
import relais.yaml.YamlNode;

/** Every mapping below a folder, by the path of its own folder: {@code x12/850}. */
public final class Mappings {

    private static final String SMOOKS = "smooks";

    private final Map<String, Mapping> mappings;
    private final Map<String, NavigableMap<LocalDate, Mapping>> guides;
    private final Map<String, TableMapping> tables;
    private final Map<String, XmlMapping> xml;
    private final Map<String, XsltMapping> xslt;
    private final Map<String, SmooksMapping> smooks;
    private final Map<Kind, SortedSet<String>> names = new HashMap<>();

    /** What a mapping is between. */
    private record Kind(String format, DocumentType document) {}

    private Mappings(Loading loaded) {
        this.mappings = loaded.mappings;
        this.guides = loaded.guides;
        this.tables = loaded.tables;
        this.xml = loaded.xml;
        this.xslt = loaded.xslt;
        this.smooks = loaded.smooks;
        mappings.values().forEach(mapping -> name(mapping.id(), format(mapping.standard()), mapping.document()));
        guides.forEach((id, guide) -> {
            var any = guide.firstEntry().getValue();
            name(id, format(any.standard()), any.document());
        });
        tables.values().forEach(this::name);
        xml.values().forEach(this::name);
        xslt.values().forEach(this::name);
        xml.values().stream()
                .filter(XmlMapping::isCrossIndustryInvoice)
                .forEach(mapping -> name(mapping.id(), FileType.FACTUR_X.format(), mapping.document()));
        smooks.values().forEach(mapping -> name(mapping.id(), SMOOKS, mapping.document()));
    }

    private void name(FileMapping mapping) {
        name(mapping.id(), mapping.type().format(), mapping.document());
    }

    private void name(String id, String format, DocumentType document) {
        names.computeIfAbsent(new Kind(format, document), kind -> new TreeSet<>())
                .add(id);
    }

    private static String format(Standard standard) {
        return standard.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads and compiles every {@code mapping.yaml}, every folder with a {@code smooks.xml}, and every overlay below {@code partners}.
     *
     * @throws InvalidFiles if any is wrong; it carries everything that is
     */
    public static Mappings load(Path folder) {
        var loading = new Loading(folder);
        for (var file : Loading.files(folder)) loading.add(file);
        loading.addStylesheets();
        for (var file : Loading.overlays(folder)) loading.addOverlay(file);
        if (!loading.findings.isEmpty()) throw new InvalidFiles(loading.findings);
        return new Mappings(loading);
    }

    /** Those that read and write transaction sets. */
    public List<Mapping> all() {
        return List.copyOf(mappings.values());
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    public Mapping get(String id) {
        return find(mappings, id);
    }

    /**
     * A mapping as it holds on a day; of a partner's overlay the version in force then, or the first if none was yet.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest
     */
    public Mapping get(String id, LocalDate on) {
        var versions = guides.get(id);
        if (versions == null) return get(id);
        var inForce = versions.floorEntry(on);
        return (inForce == null ? versions.firstEntry() : inForce).getValue();
    }

    /** The same whatever the day: of an overlay its latest version. */
    public Mapping base(String id) {
        return get(id, LocalDate.MAX);
    }

    /** The days from which the versions of an overlay hold, in their order; none for a mapping without versions. */
    public List<LocalDate> versions(String id) {
        return List.copyOf(guides.getOrDefault(id, new TreeMap<>()).keySet());
    }

    /**
     * The mapping that an agreement names.
     *
     * @param format of whole files: {@code xml}, {@code csv}, {@code fixed} or {@code factur-x}
     * @throws IllegalArgumentException if there is none, naming the nearest
     */
    public FileMapping file(String format, String id) {
        if (format.equals(FileType.FACTUR_X.format())) return new FacturX(xml(id));
        var all = files().stream().collect(Collectors.toMap(FileMapping::id, mapping -> mapping));
        return find(all, id);
    }

    /** The ids of those between a format and a kind of document, overlays among them. @param format as agreements name it */
    public List<String> names(String format, DocumentType document) {
        return List.copyOf(names.getOrDefault(new Kind(format, document), new TreeSet<>()));
    }

    /** The overlays of partners: {@code partners/acme-retail/850}. */
    public List<String> overlays() {
        return List.copyOf(guides.keySet());
    }

    /** Those that read and write whole files: XML, then tables. */
    public List<FileMapping> files() {
        return Stream.<Map<String, ? extends FileMapping>>of(xml, xslt, tables)
                .flatMap(each -> each.values().stream())
                .<FileMapping>map(each -> each)
                .toList();
    }

    /** Those that read and write XML. */
    List<XmlMapping> allXml() {
        return List.copyOf(xml.values());
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    XmlMapping xml(String id) {
        return find(xml, id);
    }

    /** Those that read and write tables. */
    List<TableMapping> tables() {
        return List.copyOf(tables.values());
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    TableMapping table(String id) {
        return find(tables, id);
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    public SmooksMapping smooks(String id) {
        return find(smooks, id);
    }

    private static <T> T find(Map<String, T> mappings, String id) {
        var mapping = mappings.get(id);
        if (mapping == null)
            throw new IllegalArgumentException("no mapping '" + id + "'" + Nearest.hint(id, mappings.keySet()));
        return mapping;
    }

    private static final class Loading {

        private final Path root;
        private final Json json = new Json();
        private final Map<String, Mapping> mappings = new TreeMap<>();
        private final Map<String, NavigableMap<LocalDate, Mapping>> guides = new TreeMap<>();
        private final Map<String, TableMapping> tables = new TreeMap<>();
        private final Map<String, XmlMapping> xml = new TreeMap<>();
        private final Map<String, XsltMapping> xslt = new TreeMap<>();
        private final List<Path> stylesheets = new ArrayList<>();
        private final Map<String, SmooksMapping> smooks = new TreeMap<>();
        private final Map<Path, Map<String, Map<String, String>>> codes = new HashMap<>();
        private Findings findings = Findings.none();

        Loading(Path root) {
            this.root = root;
        }

        static List<Path> files(Path root) {
            try (var files = Files.walk(root)) {
                return files.filter(file -> file.endsWith("mapping.yaml"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the mappings in " + root, e);
            }
        }

        void add(Path path) {
            var id = id(path.getParent());
            var file = YamlFile.read(path, name(path));
            var known = codes(path.getParent());
            if (file.root().find(XsltCompiler.KEY).isPresent()) {
                stylesheets.add(path);
                return;
            }
            if (file.root().find(SMOOKS).isPresent()) smooks(id, file, path);
            else if (file.root().find("xml").isPresent())
                XmlCompiler.compile(id, file, known).ifPresent(mapping -> xml.put(id, mapping));
            else if (TableCompiler.isTable(file))
                TableCompiler.compile(id, file, known).ifPresent(table -> tables.put(id, table));
            else Compiler.compile(id, file, known).ifPresent(mapping -> mappings.put(id, mapping));
            findings = findings.and(file.findings());
        }

        /** Those that stand on other mappings, once these are known. */
        void addStylesheets() {
            for (var path : stylesheets) {
                var id = id(path.getParent());
                var file = YamlFile.read(path, name(path));
                XsltCompiler.compile(id, file, path.getParent(), xml).ifPresent(mapping -> xslt.put(id, mapping));
                findings = findings.and(file.findings());
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

        private String id(Path path) {
            return root.relativize(path).toString().replace('\\', '/');
        }

        private void smooks(String id, YamlFile file, Path path) {
            var root = file.root().only("document", "smooks");
            var configuration = path.resolveSibling(root.text("smooks"));
            if (!Files.exists(configuration)) root.get("smooks").wrong("there is no " + name(configuration));
            Compiler.document(root).ifPresent(type -> smooks.put(id, new SmooksMapping(id, type, configuration, json)));
        }

        /** The code tables that hold in a folder: its own and those of the folders above; the nearest of one name counts. */
        private Map<String, Map<String, String>> codes(Path folder) {
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

        private String name(Path file) {
            return "mappings/" + root.relativize(file).toString().replace('\\', '/');
        }
    }
}
