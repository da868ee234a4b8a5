package relais.mapping;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import relais.document.DocumentType;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/**
 * A format that Smooks reads: its configuration binds maps and lists of texts under the document's names, which are
 * checked and typed here.
 */
public final class SmooksMapping {

    /** How a failure of the DFDL engine names the place. */
    private static final Pattern STOPPED = Pattern.compile("Data location was preceding byte (\\d+)");

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

    /**
     * What it means when Smooks gives a file up: the file is not of the form that the folder describes.
     *
     * @return a finding at the byte before which reading stopped, where the failure names one
     */
    public Reading unreadable(Throwable failure) {
        var cause = failure;
        for (var next = failure.getCause(); next != null && next != cause; next = next.getCause()) cause = next;
        var message = String.valueOf(cause.getMessage());
        var stopped = STOPPED.matcher(message);
        var offset = stopped.find() ? Long.parseLong(stopped.group(1)) : -1L;
        var text = "not a file of " + id + ": " + message.lines().findFirst().orElse("no reason given");
        var finding = Finding.error(FindingCode.UNREADABLE_INPUT, Location.offset(offset), text);
        return new Reading(document.title(), "", Optional.empty(), Findings.of(finding));
    }
}
