package relais;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files that a test expects to find at the far ends, one byte a character, in the order of their names. */
record Golden(Map<String, String> files) {

    /** @param folder below {@code src/test/resources/relais} */
    static Golden files(String folder) {
        var files = new TreeMap<String, String>();
        try (var list = Files.list(Path.of("src/test/resources/relais", folder))) {
            for (var file : list.toList()) files.put(file.getFileName().toString(), Files.readString(file, ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Golden(files);
    }

    /** Those whose name ends so, by name. */
    Map<String, String> named(String ending) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The contents of those whose name ends so, in the order of their names. */
    List<String> texts(String ending) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .toList();
    }

    String[] lines(String name) {
        return files.get(name).split("\n");
    }
}
