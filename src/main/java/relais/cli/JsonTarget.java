package relais.cli;

import java.io.PrintStream;
import relais.document.Document;
import relais.edi.Interchange;
import relais.finding.Findings;
import relais.mapping.Json;

/** Canonical JSON for people: indented, one document after the other. */
final class JsonTarget implements Target {

    private final Json json = new Json();
    private final PrintStream out;

    JsonTarget(PrintStream out) {
        this.out = out;
    }

    @Override
    public Findings take(Document document) {
        out.println(json.legible(document));
        return Findings.none();
    }

    @Override
    public Findings end(Interchange interchange) {
        return Findings.none();
    }
}
