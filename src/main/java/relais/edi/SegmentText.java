package relais.edi;

import static relais.finding.FindingCode.CHARACTER_NOT_ALLOWED;
import static relais.finding.FindingCode.INTERCHANGE_HEADER_INVALID;
import static relais.finding.FindingCode.REPETITION_TOO_MANY;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import relais.finding.Finding;
import relais.finding.Location;

/** Writes segments: separators, release characters, terminators. What is empty at the end of a segment, element or repetition is left out. */
final class SegmentText {
    private final Delimiters delimiters;
    private final Charset charset;
    private final String lineBreak;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int segments;

    /** @throws Unwritable when the delimiters cannot part text, or take more than one byte in the character set */
    SegmentText(Delimiters delimiters, Charset charset, String lineBreak) {
        this.delimiters = delimiters;
        this.charset = charset;
        this.lineBreak = lineBreak;
        if (!delimiters.isUsable() || delimiters.repetitionClashes() || !areBytes())
            throw new Unwritable(Finding.error(
                    INTERCHANGE_HEADER_INVALID, Location.nowhere(), delimiters + " cannot part text in " + charset));
    }

    private boolean areBytes() {
        var d = delimiters;
        var all = "" + d.element() + d.component() + d.segment() + d.release() + d.repetition();
        return all.getBytes(charset).length == all.length();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** How many segments were written since the last call. */
    int count() {
        var counted = segments;
        segments = 0;
        return counted;
    }

    void segment(OutgoingSegment segment) {
        var where = Location.segment(segment.tag(), segments + 1, -1);
        var parts = new ArrayList<String>();
        parts.add(escaped(where, segment.tag()));
        for (var element : segment.elements()) parts.add(element(where.element(parts.size(), 0, 0, -1), element));
        raw(where, joined(delimiters.element(), parts) + delimiters.segment() + lineBreak);
    }

    private String element(Location where, OutgoingSegment.Element element) {
        var parts = new ArrayList<String>();
        for (var components : element.repetitions()) parts.add(components(where, components));
        if (parts.size() > 1 && delimiters.repetition() == 0)
            throw new Unwritable(Finding.error(
                    REPETITION_TOO_MANY, where, "the element is repeated, and nothing separates repetitions"));
        return joined(delimiters.repetition(), parts);
    }

    private String components(Location where, List<String> components) {
        var parts = new ArrayList<String>();
        for (var component : components) parts.add(escaped(where, component));
        return joined(delimiters.component(), parts);
    }

    /** Parts with separators between them; those that are empty at the end are left out. */
    private static String joined(char separator, List<String> parts) {
        var end = parts.size();
        while (end > 0 && parts.get(end - 1).isEmpty()) end--;
        return String.join(String.valueOf(separator), parts.subList(0, end));
    }

    /**
     * Text with a release character before each delimiter.
     *
     * @throws Unwritable when it holds a control character, or a delimiter and there is no release character
     */
    String escaped(Location where, String value) {
        var text = new StringBuilder(value.length() + 4);
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ') throw invalid(where, "control character %04X in the text".formatted((int) c));
            if (isDelimiter(c)) {
                if (delimiters.release() == 0)
                    throw invalid(where, "the text holds the delimiter '" + c + "', and there is no release character");
                text.append(delimiters.release());
            }
            text.append(c);
        }
        return text.toString();
    }

    private static Unwritable invalid(Location where, String text) {
        return new Unwritable(Finding.error(CHARACTER_NOT_ALLOWED, where, text));
    }

    private boolean isDelimiter(char c) {
        return c == delimiters.element()
                || c == delimiters.component()
                || c == delimiters.segment()
                || c == delimiters.release()
                || c == delimiters.repetition();
    }

    /** Writes a segment as it is. */
    void raw(Location where, String text) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            out.write(encoded.array(), encoded.position(), encoded.remaining());
        } catch (CharacterCodingException e) {
            throw invalid(where, "the segment holds a character that " + charset + " has not");
        }
        segments++;
    }
}
