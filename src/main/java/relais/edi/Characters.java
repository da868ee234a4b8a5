package relais.edi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

/** Finds bytes that the interchange's character set does not allow, and characters that its syntax identifier leaves out. */
final class Characters {

    private Characters() {}

    /** The offset (relative to the tokens' base) of the first such byte of a segment, or -1. */
    static int firstBad(Tokens tokens, int segment) {
        var from = tokens.start(segment);
        var to = tokens.end(segment);
        if (tokens.syntax.multibyte()) {
            var undecodable = undecodable(tokens, from, to);
            if (undecodable >= 0 || tokens.syntax.extended) return undecodable;
        }
        for (int at = from; at < to; at++) {
            var b = tokens.bytes[tokens.base + at];
            if (tokens.syntax.classes[b & 0xff] != Syntax.SUSPECT || isPrintable(b)) continue;
            if (b >= 0 || !tokens.syntax.multibyte()) return at;
        }
        return -1;
    }

    /** The offset of the first character of ASCII that is not in the interchange's repertoire, or -1. */
    static int firstOutside(Tokens tokens, int segment) {
        for (int at = tokens.start(segment); at < tokens.end(segment); at++) {
            var b = tokens.bytes[tokens.base + at];
            if (isPrintable(b) && tokens.syntax.classes[b] == Syntax.SUSPECT) return at;
        }
        return -1;
    }

    private static boolean isPrintable(byte b) {
        return b >= ' ' && b < 0x7f;
    }

    private static int undecodable(Tokens tokens, int from, int to) {
        var decoder = tokens.syntax
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(tokens.bytes, tokens.base + from, to - from);
        var result = decoder.decode(in, CharBuffer.allocate(to - from), true);
        return result.isError() ? in.position() - tokens.base : -1;
    }

    static Location location(Tokens tokens, int segment, int offset) {
        var element = 0;
        var component = 0;
        for (int mark = tokens.first(segment); mark < tokens.last(segment) && tokens.at(mark) < offset; mark++) {
            if (tokens.kind(mark) == Syntax.ELEMENT) {
                element++;
                component = 0;
            } else if (tokens.kind(mark) == Syntax.COMPONENT) component = Math.max(component, 1) + 1;
        }
        return Location.segment(tokens.tag(segment), segment + 1, tokens.offset(tokens.start(segment)))
                .element(element, component, 0, tokens.offset(offset));
    }

    /** What {@link #firstOutside} found: a warning, for partners understand each other all the same. */
    static Finding outside(Tokens tokens, int segment, int offset) {
        var character = String.valueOf((char) tokens.bytes[tokens.base + offset]);
        return new Finding(
                FindingCode.ELEMENT_CHARACTER_INVALID,
                Severity.WARNING,
                location(tokens, segment, offset),
                "the syntax identifier in UNB has no character '" + character + "'",
                character);
    }

    static String words(Tokens tokens, int offset) {
        return "byte %02X is not in the character set %s"
                .formatted(tokens.bytes[tokens.base + offset] & 0xff, tokens.syntax.charsetName());
    }
}
