package relais.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import relais.finding.Finding;

/**
 * For programs: a JSON object on a line of its own for each finding, with code, severity, file, segment, position, element, component,
 * repetition, offset, text, value and advice. What is not known is left out. The summary goes to standard error.
 */
final class JsonReport implements Report {

    private final Terminal terminal;
    private final JsonGenerator json;

    JsonReport(Terminal terminal) {
        this.terminal = terminal;
        this.json = generator(terminal).setRootValueSeparator(null);
    }

    /** Writes to standard output, which stays open. */
    static JsonGenerator generator(Terminal terminal) {
        try {
            return new JsonFactory()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .createGenerator(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin() {
        // every line stands alone
    }

    @Override
    public void finding(String file, Finding finding) {
        try {
            json.writeStartObject();
            json.writeStringField("code", finding.code().name());
            json.writeStringField("severity", finding.severity().name());
            json.writeStringField("file", file);
            place(json, finding);
            json.writeStringField("text", finding.text());
            if (!finding.value().isEmpty()) json.writeStringField("value", finding.value());
            json.writeStringField("advice", finding.code().advice());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds to the object that is open where in the file it is; what is not known is left out. */
    static void place(JsonGenerator json, Finding finding) throws IOException {
        var place = finding.location();
        if (!place.segment().isEmpty()) json.writeStringField("segment", place.segment());
        if (place.position() > 0) json.writeNumberField("position", place.position());
        if (place.element() > 0) json.writeNumberField("element", place.element());
        if (place.component() > 0) json.writeNumberField("component", place.component());
        if (place.repetition() > 0) json.writeNumberField("repetition", place.repetition());
        if (place.offset() >= 0) json.writeNumberField("offset", place.offset());
    }

    @Override
    public void unread(String file, String problem) {
        terminal.err().println("relais: " + problem);
    }

    @Override
    public void end(String summary) {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.err().println(summary);
    }
}
