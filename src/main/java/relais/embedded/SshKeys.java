package relais.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * A folder of SSH keys in OpenSSH's own files, as {@code sftp -i} takes them: {@code NAME} (readable by its owner only) and
 * {@code NAME.pub}. A key is made once and then kept.
 */
final class SshKeys {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;

    SshKeys(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The key of this name, made now when there is none yet. */
    KeyPair pair(String name) {
        try {
            var file = folder.resolve(name);
            if (!Files.exists(file)) write(name, KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256));
            try (var in = Files.newInputStream(file)) {
                return SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(name), in, null)
                        .iterator()
                        .next();
            }
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("cannot make or read the SSH key " + folder.resolve(name), failed);
        }
    }

    /** What the file {@code NAME.pub} holds now. */
    PublicKey publicKey(String name) throws IOException, GeneralSecurityException {
        return AuthorizedKeyEntry.parseAuthorizedKeyEntry(Files.readString(folder.resolve(name + ".pub")))
                .resolvePublicKey(null, null, null);
    }

    /** Writes the host keys of servers on loopback into {@code known_hosts}; lines about other hosts stay. */
    void know(Map<Integer, PublicKey> hostKeysByPort) {
        var file = folder.resolve("known_hosts");
        try {
            var lines = new LinkedHashMap<String, String>();
            if (Files.exists(file)) for (var line : Files.readAllLines(file)) lines.put(line.split(" ")[0], line);
            hostKeysByPort.forEach((port, key) -> {
                var host = "[localhost]:" + port;
                lines.put(host, host + " " + PublicKeyEntry.toString(key));
            });
            replace(file, (lines.values().stream().collect(Collectors.joining("\n")) + "\n").getBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(String name, KeyPair pair) throws IOException, GeneralSecurityException {
        var secret = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, name, null, secret);
        var open = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair, name, open);
        replace(folder.resolve(name + ".pub"), open.toByteArray());
        replace(folder.resolve(name), secret.toByteArray());
    }

    /** Whole or not at all, and never readable by others in between. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part);
        if (Files.getFileStore(part).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(part, OWNER_ONLY);
        Files.write(part, bytes, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
