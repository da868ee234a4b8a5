package relais.edi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import relais.finding.Findings;

/** Writes segments: separators, release characters, terminators. Trailing empty elements and components are left out. */
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
        segment(segment.tag(), segment.elements());
    }

    void segment(String tag, List<List<String>> elements) {
        var text = new StringBuilder(tag);
        var pending = 0;
        for (var element : elements) {
            pending++;
            var written = element(tag, element);
            if (written.isEmpty()) continue;
            text.append(String.valueOf(delimiters.element()).repeat(pending)).append(written);
            pending = 0;
        }
        raw(text.append(delimiters.segment()).append(lineBreak).toString(), tag);
        segments++;
    }

    private String element(String tag, List<String> components) {
        var text = new StringBuilder();
        var pending = 0;
        for (int c = 0; c < components.size(); c++) {
            if (c > 0) pending++;
            var component = components.get(c);
            if (component.isEmpty()) continue;
            text.append(String.valueOf(delimiters.component()).repeat(pending)).append(escaped(tag, component));
            pending = 0;
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
