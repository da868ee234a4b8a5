package relais.mapping;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import relais.document.Document;
import relais.document.DocumentType;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/**
 * The canonical JSON of documents: {@code type} first, then the record's components in their order; dates as ISO 8601, decimals
 * as plain numbers with the digits they came with; what is absent is left out. Safe for many threads.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .nodeFactory(Shape.NODES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Map<DocumentType, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** Reads a document that says its own type and partner. */
    public Reading read(byte[] bytes) {
        return read(bytes, Map.of());
    }

    /**
     * Reads UTF-8 JSON and checks it against its type's JSON Schema.
     *
     * @param given values by the document's names for where the JSON has none: {@code partner}
     * @return findings {@code JSON_INVALID} at a byte offset, or {@code SCHEMA_VIOLATED} at a JSON pointer, one each
     */
    public Reading read(byte[] bytes, Map<String, String> given) {
        try {
            var node = MAPPER.readTree(bytes);
            if (node.isMissingNode()) return unread(FindingCode.EMPTY_INPUT, Location.offset(0), "no content");
            if (node instanceof ObjectNode tree) return read(tree, given);
            return unread(
                    FindingCode.JSON_INVALID, Location.pointer("/"), "expected an object with a document's names");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var text = "line " + at.getLineNr() + " column " + at.getColumnNr() + ": " + e.getOriginalMessage();
            return unread(FindingCode.JSON_INVALID, Location.offset(at.getByteOffset()), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks and binds a document that is a tree already. */
    public Reading bind(ObjectNode tree) {
        return read(tree, Map.of());
    }

    private Reading read(ObjectNode tree, Map<String, String> given) {
        var title = tree.path("type").asText();
        try {
            return bind(DocumentType.ofTitle(title), tree, given, List.of());
        } catch (IllegalArgumentException e) {
            var finding = Finding.error(FindingCode.SCHEMA_VIOLATED, Location.pointer("/type"), e.getMessage());
            return reading(tree, Optional.empty(), Findings.of(finding));
        }
    }

    Reading bind(DocumentType type, Texts texts, Map<String, String> given) {
        return bind(type, texts.tree(), given, texts.findings());
    }

    private Reading bind(DocumentType type, ObjectNode tree, Map<String, String> given, List<Finding> before) {
        give(type, tree, given);
        var findings = new ArrayList<>(before);
        if (findings.isEmpty()) findings.addAll(violations(type, tree));
        if (!findings.isEmpty()) return reading(tree, Optional.empty(), new Findings(findings));
        try {
            return reading(tree, Optional.of((Document) Tree.of(type.type()).bind(tree)), Findings.none());
        } catch (IllegalArgumentException e) {
            var finding = Finding.error(FindingCode.SCHEMA_VIOLATED, Location.pointer("/"), e.getMessage());
            return reading(tree, Optional.empty(), Findings.of(finding));
        }
    }

    /** Sets top-level values where the tree has none. */
    private static void give(DocumentType type, ObjectNode tree, Map<String, String> given) {
        var shape = Tree.of(type.type());
        given.forEach((name, text) -> {
            if (shape.byName().containsKey(name) && !tree.hasNonNull(name)) tree.put(name, text);
        });
    }

    private static Reading reading(JsonNode tree, Optional<Document> document, Findings findings) {
        return new Reading(
                tree.path("type").asText(), tree.path("number").asText(), document, Named.in(tree), findings);
    }

    private List<Finding> violations(DocumentType type, JsonNode tree) {
        return schemas.computeIfAbsent(type, Json::compile).validate(tree).stream()
                .map(Json::finding)
                .toList();
    }

    private static Finding finding(ValidationMessage violation) {
        var pointer = violation.getInstanceLocation().toString();
        return Finding.error(
                FindingCode.SCHEMA_VIOLATED,
                Location.pointer(pointer.isEmpty() ? "/" : pointer),
                violation.getMessage());
    }

    private static Reading unread(FindingCode code, Location location, String text) {
        var finding = Finding.error(code, location, text);
        return new Reading("", "", Optional.empty(), Findings.of(finding));
    }

    /** The canonical JSON in UTF-8. */
    public byte[] write(Document document) {
        var bytes = new ByteArrayBuilder();
        try (var out = MAPPER.createGenerator(bytes, JsonEncoding.UTF8)) {
            write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same, indented for people. */
    public String legible(Document document) {
        var text = new StringWriter();
        try (var out = MAPPER.createGenerator(text).useDefaultPrettyPrinter()) {
            write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The same as a tree. */
    public ObjectNode tree(Document document) {
        try {
            return (ObjectNode) MAPPER.readTree(write(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Document document, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", document.type().title());
        Tree.of(document.type().type()).writeMembers(document, out);
        out.writeEndObject();
    }

    /** The JSON Schema (2020-12) of a type, derived from its record. */
    public static byte[] schema(DocumentType type) {
        try {
            return MAPPER.writeValueAsBytes(schemaTree(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    private static ObjectNode schemaTree(DocumentType type) {
        var form = Tree.of(type.type()).schema();
        var schema = Shape.NODES
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", type.title());
        schema.setAll(form);
        var properties = Shape.NODES.objectNode();
        properties.putObject("type").put("const", type.title());
        properties.setAll((ObjectNode) form.get("properties"));
        schema.set("properties", properties);
        return schema;
    }

    private static JsonSchema compile(DocumentType type) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(new String(schema(type), java.nio.charset.StandardCharsets.UTF_8), InputFormat.JSON, config);
    }
}
