package relais.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import relais.partner.Channel;
import relais.partner.Partners;
import relais.partner.Secrets;

/** Makes the secrets of the example business, once, where the settings and partner files look for them; only the owner can read them. */
final class SecretFiles {

    private static final String FILE = "secret:file:";
    private static final int KEY_BYTES = 32;

    private final SecureRandom random;

    SecretFiles(SecureRandom random) {
        this.random = random;
    }

    /** The API keys that partner files refer to inside the folder of keys. */
    void makeApiKeys(Partners partners, Secrets secrets, Path keys) {
        for (var channel : partners.channels()) {
            var reference = channel.parameters().getOrDefault("apiKey", "");
            if (channel.direction() != Channel.Direction.IN || !reference.startsWith(FILE)) continue;
            var file = secrets.file(reference);
            if (file.startsWith(keys)) make(file);
        }
    }

    /** 32 random bytes as hexadecimal digits, unless the file is there already. */
    void make(Path file) {
        if (Files.notExists(file)) write(file);
    }

    private void write(Path file) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix"))
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make the secret " + file, failed);
        }
    }
}
