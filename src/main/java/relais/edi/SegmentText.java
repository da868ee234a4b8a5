package relais.edi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import relais.finding.Findings;

/** Writes segments: separators, release characters, terminators. What is empty at the end of a segment, element or repetition is left out. */
final class SegmentText {
    private final Delimiters delimiters;
    private final Charset charset;
    private final String lineBreak;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int segments;

    SegmentText(Delimiters delimiters, Charset charset, String lineBreak) {
        this.delimiters = delimiters;
        this.charset = charset;
        this.lineBreak = lineBreak;
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
        var tag = segment.tag();
        var elements = joined(delimiters.element(), segment.elements(), element -> element(tag, element));
        var separator = elements.isEmpty() ? "" : String.valueOf(delimiters.element());
        raw(tag + separator + elements + delimiters.segment() + lineBreak, tag);
        segments++;
    }

    private String element(String tag, OutgoingSegment.Element element) {
        var repetitions = element.repetitions();
        if (repetitions.size() > 1 && delimiters.repetition() == 0)
            throw new Unwritable(
                    "segment " + tag + " repeats an element, and nothing separates repetitions", Findings.none());
        return joined(delimiters.repetition(), repetitions, components -> components(tag, components));
    }

    private String components(String tag, List<String> components) {
        return joined(delimiters.component(), components, component -> escaped(tag, component));
    }

    /** Parts with separators between them; those that are empty at the end are left out. */
    private static <T> String joined(char separator, List<T> parts, Function<T, String> words) {
        var text = new StringBuilder();
        var pending = 0;
        for (var part : parts) {
            var written = words.apply(part);
            if (!written.isEmpty()) {
                text.append(String.valueOf(separator).repeat(pending)).append(written);
                pending = 0;
            }
            pending++;
        }
        return text.toString();
    }

    private String escaped(String tag, String value) {
        var text = new StringBuilder(value.length() + 4);
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ')
                throw new Unwritable("control character %04X in segment %s".formatted((int) c, tag), Findings.none());
            if (isDelimiter(c)) {
                if (delimiters.release() == 0)
                    throw new Unwritable(
                            "segment " + tag + " holds the delimiter '" + c + "' and X12 has no release character",
                            Findings.none());
                text.append(delimiters.release());
            }
            text.append(c);
        }
        return text.toString();
    }

    private boolean isDelimiter(char c) {
        return c != 0
                && (c == delimiters.element()
                        || c == delimiters.component()
                        || c == delimiters.segment()
                        || c == delimiters.release()
                        || c == delimiters.repetition());
    }

    /** Writes text as it is. */
    void raw(String text, String tag) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            out.write(encoded.array(), encoded.position(), encoded.remaining());
        } catch (CharacterCodingException e) {
            throw new Unwritable("segment " + tag + " holds a character that " + charset + " has not", Findings.none());
        }
    }
}
