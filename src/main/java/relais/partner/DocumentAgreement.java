package relais.partner;

import java.util.List;
import java.util.Set;
import relais.document.DocumentType;

/**
 * One line of an agreement: this document, this way, in this format.
 *
 * @param format {@code x12}, {@code edifact}, {@code json}, {@code xml}, {@code csv}, {@code fixed} (records of fixed length),
 *     {@code factur-x} or {@code smooks}
 * @param transactionSet "850", "ORDERS"; empty for formats that have none
 * @param version "004010", "D:96A:UN"; empty for formats that have none
 * @param mapping folder below {@code mappings/}: {@code x12/850}; empty for json
 * @param channel id of the channel it leaves by, or (for formats that do not name their type) comes in by; empty when any
 */
public record DocumentAgreement(
        DocumentType document,
        Channel.Direction direction,
        String format,
        String transactionSet,
        String version,
        String mapping,
        String channel) {

    static final List<String> FORMATS = List.of("x12", "edifact", "json", "xml", "csv", "fixed", "factur-x", "smooks");

    private static final Set<String> INTERCHANGES = Set.of("x12", "edifact");
    private static final Set<String> TABLES = Set.of("csv", "fixed", "smooks");

    /** Whether it is of interchanges, which name sender, transaction set and version. */
    public boolean isOfInterchanges() {
        return INTERCHANGES.contains(format);
    }

    /** Whether it is of files that are told by the channel they come in by: all but interchanges and JSON. */
    public boolean isOfFiles() {
        return !isOfInterchanges() && !format.equals("json");
    }

    /** Whether it is of files of which none says what it is, so that a channel can take in only one such. */
    public boolean isOfTables() {
        return TABLES.contains(format);
    }
}
