package relais.edi;

import java.time.LocalDateTime;

/**
 * What an interchange is wrapped in when it is written. Control numbers and the time come from outside.
 *
 * @param version ISA12 ("00401"), or UNB's syntax identifier and version ("UNOC:3"), which also decides the character set
 * @param lineBreak what follows each segment terminator: empty, LF or CRLF
 * @param groupSender GS02; X12 only
 * @param groupReceiver GS03; X12 only
 * @param interchangeControl ISA13 (padded to nine digits) or UNB 0020
 * @param groupControl GS06; X12 only
 * @param at the time of preparation, in the time zone the partner agreed on
 * @param acknowledgementRequested ISA14, or UNB 0031
 * @param test ISA15, or UNB 0035
 */
public record Envelope(
        Standard standard,
        Delimiters delimiters,
        String version,
        String lineBreak,
        String senderQualifier,
        String sender,
        String receiverQualifier,
        String receiver,
        String groupSender,
        String groupReceiver,
        String interchangeControl,
        String groupControl,
        LocalDateTime at,
        boolean acknowledgementRequested,
        boolean test) {

    /** An X12 envelope in version 00401 with our usual delimiters and without line breaks; group and interchange share their identifiers. */
    public static Envelope x12(
            String senderQualifier, String sender, String receiverQualifier, String receiver, LocalDateTime at) {
        return new Envelope(
                Standard.X12,
                Delimiters.x12(),
                "00401",
                "",
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                sender,
                receiver,
                "1",
                "1",
                at,
                false,
                false);
    }

    /** An EDIFACT envelope in UNOC:3 with the default delimiters and without line breaks. */
    public static Envelope edifact(
            String senderQualifier, String sender, String receiverQualifier, String receiver, LocalDateTime at) {
        return new Envelope(
                Standard.EDIFACT,
                Delimiters.edifact(),
                "UNOC:3",
                "",
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                "",
                "",
                "1",
                "",
                at,
                false,
                false);
    }

    /** The same under other control numbers; the group's is ignored in EDIFACT. */
    public Envelope numbered(String interchange, String group) {
        return new Envelope(
                standard,
                delimiters,
                version,
                lineBreak,
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                groupSender,
                groupReceiver,
                interchange,
                group,
                at,
                acknowledgementRequested,
                test);
    }

    /** The same as a test interchange, or as a real one. */
    public Envelope test(boolean flag) {
        return new Envelope(
                standard,
                delimiters,
                version,
                lineBreak,
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                groupSender,
                groupReceiver,
                interchangeControl,
                groupControl,
                at,
                acknowledgementRequested,
                flag);
    }

    /** The same written with other delimiters and line breaks. */
    public Envelope written(Delimiters with, String breaks) {
        return new Envelope(
                standard,
                with,
                version,
                breaks,
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                groupSender,
                groupReceiver,
                interchangeControl,
                groupControl,
                at,
                acknowledgementRequested,
                test);
    }
}
