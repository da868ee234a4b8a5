package relais.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.core.env.Environment;

/** What a person can try against the running hub, as commands to copy. */
final class NextSteps {

    private final Environment settings;

    private final String consoleLink;
    private final Clock clock;

    /** @param consoleLink path and key that sign an operator in */
    NextSteps(Environment settings, String consoleLink, Clock clock) {
        this.settings = settings;
        this.consoleLink = consoleLink;
        this.clock = clock;
    }

    void print(PrintStream out) {
        var port = settings.getRequiredProperty("local.server.port");
        var keys = settings.getRequiredProperty("relais.keys");
        var data = Path.of(settings.getRequiredProperty("relais.data"));
        out.printf(
                """

                The hub stays up; Ctrl-C stops it, and a second start goes on from %1$s. Try next:

                  Look at every document and the ledger (the link signs you in):
                    http://localhost:%2$s%3$s

                  Drop a stock file by SFTP, as the supplier does:
                    echo 'put %4$s' | sftp -b - -P %5$s -i %6$s/atelier-nord -o UserKnownHostsFile=%6$s/known_hosts atelier-nord@localhost

                  Post an order, as the shop does:
                    curl -i -H "X-API-Key: $(cat %6$s/storefront.api-key)" -H 'Content-Type: application/json' \\
                         --data-binary @%7$s http://localhost:%2$s/api/documents

                """,
                data,
                port,
                consoleLink,
                file(data, "atelier-stock.txt", "0000000815"),
                settings.getProperty("relais.dropbox.port"),
                keys,
                file(data, "storefront-order.json", "3001"));
    }

    /** A file of the example day under a number that was not used before, to be sent by hand. */
    private Path file(Path data, String name, String number) {
        var fresh = Long.toString(clock.instant().getEpochSecond());
        try {
            var text = new String(ExampleDay.bytes(name), StandardCharsets.UTF_8);
            var folder = Files.createDirectories(data.resolve("try"));
            return Files.writeString(folder.resolve(name), text.replace(number, fresh));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
