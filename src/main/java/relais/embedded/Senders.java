package relais.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** The example partners at work: each puts its input where it would in real life. */
final class Senders {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Where the hub is found.
     *
     * @param partners folder that holds the partners' own servers
     * @param keys folder of SSH keys, API keys and known_hosts
     * @param api address of the REST API
     * @param dropboxPort of the hub's SFTP server
     */
    record Addresses(Path partners, Path keys, URI api, int dropboxPort) {}

    private final Addresses hub;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Senders(Addresses hub) {
        this.hub = hub;
    }

    void send(ExampleDay.Way way, String file) {
        try {
            switch (way) {
                case ACME -> put("acme-retail", file);
                case GALERIES -> post("galeries-sud", "application/edifact", file);
                case ATELIER -> drop("atelier-nord", file);
                case STOREFRONT -> post("storefront", "application/json", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + file, e);
        }
    }

    static byte[] bytes(String file) throws IOException {
        try (var in = Senders.class.getResourceAsStream("/relais/day/" + file)) {
            if (in == null) throw new IllegalStateException("the example day has no file " + file);
            return in.readAllBytes();
        }
    }

    /** On the partner's own server, whole at once. */
    private void put(String partner, String file) throws IOException {
        var folder = hub.partners().resolve(partner);
        var part = Files.write(folder.resolve(file + ".part"), bytes(file));
        Files.move(part, folder.resolve("out").resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private void post(String partner, String contentType, String file) throws IOException, InterruptedException {
        var key = Files.readString(hub.keys().resolve(partner + ".api-key")).strip();
        var request = HttpRequest.newBuilder(hub.api().resolve("/api/documents"))
                .timeout(PATIENCE)
                .header("X-API-Key", key)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(file)))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2)
            throw new IOException("the hub answered " + answer.statusCode() + " to " + file + ": " + answer.body());
    }

    /** Into the hub's drop box over SFTP, under a temporary name first. */
    private void drop(String partner, String file) throws IOException {
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
                    try (var to = sftp.write(file + ".part")) {
                        to.write(bytes(file));
                    }
                    sftp.rename(file + ".part", file);
                }
            }
        }
    }
}
