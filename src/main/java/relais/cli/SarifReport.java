package relais.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Severity;

/**
 * For whatever shows the results of analyses: one SARIF 2.1.0 document with a single run. Every {@link FindingCode} is a rule, every finding a
 * result at the byte where it begins; files are named as they were given. The summary goes to standard error.
 *
 * @see "OASIS Static Analysis Results Interchange Format 2.1.0, 3.14 (run), 3.27 (result), 3.30 (region)"
 */
final class SarifReport implements Report {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;
    private final JsonGenerator json;
    private final List<String> problems = new ArrayList<>();

    SarifReport(Terminal terminal) {
        this.terminal = terminal;
        this.json = JsonReport.generator(terminal).useDefaultPrettyPrinter();
    }

    /** What may fail while JSON is written. */
    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin() {
        write(() -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool();
            json.writeArrayFieldStart("results");
        });
    }

    private void tool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Relais");
        json.writeStringField("version", Commands.version());
        json.writeArrayFieldStart("rules");
        for (var code : FindingCode.values()) rule(code);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(FindingCode code) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", code.name());
        text("shortDescription", words(code));
        text("help", code.advice());
        json.writeEndObject();
    }

    /** {@code SEGMENT_MISSING} as {@code Segment missing.} */
    private static String words(FindingCode code) {
        var words = code.name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT) + ".";
    }

    private void text(String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    @Override
    public void finding(String file, Finding finding) {
        write(() -> {
            json.writeStartObject();
            json.writeStringField("ruleId", finding.code().name());
            json.writeNumberField("ruleIndex", finding.code().ordinal());
            json.writeStringField("level", level(finding.severity()));
            text("message", finding.text());
            json.writeArrayFieldStart("locations");
            location(file, finding);
            json.writeEndArray();
            json.writeObjectFieldStart("properties");
            JsonReport.place(json, finding);
            if (!finding.value().isEmpty()) json.writeStringField("value", finding.value());
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private void location(String file, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        artifact(file);
        region(finding.location().offset());
        json.writeEndObject();
        var name = finding.location().segment();
        if (!name.isEmpty()) segment(name, finding.location().toString());
        json.writeEndObject();
    }

    private void artifact(String file) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        if (file.equals(STANDARD_INPUT)) text("description", "standard input");
        else json.writeStringField("uri", uri(file));
        json.writeEndObject();
    }

    /** A place without a length: a finding knows where it begins. */
    private void region(long offset) throws IOException {
        if (offset < 0) return;
        json.writeObjectFieldStart("region");
        json.writeNumberField("byteOffset", offset);
        json.writeEndObject();
    }

    private void segment(String tag, String place) throws IOException {
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("name", tag);
        json.writeStringField("fullyQualifiedName", place);
        json.writeStringField("kind", "segment");
        json.writeEndObject();
        json.writeEndArray();
    }

    /** The file's name as a URI: relative as it was given, or absolute. A colon in the first name would end a scheme. */
    static String uri(String file) {
        try {
            if (file.startsWith("/")) return new URI("file", "", file, null).toASCIIString();
            return new URI(null, null, file.indexOf(':') < 0 ? file : "./" + file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is always a URI", e);
        }
    }

    @Override
    public void unread(String file, String problem) {
        problems.add(problem);
        terminal.err().println("relais: " + problem);
    }

    @Override
    public void end(String summary) {
        write(() -> {
            json.writeEndArray();
            json.writeArrayFieldStart("invocations");
            json.writeStartObject();
            json.writeBooleanField("executionSuccessful", problems.isEmpty());
            json.writeArrayFieldStart("toolExecutionNotifications");
            for (var problem : problems) notification(problem);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            json.close();
        });
        terminal.err().println(summary);
    }

    private void notification(String problem) throws IOException {
        json.writeStartObject();
        text("message", problem);
        json.writeStringField("level", "error");
        json.writeEndObject();
    }
}
