package relais.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Every mapping below a folder, by the path of its own folder: {@code x12/850}. */
public final class Mappings {

    private final Map<String, Mapping> mappings;
    private final Map<String, SmooksMapping> smooks;

    private Mappings(Map<String, Mapping> mappings, Map<String, SmooksMapping> smooks) {
        this.mappings = mappings;
        this.smooks = smooks;
    }

    /**
     * Reads and compiles every {@code mapping.yaml} and every folder with a {@code smooks.xml}.
     *
     * @throws relais.yaml.InvalidFiles if any is wrong; it carries everything that is
     */
    public static Mappings load(Path folder) {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** Those that read and write transaction sets. */
    public List<Mapping> all() {
        return List.copyOf(mappings.values());
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    public Mapping get(String id) {
        return find(mappings, id);
    }

    /** @throws IllegalArgumentException if there is none, naming the nearest */
    public SmooksMapping smooks(String id) {
        return find(smooks, id);
    }

    private static <T> T find(Map<String, T> mappings, String id) {
        var mapping = mappings.get(id);
        if (mapping == null)
            throw new IllegalArgumentException(
                    "no mapping '" + id + "'" + relais.yaml.Nearest.hint(id, mappings.keySet()));
        return mapping;
    }
}
