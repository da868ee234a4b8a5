package relais.partner;

import relais.document.DocumentType;

/**
 * One line of an agreement: this document, this way, in this format.
 *
 * @param format {@code x12}, {@code edifact}, {@code json} or {@code smooks}
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
        String channel) {}
