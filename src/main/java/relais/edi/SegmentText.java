package relais.edi;

import static relais.finding.FindingCode.CHARACTER_NOT_ALLOWED;
import static relais.finding.FindingCode.INTERCHANGE_HEADER_INVALID;
import static relais.finding.FindingCode.REPETITION_TOO_MANY;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import relais.finding.Finding;
import relais.finding.Location;

/** Writes segments: separators, release characters, terminators. What is empty at the end of a segment, element or repetition is left out. */
final class SegmentText {
    private static final String ASCII =
            IntStream.range(0, 128).mapToObj(Character::toString).collect(Collectors.joining());

    private final Delimiters delimiters;
    private final Charset charset;
    private final String lineBreak;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CharsetEncoder encoder;
    /** The characters of ASCII that stand for themselves: neither control characters nor delimiters. */
    private final boolean[] plain = new boolean[128];
    /** Whether the character set has ASCII as it is, and the delimiters are of it. */
    private final boolean extendsAscii;
    /** Whether the segment that is being written is all of ASCII. */
    private boolean ascii;

    /** The segment that is being written. */
    private final Line line = new Line();

    private int segments;
    /** What is being written: a segment's tag, and its element. */
    private String tag = "";

    private int element;

    /** @throws Unwritable when the delimiters cannot part text, or take more than one byte in the character set */
    SegmentText(Delimiters delimiters, Charset charset, String lineBreak) {
        this.delimiters = delimiters;
        this.charset = charset;
        this.encoder = charset.newEncoder();
        this.lineBreak = lineBreak;
        if (!delimiters.canPart(charset))
            throw new Unwritable(Finding.error(
                    INTERCHANGE_HEADER_INVALID, Location.nowhere(), delimiters + " cannot part text in " + charset));
        for (char c = ' '; c < plain.length; c++) plain[c] = !isDelimiter(c);
        this.extendsAscii = all().chars().allMatch(c -> c < plain.length)
                && Arrays.equals(ASCII.getBytes(charset), ASCII.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String all() {
        var d = delimiters;
        return "" + d.element() + d.component() + d.segment() + d.release() + d.repetition();
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
        line.cut(0);
        ascii = extendsAscii;
        tag = segment.tag();
        element = 0;
        escape(segment.tag());
        var end = line.length();
        var elements = segment.elements();
        while (element < elements.size()) {
            line.append(delimiters.element());
            if (append(elements.get(element++))) end = line.length();
        }
        line.cut(end);
        element = 0;
        line.append(delimiters.segment());
        line.append(lineBreak);
        if (ascii) {
            line.writeAscii(out);
            segments++;
        } else write(line.toString());
    }

    /** Appends an element, and says whether there is anything in it. */
    private boolean append(OutgoingSegment.Element element) {
        var begin = line.length();
        appendFirst(element);
        if (element.isRepeated()) appendOthers(element);
        return line.length() > begin;
    }

    /** Appends the first repetition of an element. */
    private void appendFirst(OutgoingSegment.Element element) {
        var end = line.length();
        for (var i = 1; i <= element.size(); i++) {
            if (i > 1) line.append(delimiters.component());
            var component = element.component(i);
            escape(component);
            if (!component.isEmpty()) end = line.length();
        }
        line.cut(end);
    }

    private void appendOthers(OutgoingSegment.Element element) {
        if (delimiters.repetition() == 0)
            throw new Unwritable(Finding.error(
                    REPETITION_TOO_MANY, where(), "the element is repeated, and nothing separates repetitions"));
        var end = line.length();
        for (var repetition : element.repeated()) {
            line.append(delimiters.repetition());
            if (append(repetition)) end = line.length();
        }
        line.cut(end);
    }

    /**
     * Text with a release character before each delimiter.
     *
     * @throws Unwritable when it holds a control character, or a delimiter and there is no release character
     */
    String escaped(Location where, String value) {
        at(where);
        line.cut(0);
        escape(value);
        return line.toString();
    }

    private void escape(String value) {
        var from = line.length();
        line.append(value);
        if (line.isOf(plain, from)) return;
        line.cut(from);
        escapeEach(value);
    }

    private void escapeEach(String value) {
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            ascii &= c < plain.length;
            if (c < ' ') throw invalid("control character %04X in the text".formatted((int) c));
            if (isDelimiter(c)) {
                if (delimiters.release() == 0)
                    throw invalid("the text holds the delimiter '" + c + "', and there is no release character");
                line.append(delimiters.release());
            }
            line.append(c);
        }
    }

    private Unwritable invalid(String text) {
        return new Unwritable(Finding.error(CHARACTER_NOT_ALLOWED, where(), text));
    }

    private void at(Location where) {
        tag = where.segment();
        element = where.element();
    }

    private Location where() {
        var segment = Location.segment(tag, segments + 1, -1);
        return element == 0 ? segment : segment.element(element, 0, 0, -1);
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
        at(where);
        write(text);
    }

    private void write(String text) {
        try {
            ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
            out.write(encoded.array(), encoded.position(), encoded.remaining());
        } catch (CharacterCodingException e) {
            throw invalid("the segment holds a character that " + charset + " has not");
        }
        segments++;
    }
}
