package relais.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/**
 * What an interchange is wrapped in when it is written. Control numbers and the time come from outside.
 *
 * @param version ISA12 ("00401"), or UNB's syntax identifier and version ("UNOC:3")
 * @param charset how text becomes bytes; in EDIFACT the one that the syntax identifier names, or EBCDIC (IBM037) for all of it
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
        Charset charset,
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

    private static final String USUAL_SYNTAX = "UNOC:3";
    private static final Pattern SYNTAX = Pattern.compile(".{4}:[1-4]");

    /** An X12 envelope in version 00401 with our usual delimiters and without line breaks; group and interchange share their identifiers. */
    public static Envelope x12(
            String senderQualifier, String sender, String receiverQualifier, String receiver, LocalDateTime at) {
        return new Envelope(
                Standard.X12,
                Delimiters.x12(),
                "00401",
                StandardCharsets.UTF_8,
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
                USUAL_SYNTAX,
                StandardCharsets.ISO_8859_1,
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

    /**
     * The way back to the sender of an interchange: everything as it was sent, sender and receiver changed places. What came in a syntax
     * version that nobody knows is answered in our usual one.
     */
    static Envelope back(Interchange interchange, LocalDateTime at) {
        var turned = turned(interchange, at);
        var known = interchange.standard() == Standard.X12
                || SYNTAX.matcher(interchange.version()).matches();
        return known ? turned : turned.versioned(USUAL_SYNTAX);
    }

    private static Envelope turned(Interchange interchange, LocalDateTime at) {
        return new Envelope(
                interchange.standard(),
                interchange.delimiters(),
                interchange.version(),
                interchange.charset(),
                "",
                interchange.receiverQualifier(),
                interchange.receiver(),
                interchange.senderQualifier(),
                interchange.sender(),
                interchange.receiver(),
                interchange.sender(),
                "1",
                "1",
                at,
                false,
                interchange.test());
    }

    /** The same between other parties of the group (GS02, GS03). */
    Envelope between(String sender, String receiver) {
        return new Envelope(
                standard,
                delimiters,
                version,
                charset,
                lineBreak,
                senderQualifier,
                this.sender,
                receiverQualifier,
                this.receiver,
                sender,
                receiver,
                interchangeControl,
                groupControl,
                at,
                acknowledgementRequested,
                test);
    }

    /** The same under other control numbers; the group's is ignored in EDIFACT. */
    public Envelope numbered(String interchange, String group) {
        return new Envelope(
                standard,
                delimiters,
                version,
                charset,
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
                charset,
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
                charset,
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

    /** The same in another character set: what was agreed on for X12, or EBCDIC. */
    public Envelope encoded(Charset in) {
        return in(version, in);
    }

    /** The same in another version ("00501", "UNOY:4"), which in EDIFACT decides the character set. */
    public Envelope versioned(String other) {
        return in(other, standard == Standard.EDIFACT ? Syntax.charset(other.split(":")[0]) : charset);
    }

    private Envelope in(String otherVersion, Charset otherCharset) {
        return new Envelope(
                standard,
                delimiters,
                otherVersion,
                otherCharset,
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
                test);
    }
}
