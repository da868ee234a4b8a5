package relais.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** The example partners at work: each hands in its bytes where it would in real life. */
public final class Senders {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Where the hub is found.
     *
     * @param partners folder that holds the partners' own servers
     * @param keys folder of SSH keys, API keys and known_hosts
     * @param api address of the REST API
     * @param dropboxPort of the hub's SFTP server
     */
    public record Addresses(Path partners, Path keys, URI api, int dropboxPort) {}

    private final Addresses hub;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public Senders(Addresses hub) {
        this.hub = hub;
    }

    /** Puts a file on the partner's own server, whole at once, where the hub fetches it. */
    public void put(String partner, String name, byte[] bytes) throws IOException {
        var folder = hub.partners().resolve(partner);
        var part = Files.write(folder.resolve(name + ".part"), bytes);
        Files.move(part, folder.resolve("out").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Posts a document to the REST API with the partner's key. */
    public HttpResponse<String> post(String partner, String contentType, byte[] bytes)
            throws IOException, InterruptedException {
        var key = Files.readString(hub.keys().resolve(partner + ".api-key")).strip();
        var request = HttpRequest.newBuilder(hub.api().resolve("/api/documents"))
                .timeout(PATIENCE)
                .header("X-API-Key", key)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Drops a file into the hub's drop box over SFTP, under a temporary name first. */
    public void drop(String partner, String name, byte[] bytes) throws IOException {
        try (var client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(new KnownHostsServerKeyVerifier(
                    RejectAllServerKeyVerifier.INSTANCE, hub.keys().resolve("known_hosts")));
            client.addPublicKeyIdentity(new SshKeys(hub.keys()).pair(partner));
            client.start();
            try (var session = client.connect(partner, "localhost", hub.dropboxPort())
                    .verify(PATIENCE)
                    .getSession()) {
                session.auth().verify(PATIENCE);
                try (var sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    try (var to = sftp.write(name + ".part")) {
                        to.write(bytes);
                    }
                    sftp.rename(name + ".part", name);
                }
            }
        }
    }
}
