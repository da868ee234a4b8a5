package relais.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpServerTest {

    private static final int TIMEOUT_MS = 10_000;

    @TempDir
    Path folder;

    private Path keys;
    private SftpServer server;

    @BeforeEach
    void start() {
        keys = folder.resolve("keys");
        new SshKeys(keys).pair("stranger");
        server = new SftpServer(
                new Ports(ProcessHandle.current().pid()).free(),
                "acme.sftp.port",
                keys,
                "acme-host",
                Map.of("relais", new SftpServer.User(folder.resolve("home"), "acme-client")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesAndGivesFilesWithTheRightKeyAndAKnownHost() throws Exception {
        var session = connect("relais", "acme-client");
        var channel = (ChannelSftp) session.openChannel("sftp");
        channel.connect(TIMEOUT_MS);

        channel.put(new ByteArrayInputStream("ISA".getBytes()), "order.part");
        channel.rename("order.part", "order.x12");

        assertThat(folder.resolve("home/order.x12")).hasContent("ISA");
        assertThat(channel.get("order.x12").readAllBytes()).isEqualTo("ISA".getBytes());
        session.disconnect();
    }

    @Test
    void showsAUserNothingOutsideTheHomeFolder() throws Exception {
        Files.writeString(folder.resolve("secret"), "not yours");
        var session = connect("relais", "acme-client");
        var channel = (ChannelSftp) session.openChannel("sftp");
        channel.connect(TIMEOUT_MS);

        assertThatThrownBy(() -> channel.get("../secret")).hasMessageContaining("");
        assertThat(channel.pwd()).isEqualTo("/");
        session.disconnect();
    }

    @Test
    void refusesAnotherKeyAndAnotherUser() {
        assertThatThrownBy(() -> connect("relais", "stranger")).isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> connect("nobody", "acme-client")).isInstanceOf(JSchException.class);
    }

    @Test
    void keepsPrivateKeysFromOthersEyes() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("acme-client"))))
                .isEqualTo("rw-------");
        assertThat(keys.resolve("acme-client")).content().startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
    }

    @Test
    void saysWhichPropertyMovesATakenPort() {
        assertThatThrownBy(() -> new SftpServer(server.port(), "acme.sftp.port", keys, "acme-host", Map.of()))
                .isInstanceOf(PortTaken.class)
                .hasMessage("port " + server.port() + " is taken; stop what listens there, or choose another with"
                        + " --acme.sftp.port=PORT (0 takes any free one)");
    }

    private Session connect(String user, String key) throws JSchException {
        var ssh = new JSch();
        ssh.setKnownHosts(keys.resolve("known_hosts").toString());
        ssh.addIdentity(keys.resolve(key).toString());
        var session = ssh.getSession(user, "localhost", server.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.connect(TIMEOUT_MS);
        return session;
    }
}
