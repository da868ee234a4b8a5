package relais.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import relais.document.DocumentType;
import relais.mapping.Json;
import relais.yaml.Nearest;

/** {@code GET /api/schemas} and {@code GET /api/schemas/{title}}: the JSON Schema of every document, for everybody. */
public final class SchemaView {

    private static final String PATH = "/api/schemas/";
    private static final String CONTENT_TYPE = "application/schema+json";

    private final ObjectMapper json;

    SchemaView(ObjectMapper json) {
        this.json = json;
    }

    /** The titles of all documents, each with where its schema is. */
    public Answer list() {
        var body = json.createObjectNode();
        var schemas = body.putArray("schemas");
        for (var title : titles()) schemas.addObject().put("title", title).put("href", PATH + title);
        return Answer.ok(body.toString());
    }

    /**
     * The JSON Schema (2020-12) that a document is checked with.
     *
     * @param title {@code Order}; 404 if no document is called so, with the title that is nearest
     */
    public Answer get(String title) {
        return Stream.of(DocumentType.values())
                .filter(type -> type.title().equals(title))
                .findFirst()
                .map(type -> new Answer(200, CONTENT_TYPE, new String(Json.schema(type), UTF_8)))
                .orElseGet(
                        () -> Problem.notFound("No document is called '" + title + "'" + Nearest.hint(title, titles()))
                                .answer());
    }

    private static List<String> titles() {
        return Stream.of(DocumentType.values()).map(DocumentType::title).toList();
    }
}
