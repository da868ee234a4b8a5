package relais.mapping;

import java.nio.file.Path;
import java.util.Map;
import relais.document.DocumentType;

/**
 * A format that Smooks reads: its configuration binds maps and lists of texts under the document's names, which are
 * checked and typed here.
 */
public final class SmooksMapping {

    private final String id;
    private final DocumentType document;
    private final Path configuration;
    private final Json json;

    SmooksMapping(String id, DocumentType document, Path configuration, Json json) {
        this.id = id;
        this.document = document;
        this.configuration = configuration;
        this.json = json;
    }

    /** The folder below {@code mappings/}: {@code atelier-nord/stock}. */
    public String id() {
        return id;
    }

    public DocumentType document() {
        return document;
    }

    /** Its {@code smooks.xml}. */
    public Path configuration() {
        return configuration;
    }

    /**
     * Types what Smooks bound. A text that is not what its name asks for is a finding at its JSON pointer.
     *
     * @param given what the file does not say itself, by the document's names: {@code partner}
     */
    public Reading read(Map<?, ?> bound, Map<String, String> given) {
        return json.bind(document, Texts.tree(document, bound), given);
    }
}
