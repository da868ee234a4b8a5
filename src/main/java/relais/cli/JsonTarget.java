package relais.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import relais.document.Document;
import relais.edi.Interchange;
import relais.finding.Findings;
import relais.mapping.Json;

/** Canonical JSON for people: indented, one document after the other. */
final class JsonTarget implements Target {

    private static final JsonMapper LEGIBLE = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Json json = new Json();
    private final PrintStream out;

    JsonTarget(PrintStream out) {
        this.out = out;
    }

    @Override
    public Findings take(Document document) {
        try {
            out.println(LEGIBLE.writeValueAsString(json.tree(document)));
            return Findings.none();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that cannot be written as JSON", e);
        }
    }

    @Override
    public Findings end(Interchange interchange) {
        return Findings.none();
    }
}
