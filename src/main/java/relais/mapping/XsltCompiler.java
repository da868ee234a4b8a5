package relais.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import relais.yaml.YamlFile;
import relais.yaml.YamlNode;

/** Makes a mapping of stylesheets and of the mapping that they stand on; everything wrong is reported to the file. */
final class XsltCompiler {

    /** What tells such a {@code mapping.yaml} from others. */
    static final String KEY = "xslt";

    private XsltCompiler() {}

    /**
     * Compiles one file.
     *
     * @param folder of the file, where the stylesheets are
     * @param bases the mappings that it can stand on
     * @return empty when something is wrong
     */
    static Optional<XsltMapping> compile(String id, YamlFile file, Path folder, Map<String, XmlMapping> bases) {
        var root = file.root().only("xml", "namespaces", "base", KEY);
        var prefixes = new LinkedHashMap<String, String>();
        root.find("namespaces").ifPresent(node -> node.entries().forEach((k, v) -> prefixes.put(v.text(), k)));
        var sheets = root.get(KEY).only("read", "write");
        var base = root.get("base").oneOf(bases);
        var reading = stylesheet(sheets.get("read"), folder);
        var writing = stylesheet(sheets.get("write"), folder);
        if (base.isEmpty() || reading.isEmpty() || writing.isEmpty()) return Optional.empty();
        var plain = new XmlReader(prefixes);
        return Optional.of(new XsltMapping(id, root.text("xml"), plain, base.get(), reading.get(), writing.get()));
    }

    private static Optional<Stylesheet> stylesheet(YamlNode node, Path folder) {
        var path = folder.resolve(node.text());
        if (node.text().isEmpty() || !Files.isRegularFile(path)) {
            node.wrong("there is no " + node.text() + " in the folder of the mapping");
            return Optional.empty();
        }
        try {
            return Optional.of(Stylesheet.of(path));
        } catch (IllegalArgumentException e) {
            node.wrong(e.getMessage());
            return Optional.empty();
        }
    }
}
