package relais.mapping;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import relais.document.DocumentType;
import relais.edi.Standard;
import relais.yaml.InvalidFiles;
import relais.yaml.Nearest;

/** Every mapping below a folder, by the path of its own folder: {@code x12/850}. */
public final class Mappings {

    private final Map<String, Mapping> mappings;
    private final Map<String, NavigableMap<LocalDate, Mapping>> guides;
    private final Map<String, TableMapping> tables;
    private final Map<String, XmlMapping> xml;
    private final Map<String, FileMapping> files = new LinkedHashMap<>();
    private final Map<String, SmooksMapping> smooks;
    private final Map<Kind, SortedSet<String>> names = new HashMap<>();

    /** What a mapping is between. */
    private record Kind(String format, DocumentType document) {}

    private Mappings(Loading loaded) {
        this.mappings = loaded.mappings;
        this.guides = loaded.guides;
        this.tables = loaded.tables;
        this.xml = loaded.xml;
        this.smooks = loaded.smooks;
        files.putAll(xml);
        files.putAll(loaded.xslt);
        files.putAll(tables);
        mappings.values().forEach(mapping -> name(mapping.id(), format(mapping.standard()), mapping.document()));
        guides.forEach((id, guide) -> {
            var any = guide.firstEntry().getValue();
            name(id, format(any.standard()), any.document());
        });
        files.values().forEach(this::name);
        xml.values().stream()
                .filter(XmlMapping::isCrossIndustryInvoice)
                .forEach(mapping -> name(mapping.id(), FileType.FACTUR_X.format(), mapping.document()));
        smooks.values().forEach(mapping -> name(mapping.id(), Loading.SMOOKS, mapping.document()));
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
        var files = Loading.files(folder);
        files.forEach(file -> loading.codes(file.getParent()));
        files.parallelStream().map(loading::compiled).toList().forEach(loading::add);
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
        return find(files, id);
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
        return List.copyOf(files.values());
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
}
