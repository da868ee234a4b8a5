package relais.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/**
 * What an interchange is wrapped in when it is written. Control numbers and the time come from outside.
 *
 * @param at the time of preparation, in the time zone the partner agreed on
 * @param test ISA15, or UNB 0035
 */
public record Envelope(Form form, Parties parties, Numbers numbers, LocalDateTime at, boolean test) {

    private static final String USUAL_SYNTAX = "UNOC:3";
    private static final Pattern SYNTAX = Pattern.compile(".{4}:[1-4]");

    /**
     * How it is written.
     *
     * @param version ISA12 ("00401"), or UNB's syntax identifier and version ("UNOC:3")
     * @param charset how text becomes bytes; in EDIFACT the one that the syntax identifier names, or EBCDIC (IBM037) for all of it
     * @param lineBreak what follows each segment terminator: empty, LF or CRLF
     */
    public record Form(Standard standard, Delimiters delimiters, String version, Charset charset, String lineBreak) {}

    /**
     * Between whom.
     *
     * @param groupSender GS02; X12 only
     * @param groupReceiver GS03; X12 only
     */
    public record Parties(
            String senderQualifier,
            String sender,
            String receiverQualifier,
            String receiver,
            String groupSender,
            String groupReceiver) {

        /** Group and interchange share their identifiers. */
        Parties(String senderQualifier, String sender, String receiverQualifier, String receiver) {
            this(senderQualifier, sender, receiverQualifier, receiver, sender, receiver);
        }
    }

    /**
     * @param interchange ISA13 (padded to nine digits) or UNB 0020
     * @param group GS06; X12 only
     */
    public record Numbers(String interchange, String group) {
        private static final Numbers FIRST = new Numbers("1", "1");
    }

    /** An X12 envelope in version 00401 with our usual delimiters and without line breaks; group and interchange share their identifiers. */
    public static Envelope x12(
            String senderQualifier, String sender, String receiverQualifier, String receiver, LocalDateTime at) {
        var form = new Form(Standard.X12, Delimiters.x12(), "00401", StandardCharsets.UTF_8, "");
        var parties = new Parties(senderQualifier, sender, receiverQualifier, receiver);
        return new Envelope(form, parties, Numbers.FIRST, at, false);
    }

    /** An EDIFACT envelope in UNOC:3 with the default delimiters and without line breaks. */
    public static Envelope edifact(
            String senderQualifier, String sender, String receiverQualifier, String receiver, LocalDateTime at) {
        var form = new Form(Standard.EDIFACT, Delimiters.edifact(), USUAL_SYNTAX, StandardCharsets.ISO_8859_1, "");
        var parties = new Parties(senderQualifier, sender, receiverQualifier, receiver);
        return new Envelope(form, parties, Numbers.FIRST, at, false);
    }

    /**
     * The way back to the sender of an interchange: everything as it was sent, sender and receiver changed places. What came in a syntax
     * version that nobody knows, or with delimiters that cannot part text (a blank as ISA16), is answered in our usual one.
     */
    static Envelope back(Interchange sent, LocalDateTime at) {
        var usual = sent.standard() == Standard.X12 ? Delimiters.x12() : Delimiters.edifact();
        var delimiters = sent.delimiters().canPart(sent.charset()) ? sent.delimiters() : usual;
        var form = new Form(sent.standard(), delimiters, sent.version(), sent.charset(), "");
        var parties = new Parties(sent.receiverQualifier(), sent.receiver(), sent.senderQualifier(), sent.sender());
        var turned = new Envelope(form, parties, Numbers.FIRST, at, sent.test());
        var known = sent.standard() == Standard.X12
                || SYNTAX.matcher(sent.version()).matches();
        return known ? turned : turned.versioned(USUAL_SYNTAX);
    }

    public Standard standard() {
        return form.standard;
    }

    public Delimiters delimiters() {
        return form.delimiters;
    }

    /** The same between other parties of the group (GS02, GS03). */
    Envelope between(String sender, String receiver) {
        var others = new Parties(
                parties.senderQualifier, parties.sender, parties.receiverQualifier, parties.receiver, sender, receiver);
        return new Envelope(form, others, numbers, at, test);
    }

    /** The same under other control numbers; the group's is ignored in EDIFACT. */
    public Envelope numbered(String interchange, String group) {
        return new Envelope(form, parties, new Numbers(interchange, group), at, test);
    }

    /** The same as a test interchange, or as a real one. */
    public Envelope test(boolean flag) {
        return new Envelope(form, parties, numbers, at, flag);
    }

    /** The same written with other delimiters and line breaks. */
    public Envelope written(Delimiters with, String breaks) {
        return formed(new Form(form.standard, with, form.version, form.charset, breaks));
    }

    /** The same in another character set: what was agreed on for X12, or EBCDIC. */
    public Envelope encoded(Charset in) {
        return formed(new Form(form.standard, form.delimiters, form.version, in, form.lineBreak));
    }

    /** The same in another version ("00501", "UNOY:4"), which in EDIFACT decides the character set. */
    public Envelope versioned(String other) {
        var charset = form.standard == Standard.EDIFACT ? Syntax.charset(other.split(":")[0]) : form.charset;
        return formed(new Form(form.standard, form.delimiters, other, charset, form.lineBreak));
    }

    private Envelope formed(Form other) {
        return new Envelope(other, parties, numbers, at, test);
    }
}
