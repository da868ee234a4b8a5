package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the project's routes and mappings, to be changed by a test. */
record OwnHome(Path folder) {

    static OwnHome in(Path folder) throws IOException {
        copy(Path.of("routes"), folder.resolve("routes"));
        copy(Path.of("mappings"), folder.resolve("mappings"));
        return new OwnHome(folder);
    }

    /** Adds a partner by its file. */
    OwnHome with(Path partner) throws IOException {
        Files.copy(partner, folder.resolve("routes/partners").resolve(partner.getFileName()));
        return this;
    }

    /** Has a partner file say something else. */
    OwnHome agreed(String partner, String written, String agreed) throws IOException {
        var file = folder.resolve("routes/partners/" + partner + ".yaml");
        var text = Files.readString(file);
        assertThat(text).contains(written);
        Files.writeString(file, text.replace(written, agreed));
        return this;
    }

    /** The setting that makes a hub use it. */
    String setting() {
        return "--relais.home=" + folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
