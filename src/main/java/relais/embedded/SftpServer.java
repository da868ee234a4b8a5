package relais.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on loopback: public keys only, each user locked into a home folder, nothing but file transfer. */
public final class SftpServer implements AutoCloseable {

    private final SshServer server;

    /**
     * @param home the only folder the user sees, created when missing
     * @param key name of the public key that lets the user in, {@code NAME.pub} in the folder of keys
     */
    public record User(Path home, String key) {}

    /**
     * Starts it, makes its host key and the users' keys when they are missing, and notes the host key in {@code known_hosts}.
     *
     * @param property by which the port is set, for the message when it is taken
     * @param hostKey name of the host key in the folder of keys
     */
    public SftpServer(int port, String property, Path keys, String hostKey, Map<String, User> users) {
        var sshKeys = new SshKeys(keys);
        var host = sshKeys.pair(hostKey);
        server = SshServer.setUpDefaultServer();
        server.setHost("localhost");
        server.setPort(Ports.require(port, property));
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setUserAuthFactories(List.<UserAuthFactory>of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(
                (name, key, session) -> users.containsKey(name) && matches(sshKeys, users.get(name), key));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(homes(users, sshKeys));
        try {
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("the SFTP server does not start on port " + port, failed);
        }
        sshKeys.know(Map.of(server.getPort(), host.getPublic()));
    }

    private static VirtualFileSystemFactory homes(Map<String, User> users, SshKeys keys) {
        var homes = new VirtualFileSystemFactory();
        users.forEach((name, user) -> {
            keys.pair(user.key());
            try {
                homes.setUserHomeDir(name, Files.createDirectories(user.home()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return homes;
    }

    private static boolean matches(SshKeys keys, User user, PublicKey offered) {
        try {
            return KeyUtils.compareKeys(keys.publicKey(user.key()), offered);
        } catch (IOException | GeneralSecurityException unreadable) {
            return false;
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
