package relais.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import relais.finding.Findings;
import relais.yaml.InvalidFiles;
import relais.yaml.Nearest;
import relais.yaml.YamlFile;

/** Every mapping below a folder, by the path of its own folder: {@code x12/850}. */
public final class Mappings {

    private final Map<String, Mapping> mappings;
    private final Map<String, TableMapping> tables;
    private final Map<String, SmooksMapping> smooks;

    private Mappings(
            Map<String, Mapping> mappings, Map<String, TableMapping> tables, Map<String, SmooksMapping> smooks) {
        this.mappings = mappings;
        this.tables = tables;
        this.smooks = smooks;
    }

    /**
     * Reads and compiles every {@code mapping.yaml} and every folder with a {@code smooks.xml}.
     *
     * @throws InvalidFiles if any is wrong; it carries everything that is
     */
    public static Mappings load(Path folder) {
        var loading = new Loading(folder);
        for (var file : Loading.files(folder)) loading.add(file);
        if (!loading.findings.isEmpty()) throw new InvalidFiles(loading.findings);
        return new Mappings(loading.mappings, loading.tables, loading.smooks);
    }

    /** Those that read and write transaction sets. */
    public List<Mapping> all() {
        return List.copyOf(mappings.values());
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    public Mapping get(String id) {
        return find(mappings, id);
    }

    /** Those that read and write tables. */
    public List<TableMapping> tables() {
        return List.copyOf(tables.values());
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    public TableMapping table(String id) {
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
        private final Map<String, TableMapping> tables = new TreeMap<>();
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
            var id = root.relativize(path.getParent()).toString().replace('\\', '/');
            var file = YamlFile.read(path, name(path));
            var known = codes(path.getParent());
            if (file.root().find("smooks").isPresent()) smooks(id, file, path);
            else if (TableCompiler.isTable(file))
                TableCompiler.compile(id, file, known).ifPresent(table -> tables.put(id, table));
            else Compiler.compile(id, file, known).ifPresent(mapping -> mappings.put(id, mapping));
            findings = findings.and(file.findings());
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
