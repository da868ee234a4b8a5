package relais.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/**
 * One YAML file and everything that was found wrong while it was read: ask {@link #root()} for values, then look at
 * {@link #findings()}.
 */
public final class YamlFile {

    private static final int SIZE_CHARACTERS_MAX = 1 << 20;

    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private final YamlNode root;

    private YamlFile(String name, String text) {
        this.name = name;
        this.root = compose(text);
    }

    /**
     * Reads a file.
     *
     * @param name what findings call the file: its path below the working directory
     * @throws UncheckedIOException if it cannot be read
     */
    public static YamlFile read(Path path, String name) {
        try {
            return new YamlFile(name, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Reads a text as if it stood in a file of that name. */
    public static YamlFile parse(String name, String text) {
        return new YamlFile(name, text);
    }

    public String name() {
        return name;
    }

    /** The whole content; absent when the file is empty or no YAML. */
    public YamlNode root() {
        return root;
    }

    /** What was found wrong so far, in the order in which it was asked for. */
    public Findings findings() {
        return new Findings(findings);
    }

    void wrong(int line, String text) {
        findings.add(Finding.error(FindingCode.FILE_INVALID, Location.pointer(name + " line " + line), text));
    }

    private YamlNode compose(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(SIZE_CHARACTERS_MAX);
        options.setNestingDepthLimit(50);
        try {
            return YamlNode.of(this, new Yaml(options).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            wrong(mark == null ? 1 : mark.getLine() + 1, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            wrong(1, "not YAML: " + e.getMessage());
        }
        return YamlNode.of(this, null);
    }
}
