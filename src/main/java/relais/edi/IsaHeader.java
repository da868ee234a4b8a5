package relais.edi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Severity;

/**
 * Reads ISA, which declares its own delimiters: the element separator follows the tag, ISA16 is the component separator, and what
 * follows ISA16 ends the segment. Widths are fixed; a header of other widths is read all the same, and noted.
 *
 * @see "ASC X12.5 Interchange Control Structures"
 */
final class IsaHeader {
    private static final int BYTES_MAX = 512;
    private static final int ELEMENTS = 16;
    private static final int CONTROL_NUMBER = 13;
    private static final String REPETITIONS = "00402";
    /** What an element of another width than ISA's fixed one is found to be. */
    private static final Set<FindingCode> WIDTHS =
            Set.of(FindingCode.ELEMENT_MISSING, FindingCode.ELEMENT_TOO_SHORT, FindingCode.ELEMENT_TOO_LONG);

    private final ByteWindow window;
    private final Dictionary dictionary;
    private final Function<Interchange, Convention> conventions;
    private final FindingLog log;

    IsaHeader(ByteWindow window, Dictionary dictionary, Limits limits, Function<Interchange, Convention> conventions) {
        this.window = window;
        this.dictionary = dictionary;
        this.conventions = conventions;
        this.log = new FindingLog(limits);
    }

    /** The header at the window's position, which moves behind it; empty (and no move) when its delimiters cannot be told. */
    Optional<OpenInterchange> read(int ordinal) {
        window.has(BYTES_MAX);
        var from = window.pos;
        var last = separator(from, ELEMENTS);
        if (last < 0 || last + 2 >= window.limit) return Optional.empty();
        var terminator = last + 2;
        if (window.bytes[terminator] == '\r' && terminator + 1 < window.limit && window.bytes[terminator + 1] == '\n')
            terminator++;
        var plain = delimiters(window.bytes[from + 3], (byte) 0, window.bytes[terminator]);
        if (!plausible(plain, window.bytes[last + 1])) return Optional.empty();
        var tokens = new Tokens(new Syntax(Standard.X12, plain, StandardCharsets.ISO_8859_1));
        tokens.bytes = window.bytes;
        tokens.base = from;
        tokens.origin = window.offset(from);
        tokens.scan(from, terminator + 1);
        window.pos = terminator + 1;
        return Optional.of(open(tokens, window.bytes[last + 1], ordinal));
    }

    private int separator(int from, int nth) {
        if (from + 4 > window.limit) return -1;
        var seen = 0;
        var end = Math.min(window.limit, from + BYTES_MAX);
        for (int i = from + 3; i < end; i++) if (window.bytes[i] == window.bytes[from + 3] && ++seen == nth) return i;
        return -1;
    }

    private static Delimiters delimiters(byte element, byte repetition, byte terminator) {
        return new Delimiters(
                (char) (element & 0xff), '\0', (char) (repetition & 0xff), '\0', (char) (terminator & 0xff), '.');
    }

    private static boolean plausible(Delimiters delimiters, byte component) {
        return !Character.isLetterOrDigit(delimiters.segment())
                && !Character.isLetterOrDigit(component & 0xff)
                && delimiters.element() != 0
                && delimiters.segment() != 0
                && component != 0
                && delimiters.segment() != delimiters.element()
                && delimiters.segment() != ' '
                && (component & 0xff) != delimiters.segment()
                && (component & 0xff) != delimiters.element();
    }

    private OpenInterchange open(Tokens tokens, byte component, int ordinal) {
        var version = text(tokens, 12);
        var plain = tokens.syntax.delimiters;
        var repetition = repetition(tokens.component(0, 11, 1, 1), version);
        var parts = component == ' ' ? '\0' : (char) (component & 0xff);
        var sent = new Delimiters(plain.element(), parts, repetition, '\0', plain.segment(), '.');
        var delimiters = sent.repetitionClashes() ? sent.withRepetition('\0') : sent;
        var read = new Interchange(
                Standard.X12,
                delimiters,
                text(tokens, 5),
                text(tokens, 6),
                text(tokens, 7),
                text(tokens, 8),
                text(tokens, CONTROL_NUMBER),
                version,
                text(tokens, 14).equals("1"),
                text(tokens, 15).equals("T"),
                StandardCharsets.US_ASCII,
                text(tokens, 9),
                text(tokens, 10),
                ordinal,
                tokens.origin);
        var convention = conventions.apply(read);
        var header = read.in(window.isEbcdic() ? Ebcdic.CHARSET : convention.charset());
        check(tokens, convention);
        if (parts == 0)
            log.add(Finding.warning(
                    FindingCode.INTERCHANGE_HEADER_INVALID,
                    new Segment(tokens, 0).location(16),
                    "ISA16 is a blank; nothing is read as a component"));
        if (sent.repetitionClashes())
            log.add(Finding.warning(
                    FindingCode.INTERCHANGE_HEADER_INVALID,
                    new Segment(tokens, 0).location(11),
                    "ISA11 is another separator already; nothing is read as a repetition"));
        return new OpenInterchange(
                header,
                convention,
                new Syntax(Standard.X12, delimiters, window.isEbcdic() ? ISO_8859_1 : convention.charset()),
                OpenInterchange.text(tokens.bytes, tokens.base, window.pos),
                log.list());
    }

    /** ISA11 separates repetitions from version 00402 on; before, it names a standard ({@code U}). */
    private static char repetition(String isa11, String version) {
        if (isa11.isEmpty() || version.compareTo(REPETITIONS) < 0) return '\0';
        var c = isa11.charAt(0);
        return Character.isLetterOrDigit(c) || c == ' ' || c > 0xff ? '\0' : c;
    }

    private static String text(Tokens tokens, int element) {
        return tokens.component(0, element, 1, 1).strip();
    }

    /** An unusable control number is an error; everything else weighs as agreed. */
    private void check(Tokens tokens, Convention convention) {
        var found = new ArrayList<Finding>();
        dictionary.segment("ISA").ifPresent(type -> new ElementCheck(log, tokens, type).check(tokens, 0, type));
        supported(tokens);
        for (var finding : log.list()) {
            var fatal =
                    finding.location().element() == CONTROL_NUMBER && finding.code() != FindingCode.ELEMENT_TOO_SHORT;
            found.add(new Finding(
                    finding.code(),
                    fatal
                            ? Severity.ERROR
                            : WIDTHS.contains(finding.code()) ? convention.isaWidths() : Severity.WARNING,
                    finding.location(),
                    finding.text(),
                    finding.value()));
        }
        log.clear();
        found.forEach(log::add);
    }

    /** Before 00402 ISA11 names a standard, of which there is one; ISA12 names a version and release of the controls, from 00200 on. */
    private void supported(Tokens tokens) {
        var standard = text(tokens, 11);
        var version = text(tokens, 12);
        if (version.compareTo(REPETITIONS) < 0 && standard.length() == 1 && !standard.equals("U"))
            unknown(tokens, 11, "standard", standard);
        if (version.length() == 5 && !isVersion(version)) unknown(tokens, 12, "version", version);
    }

    /** 00200 to 00809. */
    private static boolean isVersion(String text) {
        return text.startsWith("00")
                && Counts.isDigits(text)
                && text.charAt(3) == '0'
                && text.charAt(2) >= '2'
                && text.charAt(2) <= '8';
    }

    private void unknown(Tokens tokens, int element, String what, String value) {
        log.add(new Finding(
                FindingCode.CODE_UNKNOWN,
                Severity.WARNING,
                new Segment(tokens, 0).location(element),
                "interchange control " + what + " '" + value + "' is not known",
                value));
    }
}
