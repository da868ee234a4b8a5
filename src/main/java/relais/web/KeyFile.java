package relais.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A file with a key in it that is made once; only its owner can read it. */
record KeyFile(Path path) {

    private static final int KEY_BYTES = 24;

    /** @return the key; a new one the first time */
    String key(SecureRandom random) {
        try {
            if (Files.notExists(path)) create(random);
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the console cannot be kept in " + path, e);
        }
    }

    /** Written beside and then moved, so that nobody reads half a key. */
    private void create(SecureRandom random) throws IOException {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, "console", ".new");
        try {
            if (Files.getFileStore(folder).supportsFileAttributeView("posix"))
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
