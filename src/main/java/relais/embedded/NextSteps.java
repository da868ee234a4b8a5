package relais.embedded;

import java.io.PrintStream;
import org.springframework.core.env.Environment;

/** What a person can try against the running hub, as commands to copy. */
final class NextSteps {

    private final Environment settings;

    NextSteps(Environment settings) {
        this.settings = settings;
    }

    void print(PrintStream out) {
        var port = settings.getRequiredProperty("local.server.port");
        var keys = settings.getRequiredProperty("relais.keys");
        out.printf(
                """

                The hub stays up; Ctrl-C stops it, and a second start goes on from %1$s. Try next:

                  Look at every document and the ledger (the link signs you in):
                    %2$s

                  Drop a stock file by SFTP, as the supplier does:
                    echo 'put FILE' | sftp -b - -P %3$s -i %4$s/atelier-nord -o UserKnownHostsFile=%4$s/known_hosts atelier-nord@localhost

                  Post an order, as the shop does:
                    curl -i -H "X-API-Key: $(cat %4$s/storefront.api-key)" -H 'Content-Type: application/json' \\
                         --data @order.json http://localhost:%5$s/api/documents

                """,
                settings.getProperty("relais.data"),
                settings.getProperty("relais.console.link", "http://localhost:" + port + "/"),
                settings.getProperty("relais.dropbox.port"),
                keys,
                port);
    }
}
