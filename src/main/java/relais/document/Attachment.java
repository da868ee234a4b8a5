package relais.document;

/** A file that is not sent along but can be fetched: artwork, a drawing, a delivery note. */
public record Attachment(String link, String description) {}
