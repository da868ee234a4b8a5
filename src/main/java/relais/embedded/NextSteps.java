package relais.embedded;

import java.io.PrintStream;
import org.springframework.core.env.Environment;

/** What a person can try against the running hub, as commands to copy. */
final class NextSteps {

    private final Environment settings;

    private final String consoleLink;

    /** @param consoleLink path and key that sign an operator in */
    NextSteps(Environment settings, String consoleLink) {
        this.settings = settings;
        this.consoleLink = consoleLink;
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
                "http://localhost:" + port + consoleLink,
                settings.getProperty("relais.dropbox.port"),
                keys,
                port);
    }
}
