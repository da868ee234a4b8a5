package relais.edi;

import static relais.finding.FindingCode.GROUP_TYPE_MISMATCH;
import static relais.finding.FindingCode.LIMIT_REACHED;
import static relais.finding.FindingCode.SEGMENT_COUNT_MISMATCH;
import static relais.finding.FindingCode.SEGMENT_TOO_LONG;
import static relais.finding.FindingCode.SET_CONTROL_NUMBER_MISMATCH;
import static relais.finding.FindingCode.SET_CONTROL_NUMBER_REUSED;
import static relais.finding.FindingCode.SET_NOT_SUPPORTED;
import static relais.finding.FindingCode.SET_TRAILER_MISSING;

import java.util.Arrays;
import java.util.Optional;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

/** Reads one transaction set after the other: from its header, which is in the tokens already, to its trailer. */
final class SetReader {
    private final ByteWindow window;
    private final SegmentSource source;
    private final Structures structures;
    private final Limits limits;
    private final FindingLog log;
    private final SetCheck check;
    private Optional<SetType> lastSet = Optional.empty();
    private SetHeader lastHeader = new SetHeader("", "", "");
    private byte[] lastKind = {};
    private Syntax lastTable;
    private String lastGroupVersion = "";
    private String lastSyntax = "";
    private String lastVersion = "";
    private String lastType = "";
    private int segments;
    private boolean complete;
    private boolean cut;

    SetReader(ByteWindow window, SegmentSource source, Tokens tokens, Structures structures, Limits limits) {
        this.window = window;
        this.source = source;
        this.structures = structures;
        this.limits = limits;
        this.log = new FindingLog(limits);
        this.lastTable = tokens.syntax;
        this.check = new SetCheck(log, tokens, structures.unknown(), limits);
    }

    /** How many segments the set read last has, header and trailer included. */
    int segments() {
        return segments;
    }

    /** Whether the set read last has no trailer because the input ended. */
    boolean truncated() {
        return !complete && window.pos >= window.limit;
    }

    TransactionSet read(OpenInterchange interchange, OpenGroup group, Tokens tokens, int ordinal) {
        log.clear();
        var header = header(tokens, group.version());
        var set = set(interchange.header(), header);
        check.begin(tokens, set);
        gather(tokens, Envelopes.of(interchange.header().standard()));
        var places = cut ? new char[0] : check.end(tokens, complete);
        if (set.isEmpty()) unknown(tokens, header, interchange.convention());
        wrongGroup(tokens, group, header, set);
        if (!complete) noTrailer(tokens);
        else trailer(tokens, header, interchange.header().standard());
        if (!group.numbers.add(header.controlNumber()))
            reused(tokens, header, interchange.header().standard());
        var bytes = Arrays.copyOfRange(tokens.bytes, tokens.base, cut ? end(tokens) : window.pos);
        return new TransactionSet(
                new TransactionSet.Origin(interchange.header(), group.header, header, ordinal),
                new TransactionSet.Content(bytes, tokens.origin, tokens.syntax, segments),
                new TransactionSet.Placed(set, places),
                log.findings());
    }

    /** The header; one of the same kind as the header before it shares that one's texts. */
    private SetHeader header(Tokens tokens, String groupVersion) {
        var mark = tokens.find(0, SetHeader.kindElement(tokens.syntax.standard), 1, 1);
        if (mark < 0) return SetHeader.of(tokens, groupVersion);
        var from = tokens.base + tokens.at(mark) + 1;
        var to = tokens.base + tokens.at(tokens.elementEnd(mark));
        var alike = tokens.syntax == lastTable
                && groupVersion.equals(lastGroupVersion)
                && Arrays.equals(tokens.bytes, from, to, lastKind, 0, lastKind.length);
        if (!alike) {
            lastKind = Arrays.copyOfRange(tokens.bytes, from, to);
            lastGroupVersion = groupVersion;
            lastTable = tokens.syntax;
        }
        return lastHeader = alike ? lastHeader.numberedAs(tokens) : SetHeader.of(tokens, groupVersion);
    }

    private static int end(Tokens tokens) {
        var last = tokens.count() - 1;
        return tokens.base + tokens.end(last) + (tokens.has(last, Tokens.UNTERMINATED) ? 0 : 1);
    }

    private void gather(Tokens tokens, Envelopes envelopes) {
        segments = 1;
        complete = false;
        cut = false;
        while (!cut) {
            var found = source.run(tokens, runMax());
            if (found == SegmentSource.Found.TOO_LONG)
                cut(tokens, SEGMENT_TOO_LONG, "segmentBytesMax", limits.segmentBytesMax(), envelopes);
            if (found != SegmentSource.Found.SEGMENT || !gathered(tokens, envelopes) || complete) return;
            if (segments > limits.setSegmentsMax())
                cut(tokens, LIMIT_REACHED, "setSegmentsMax", limits.setSegmentsMax(), envelopes);
            else if (window.pos - window.anchor > limits.setBytesMax())
                cut(tokens, LIMIT_REACHED, "setBytesMax", limits.setBytesMax(), envelopes);
        }
    }

    /** How many segments may come before the next look at the limits. */
    private int runMax() {
        var near = window.limit - window.anchor > limits.setBytesMax();
        return near ? 1 : limits.setSegmentsMax() + 1 - segments;
    }

    /** Checks the segments that came; false when the last is of another envelope, and leaves that one for later. */
    private boolean gathered(Tokens tokens, Envelopes envelopes) {
        var last = tokens.count() - 1;
        var key = tokens.key(last);
        complete = key == envelopes.setTrailer;
        var other = !complete && envelopes.contains(key);
        check.segments(tokens, segments, complete || other ? last : last + 1);
        segments = other ? last : last + 1;
        if (!other) return true;
        window.pos = window.anchor + tokens.start(last);
        tokens.removeLast();
        return false;
    }

    /** Passes the rest of a set that is too large; what was read of it stays. */
    private void cut(Tokens tokens, FindingCode code, String limit, int value, Envelopes envelopes) {
        cut = true;
        var where = window.offset(window.pos);
        log.error(code, Location.offset(where), limit + " is " + value + "; the rest of the set was passed over");
        var kept = Arrays.copyOfRange(tokens.bytes, tokens.base, end(tokens));
        var origin = tokens.origin;
        var rest = new Tokens(tokens.syntax);
        while (true) {
            if (!source.skipBlanks(rest)) break;
            window.drop();
            rest.clear();
            var found = source.next(rest);
            if (found == SegmentSource.Found.NOTHING) break;
            segments++;
            if (found == SegmentSource.Found.TOO_LONG) {
                if (!source.pass(rest)) break;
                continue;
            }
            if (!envelopes.contains(rest.key(0))) continue;
            if (rest.key(0) != envelopes.setTrailer) {
                window.pos = window.anchor + rest.start(0);
                segments--;
            }
            break;
        }
        tokens.bytes = kept;
        tokens.base = 0;
        tokens.origin = origin;
    }

    private Optional<SetType> set(Interchange interchange, SetHeader header) {
        if (!header.type().equals(lastType)
                || !header.version().equals(lastVersion)
                || !interchange.version().equals(lastSyntax)) {
            lastSet = structures.find(interchange, header.version(), header.type());
            lastType = header.type();
            lastVersion = header.version();
            lastSyntax = interchange.version();
        }
        return lastSet;
    }

    private void unknown(Tokens tokens, SetHeader header, Convention convention) {
        var standard = tokens.syntax.standard;
        log.add(new Finding(
                SET_NOT_SUPPORTED,
                convention.unknownSets(),
                at(tokens, 0, standard == Standard.X12 ? 1 : 2),
                "no structure of transaction set " + header.type() + " in version " + header.version() + " is known",
                header.type()));
    }

    /** X12 groups hold sets of their functional identifier, EDIFACT groups messages of one type; others are taken all the same, and noted. */
    private void wrongGroup(Tokens tokens, OpenGroup group, SetHeader header, Optional<SetType> set) {
        var x12 = tokens.syntax.standard == Standard.X12;
        var ofGroup = x12 ? set.map(type -> type.functionalId).orElse("") : header.type();
        var said = group.header.map(Group::functionalId).orElse(ofGroup);
        if (ofGroup.isEmpty() || said.equals(ofGroup)) return;
        log.add(new Finding(
                GROUP_TYPE_MISMATCH,
                Severity.WARNING,
                at(tokens, 0, x12 ? 1 : 2),
                "transaction set " + header.type() + " is in a group of " + said,
                header.type()));
    }

    private void noTrailer(Tokens tokens) {
        if (cut) return;
        var tag = tokens.syntax.standard == Standard.X12 ? "SE" : "UNT";
        var offset = tokens.offset(window.pos - tokens.base);
        log.error(
                SET_TRAILER_MISSING,
                Location.segment(tag, segments + 1, offset),
                "the transaction set does not end with " + tag);
    }

    private void trailer(Tokens tokens, SetHeader header, Standard standard) {
        var last = tokens.count() - 1;
        var said = tokens.component(last, 1, 1, 1);
        if (Counts.parse(said) != segments)
            log.error(
                    SEGMENT_COUNT_MISMATCH,
                    at(tokens, last, 1),
                    name(standard, "SE01", "UNT 0074") + " says " + said + " segments, counted " + segments,
                    said);
        var number = tokens.component(last, 2, 1, 1);
        if (!Counts.same(number, header.controlNumber()))
            log.error(
                    SET_CONTROL_NUMBER_MISMATCH,
                    at(tokens, last, 2),
                    name(standard, "SE02", "UNT 0062") + " says " + number + ", the header " + header.controlNumber(),
                    number);
    }

    private void reused(Tokens tokens, SetHeader header, Standard standard) {
        log.error(
                SET_CONTROL_NUMBER_REUSED,
                at(tokens, 0, standard == Standard.X12 ? 2 : 1),
                "control number " + header.controlNumber() + " was used before",
                header.controlNumber());
    }

    private static String name(Standard standard, String x12, String edifact) {
        return standard == Standard.X12 ? x12 : edifact;
    }

    private static Location at(Tokens tokens, int segment, int element) {
        return new Segment(tokens, segment).location(element);
    }
}
