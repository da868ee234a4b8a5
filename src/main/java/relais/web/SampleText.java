package relais.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.Limits;
import relais.edi.Position;
import relais.edi.Structures;

/** A pasted text as the bytes that a partner would send: in the character set that it names itself. */
record SampleText(String text) {

    private static final Pattern XML_ENCODING =
            Pattern.compile("^<\\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");

    /** Without blanks and a byte order mark before it, which pasting brings along. */
    static SampleText of(String pasted) {
        var start = 0;
        while (start < pasted.length() && (pasted.charAt(start) <= ' ' || pasted.charAt(start) == '\ufeff')) start++;
        return new SampleText(pasted.substring(start));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isInterchange() {
        return text.startsWith("ISA") || text.startsWith("UNA") || text.startsWith("UNB");
    }

    boolean isXml() {
        return text.startsWith("<");
    }

    boolean isJson() {
        return text.startsWith("{");
    }

    /** In the character set that UNB names, or in UTF-8. */
    byte[] interchange(Structures structures) {
        var start = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
        var reader = new InterchangeReader(start, Position.start(), structures, Limits.standard());
        return reader.next() instanceof Event.InterchangeBegan began
                ? bytes(began.interchange().charset())
                : bytes(UTF_8);
    }

    /** In the character set that the XML declaration names, or in UTF-8. */
    byte[] xml() {
        var named = XML_ENCODING.matcher(text);
        return named.find() && Charset.isSupported(named.group(1))
                ? bytes(Charset.forName(named.group(1)))
                : bytes(UTF_8);
    }

    /** A character set that lacks one of the characters would change the text. */
    byte[] bytes(Charset charset) {
        return text.getBytes(charset.canEncode() && charset.newEncoder().canEncode(text) ? charset : UTF_8);
    }
}
