package relais.edi;

import static relais.finding.FindingCode.CHARACTER_NOT_ALLOWED;
import static relais.finding.FindingCode.CODE_UNKNOWN;
import static relais.finding.FindingCode.ELEMENT_MISSING;
import static relais.finding.FindingCode.INTERCHANGE_HEADER_INVALID;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import relais.finding.Finding;
import relais.finding.Location;
import relais.finding.Severity;

/**
 * Reads UNA, which declares delimiters, and UNB, which names syntax version and character set. Without UNA the defaults of the syntax hold;
 * UNOB with the information separators of ASCII in their place is known by what follows the tag.
 *
 * @see "ISO 9735:1988 (syntax versions 1 to 3), ISO 9735-1:2002 (syntax version 4)"
 */
final class UnbHeader {
    private static final int HEADER_BYTES_MAX = 4096;
    private static final int UNA_BYTES = 9;
    private static final int CONTROL_NUMBER = 5;

    private final ByteWindow window;
    private final Structures structures;
    private final Limits limits;
    private final Function<Interchange, Convention> conventions;

    UnbHeader(ByteWindow window, Structures structures, Limits limits, Function<Interchange, Convention> conventions) {
        this.conventions = conventions;
        this.window = window;
        this.structures = structures;
        this.limits = limits;
    }

    /** The header at the window's position, which moves behind it; empty (and no move) when there is no UNB that ends. */
    Optional<OpenInterchange> read(int ordinal) {
        window.drop();
        window.has(HEADER_BYTES_MAX);
        var from = window.pos;
        var declared = startsWith(from, "UNA") && window.limit - from >= UNA_BYTES;
        var una = declared ? una(from) : Delimiters.edifact();
        if (!una.isUsable()) return Optional.empty();
        var at = declared ? from + UNA_BYTES : from;
        while (at < window.limit && window.bytes[at] >= 0 && window.bytes[at] <= ' ') at++;
        if (!startsWith(at, "UNB") || window.limit - at < 4) return Optional.empty();
        if (!declared && window.bytes[at + 3] == 0x1d)
            una = new Delimiters('\u001d', '\u001f', '\0', '\0', '\u001c', '.');
        var usable = una.repetitionClashes() ? una.withRepetition('\0') : una;
        var tokens = new Tokens(new Syntax(Standard.EDIFACT, usable, StandardCharsets.ISO_8859_1));
        tokens.bytes = window.bytes;
        tokens.base = at;
        tokens.origin = window.offset(at);
        var end = tokens.scan(at, window.limit);
        if (end < 0) return Optional.empty();
        window.pos = end;
        return Optional.of(open(tokens, from, end, declared, ordinal));
    }

    private boolean startsWith(int at, String tag) {
        return window.limit - at >= 3
                && window.bytes[at] == tag.charAt(0)
                && window.bytes[at + 1] == tag.charAt(1)
                && window.bytes[at + 2] == tag.charAt(2);
    }

    private Delimiters una(int from) {
        return new Delimiters(
                unsigned(from + 4),
                unsigned(from + 3),
                blank(from + 7),
                blank(from + 6),
                unsigned(from + 8),
                unsigned(from + 5));
    }

    private char unsigned(int at) {
        return (char) (window.bytes[at] & 0xff);
    }

    private char blank(int at) {
        return window.bytes[at] == ' ' ? '\0' : unsigned(at);
    }

    private OpenInterchange open(Tokens tokens, int from, int end, boolean declared, int ordinal) {
        var identifier = text(tokens, 1, 1);
        var version = text(tokens, 1, 2);
        var read = tokens.syntax.delimiters;
        var repetition = !version.equals("4") ? '\0' : declared ? una(from).repetition() : '*';
        var sent = read.withRepetition(repetition);
        var delimiters = sent.repetitionClashes() ? sent.withRepetition('\0') : sent;
        var header = new Interchange(
                Standard.EDIFACT,
                delimiters,
                text(tokens, 2, 2),
                text(tokens, 2, 1),
                text(tokens, 3, 2),
                text(tokens, 3, 1),
                text(tokens, CONTROL_NUMBER, 1),
                identifier + ":" + version,
                text(tokens, 9, 1).equals("1"),
                text(tokens, 11, 1).equals("1"),
                window.isEbcdic() ? Ebcdic.CHARSET : Syntax.charset(identifier),
                text(tokens, 4, 1),
                text(tokens, 4, 2),
                ordinal,
                window.offset(from));
        var charset = window.isEbcdic() ? StandardCharsets.ISO_8859_1 : header.charset();
        var syntax = new Syntax(Standard.EDIFACT, header.delimiters(), charset, Repertoire.of(identifier));
        var findings = check(tokens, header.version(), bytes(tokens, syntax, end));
        if (sent.repetitionClashes())
            findings.add(
                    0,
                    Finding.warning(
                            INTERCHANGE_HEADER_INVALID,
                            Location.segment("UNA", 1, window.offset(from)),
                            "the repetition separator is another service character already, or no mark at all; nothing is"
                                    + " read as a repetition"));
        return new OpenInterchange(
                header, conventions.apply(header), syntax, OpenInterchange.text(tokens.bytes, from, end), findings);
    }

    private static String text(Tokens tokens, int element, int component) {
        return tokens.component(0, element, component, 1).strip();
    }

    /** What is missing is an error, and so is a syntax version that nobody knows; everything else is tolerated and noted. */
    private ArrayList<Finding> check(Tokens tokens, String syntax, Tokens bytes) {
        var log = new FindingLog(limits);
        characters(log, bytes);
        structures.service(syntax).segment("UNB").ifPresent(type -> new ElementCheck(log, tokens, type)
                .check(tokens, 0, type));
        var found = new ArrayList<Finding>();
        for (var finding : log.list()) {
            var fatal = finding.code() == ELEMENT_MISSING || isOtherVersion(finding);
            found.add(new Finding(
                    finding.code(),
                    fatal ? Severity.ERROR : Severity.WARNING,
                    finding.location(),
                    finding.text(),
                    finding.value()));
        }
        return found;
    }

    private static boolean isOtherVersion(Finding finding) {
        var where = finding.location();
        return finding.code() == CODE_UNKNOWN && where.element() == 1 && where.component() == 2;
    }

    /** The same segment in the character set that it names. */
    private static Tokens bytes(Tokens tokens, Syntax syntax, int end) {
        return Tokens.of(syntax, Arrays.copyOfRange(tokens.bytes, tokens.base, end), tokens.origin);
    }

    private static void characters(FindingLog log, Tokens tokens) {
        var outside = Characters.firstOutside(tokens, 0);
        if (outside >= 0) log.add(Characters.outside(tokens, 0, outside));
        var bad = Characters.firstBad(tokens, 0);
        if (bad < 0) return;
        log.error(CHARACTER_NOT_ALLOWED, Characters.location(tokens, 0, bad), Characters.words(tokens, bad));
    }
}
