package relais.edi;

import static relais.finding.FindingCode.INTERCHANGE_HEADER_INVALID;
import static relais.finding.FindingCode.UNREADABLE_INPUT;

import java.util.List;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;

/** Finds where the next interchange begins: behind blanks, line ends, a byte-order mark, Ctrl-Z, or bytes that are no EDI at all. */
final class Preamble {
    private final ByteWindow window;
    private boolean reported;

    enum Found {
        HEADER,
        GARBAGE,
        NOTHING
    }

    /** @param reported whether reading goes on in the middle of an input, of which something was said before */
    Preamble(ByteWindow window, boolean reported) {
        this.window = window;
        this.reported = reported;
    }

    /** Whether anything was said about bytes outside interchanges. */
    boolean reported() {
        return reported;
    }

    Found skip() {
        while (window.has(1)) {
            if (!isFiller(window.bytes[window.pos]))
                return isHeader() || isOtherHeader() ? Found.HEADER : Found.GARBAGE;
            window.pos++;
            window.drop();
        }
        return Found.NOTHING;
    }

    Event empty(FindingCode code) {
        reported = true;
        return new Event.Unreadable(List.of(Finding.error(code, Location.nowhere(), "the input holds no interchange")));
    }

    /** Passes everything up to the next header or the end. */
    Event garbage() {
        return passed(UNREADABLE_INPUT, "neither X12 (ISA) nor EDIFACT (UNA, UNB)");
    }

    /** Passes a header that cannot be made sense of. */
    Event unusable() {
        return passed(
                INTERCHANGE_HEADER_INVALID,
                "an interchange header whose delimiters cannot be told, or that does not end");
    }

    private Event passed(FindingCode code, String text) {
        reported = true;
        var from = window.offset(window.pos);
        window.pos++;
        while (window.has(1) && !isHeader() && !isOtherHeader()) {
            window.pos++;
            window.drop();
        }
        var bytes = window.offset(window.pos) - from;
        var message = text + "; passed over " + bytes + (bytes == 1 ? " byte" : " bytes");
        return new Event.Unreadable(List.of(Finding.error(code, Location.offset(from), message)));
    }

    /** Blanks, control characters, and the bytes of a UTF-8 byte-order mark; behind EBCDIC those of ASCII too. */
    private boolean isFiller(byte b) {
        return (b >= 0 && b <= ' ')
                || b == (byte) 0xef
                || b == (byte) 0xbb
                || b == (byte) 0xbf
                || (window.isEbcdic() && Ebcdic.fromLatin(b) >= 0 && Ebcdic.fromLatin(b) <= ' ');
    }

    private boolean isHeader() {
        return isHeader(false);
    }

    /** Whether a header begins here in the other of ASCII and EBCDIC, which is then read from here on. */
    private boolean isOtherHeader() {
        if (!isHeader(true)) return false;
        window.switchEncoding();
        return true;
    }

    private boolean isHeader(boolean other) {
        var first = at(0, other);
        if ((first != 'I' && first != 'U') || !window.has(4)) return false;
        var after = at(3, other) & 0xff;
        if (Character.isLetterOrDigit(after) || after == ' ') return false;
        return is("ISA", other) || is("UNA", other) || is("UNB", other);
    }

    private boolean is(String tag, boolean other) {
        for (int i = 0; i < tag.length(); i++) if (at(i, other) != tag.charAt(i)) return false;
        return true;
    }

    private byte at(int index, boolean other) {
        var b = window.bytes[window.pos + index];
        if (!other) return b;
        return window.isEbcdic() ? Ebcdic.fromLatin(b) : Ebcdic.toLatin(b);
    }
}
