package relais.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something to read.
 *
 * @param name by which it is spoken of: as it was given, or the folder's name and its own
 * @param path empty for standard input
 * @param bytes how long it is; {@link #UNKNOWN} for what only its end can tell
 */
record Source(String name, Optional<Path> path, long bytes) {

    static final long UNKNOWN = -1;
    private static final String STANDARD_INPUT = "-";

    /**
     * A file, or standard input for {@code -}.
     *
     * @throws CannotRead if no file can have this name
     */
    static Source named(String name, Terminal terminal) {
        if (name.equals(STANDARD_INPUT)) return new Source(name, Optional.empty(), UNKNOWN);
        try {
            return of(name, terminal.directory().resolve(name));
        } catch (InvalidPathException e) {
            throw new CannotRead(name, "this is no name of a file here: " + e.getReason());
        }
    }

    static Source of(String name, Path path) {
        return new Source(name, Optional.of(path), length(path));
    }

    /** A pipe has no length, and a missing file is missed when it is opened. */
    private static long length(Path path) {
        var file = path.toFile();
        return file.isFile() ? file.length() : UNKNOWN;
    }

    boolean isFolder() {
        return path.isPresent() && Files.isDirectory(path.get());
    }

    /** @throws CannotRead if there is no such file or it may not be read */
    InputStream open(Terminal terminal) {
        return path.isEmpty() ? terminal.in() : open(path.get());
    }

    private InputStream open(Path file) {
        if (Files.notExists(file)) throw new CannotRead(name, "there is no such file");
        if (!Files.isReadable(file)) throw new CannotRead(name, "permission denied");
        if (Files.isDirectory(file)) throw new CannotRead(name, "it is a folder; name the files in it");
        try {
            return new FileInputStream(file.toFile());
        } catch (IOException e) {
            throw new CannotRead(name, String.valueOf(e.getMessage()));
        }
    }
}
