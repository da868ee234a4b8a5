package relais.edi;

import static relais.finding.FindingCode.EMPTY_INPUT;
import static relais.finding.FindingCode.LIMIT_REACHED;
import static relais.finding.FindingCode.SEGMENT_UNEXPECTED;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import relais.finding.Finding;
import relais.finding.Location;

/**
 * Reads interchanges of X12 and EDIFACT as a stream of events, in memory bounded by the largest transaction set. What is wrong with the
 * bytes comes as findings in the events, never as an exception; only the stream itself can fail ({@link java.io.UncheckedIOException}).
 */
public final class InterchangeReader {
    private final ByteWindow window;
    private final Structures structures;
    private final Limits limits;
    private final Function<Interchange, Convention> conventions;
    private final SegmentSource source;
    private final Preamble preamble;
    private final Tokens tokens;
    private final SetReader sets;
    private final PackageReader packages;
    private Optional<OpenInterchange> interchange = Optional.empty();
    private Optional<OpenGroup> group = Optional.empty();
    private int interchanges;
    private final InterchangeNumbers numbers;
    private SeenNumbers groupNumbers;
    private int groups;
    private int setCount;
    private int setsOutside;
    private long segments;

    /** Reads by the standard alone: {@link Convention#standard()}. */
    public InterchangeReader(InputStream in, Position from, Structures structures, Limits limits) {
        this(in, from, structures, limits, interchange -> Convention.standard());
    }

    /**
     * @param in starts at {@code from.offset()} of the input; it is not closed here
     * @param conventions what was agreed with whoever sent an interchange
     */
    public InterchangeReader(
            InputStream in,
            Position from,
            Structures structures,
            Limits limits,
            Function<Interchange, Convention> conventions) {
        this.conventions = conventions;
        this.window = new ByteWindow(in, from.offset());
        this.structures = structures;
        this.limits = limits;
        this.source = new SegmentSource(window, limits);
        this.preamble = new Preamble(window, from.offset() > 0);
        this.tokens = new Tokens(new Syntax(Standard.X12, Delimiters.x12(), StandardCharsets.UTF_8));
        this.sets = new SetReader(window, source, tokens, structures, limits);
        this.packages = new PackageReader(window, source, tokens, limits);
        this.numbers = new InterchangeNumbers(limits.controlNumbersMax(), from.interchangeNumbers());
        this.groupNumbers = seen(from.groupNumbers());
        resume(from);
    }

    private void resume(Position from) {
        if (from.ebcdic()) window.switchEncoding();
        interchanges = from.interchanges();
        if (from.interchangeHeader().isEmpty()) return;
        groups = from.groups();
        setCount = from.sets();
        setsOutside = from.setsOutside();
        segments = from.segments();
        var bytes = from.interchangeHeader().getBytes(StandardCharsets.ISO_8859_1);
        var header = new ByteWindow(new ByteArrayInputStream(bytes), from.interchangeOffset());
        header.fill();
        if (from.ebcdic()) header.declareEbcdic();
        interchange = header(header, from.interchanges());
        interchange.ifPresent(open -> tokens.syntax = open.syntax());
        if (from.groupHeader().isEmpty() && from.setsInGroup() == 0) return;
        group = Optional.of(group(from));
    }

    private SeenNumbers seen(String numbers) {
        return SeenNumbers.of(numbers, limits.controlNumbersMax());
    }

    private OpenGroup group(Position from) {
        var setNumbers = seen(from.setNumbers());
        if (from.groupHeader().isEmpty()) return OpenGroup.none(setNumbers).after(from.setsInGroup());
        var bytes = from.groupHeader().getBytes(StandardCharsets.ISO_8859_1);
        var header = Tokens.of(tokens.syntax, bytes, from.groupOffset());
        return group(header, from.groupHeader(), from.groupSegment(), setNumbers)
                .after(from.setsInGroup());
    }

    private OpenGroup group(Tokens header, String text, long position, SeenNumbers setNumbers) {
        var read = OpenGroup.read(header, header.syntax.standard, groups);
        var findings = new GroupHeader(header, position, groupNumbers).check(envelope(), limits, read);
        return new OpenGroup(Optional.of(read), text, position, findings, setNumbers);
    }

    /** What defines the segments of the open interchange's envelope. */
    private Dictionary envelope() {
        return interchange.orElseThrow().envelope(structures);
    }

    /** The next event; {@link Event.EndOfInput} for ever after the last. */
    public Event next() {
        return interchange.isPresent() ? inside(interchange.get()) : outside();
    }

    /** Where a new reader goes on after the event that {@link #next()} answered last. */
    public Position position() {
        var offset = window.offset(window.pos);
        if (interchange.isEmpty()) return Position.between(offset, interchanges, numbers.numbers(), window.isEbcdic());
        var open = interchange.get();
        return new Position(
                offset,
                open.text(),
                open.header().offset(),
                interchanges,
                numbers.numbers(),
                groups,
                setCount,
                segments,
                group.map(g -> g.text).orElse(""),
                group.flatMap(g -> g.header).map(Group::offset).orElse(0L),
                group.map(g -> g.position).orElse(0L),
                group.map(g -> g.sets).orElse(0),
                group.map(g -> g.numbers.toString()).orElse(""),
                setsOutside,
                groupNumbers.toString(),
                window.isEbcdic());
    }

    /**
     * The segments of the envelope that the last event was read from: ISA, UNA and UNB, GS, TA1, UNZ. None where a trailer is missing.
     * What a transaction set was read from, it says itself.
     */
    public List<Segment> segments() {
        var bytes = Arrays.copyOfRange(window.bytes, window.anchor, window.pos);
        var read = Tokens.of(tokens.syntax, bytes, window.offset(window.anchor));
        return IntStream.range(0, read.count())
                .mapToObj(index -> new Segment(read, index))
                .toList();
    }

    private Event outside() {
        var found = preamble.skip();
        if (found == Preamble.Found.NOTHING) {
            return interchanges > 0 || preamble.reported() ? new Event.EndOfInput() : preamble.empty(EMPTY_INPUT);
        }
        if (found == Preamble.Found.GARBAGE) return preamble.garbage();
        var opened = header(window, interchanges + 1);
        if (opened.isEmpty()) return preamble.unusable();
        interchanges++;
        groups = 0;
        setCount = 0;
        setsOutside = 0;
        groupNumbers = seen("");
        segments = 1;
        interchange = opened;
        tokens.syntax = opened.get().syntax();
        var findings = numbers.check(opened.get());
        return new Event.InterchangeBegan(opened.get().header(), findings);
    }

    private Optional<OpenInterchange> header(ByteWindow at, int ordinal) {
        at.drop();
        return at.bytes[at.pos] == 'I'
                ? new IsaHeader(at, structures.envelope(Standard.X12), limits, conventions).read(ordinal)
                : new UnbHeader(at, structures, limits, conventions).read(ordinal);
    }

    private Event inside(OpenInterchange open) {
        tokens.clear();
        source.skipBlanks(tokens);
        window.drop();
        var found = source.next(tokens);
        if (found == SegmentSource.Found.NOTHING) return ended(open);
        if (found == SegmentSource.Found.TOO_LONG) return passed();
        var envelopes = Envelopes.of(open.header().standard());
        var key = tokens.key(0);
        if (key == envelopes.setHeader) return set(open);
        if (key == envelopes.packageHeader && !open.isX12()) return passedPackage();
        if (envelopes.contains(key)) group = group.filter(g -> g.header.isPresent());
        if (key == envelopes.groupTrailer && group.isPresent()) return groupTrailer(group.get());
        if (key == envelopes.trailer && group.isEmpty()) return trailer(open);
        if (!envelopes.contains(key)) return stray(open);
        if (group.isPresent()) return unread(groupEnded(group.get()));
        if (key == envelopes.groupHeader) return groupHeader();
        if (key == envelopes.groupTrailer) return stray(open);
        return unread(ended(open));
    }

    /** Leaves the segment just read for the next call. */
    private Event unread(Event event) {
        window.pos = window.anchor;
        return event;
    }

    private Event set(OpenInterchange open) {
        var around = count();
        var read = sets.read(open, around, tokens, setCount);
        segments += sets.segments();
        return new Event.SetRead(read);
    }

    /** Trailers count packages and transaction sets together. */
    private Event passedPackage() {
        count();
        var findings = packages.read(envelope(), segments + 1);
        segments = packages.position();
        return new Event.Unreadable(findings);
    }

    /** Counts another one in the group that is open, if any. */
    private OpenGroup count() {
        if (group.isEmpty()) group = Optional.of(OpenGroup.none(seen("")));
        if (group.get().isOutside()) setsOutside++;
        setCount++;
        group.get().sets++;
        return group.get();
    }

    private Event groupHeader() {
        groups++;
        segments++;
        var begun = group(tokens, OpenInterchange.text(window.bytes, window.anchor, window.pos), segments, seen(""));
        group = Optional.of(begun);
        return new Event.GroupBegan(begun.header.orElseThrow());
    }

    private Event groupTrailer(OpenGroup open) {
        segments++;
        close(open);
        var findings = new Trailers(tokens, segments).group(open);
        var said = Counts.parse(tokens.component(0, 1, 1, 1));
        return new Event.GroupEnded(open.header.orElseThrow(), said, open.sets, findings);
    }

    private void close(OpenGroup open) {
        group = Optional.empty();
        open.header.ifPresent(header -> groupNumbers.add(header.controlNumber()));
    }

    private Event groupEnded(OpenGroup open) {
        close(open);
        var findings = new ArrayList<>(open.findings);
        findings.add(Trailers.missingOfGroup(tokens.syntax.standard, segments + 1, window.offset(window.anchor)));
        return new Event.GroupEnded(open.header.orElseThrow(), -1, open.sets, findings);
    }

    private Event trailer(OpenInterchange open) {
        segments++;
        group = Optional.empty();
        interchange = Optional.empty();
        var unterminated = tokens.has(0, Tokens.UNTERMINATED);
        var counted = new Trailers.Counted(groups, setCount, setsOutside);
        var findings = new Trailers(tokens, segments).interchange(open, counted, unterminated);
        return new Event.InterchangeEnded(open.header(), findings);
    }

    private Event ended(OpenInterchange open) {
        if (group.filter(g -> g.header.isPresent()).isPresent()) return groupEnded(group.get());
        group = Optional.empty();
        interchange = Optional.empty();
        var atEnd = window.pos >= window.limit;
        var missing = Trailers.missing(tokens.syntax.standard, segments + 1, window.offset(window.anchor), atEnd);
        return new Event.InterchangeEnded(open.header(), List.of(missing));
    }

    private Event stray(OpenInterchange open) {
        segments++;
        if (tokens.tag(0).equals("TA1") && open.isX12())
            return new Event.InterchangeAnswered(
                    Answers.ta1(tokens), new EnvelopeSegment(tokens, segments).check(envelope(), limits));
        var where = Location.segment(tokens.tag(0), (int) segments, window.offset(window.anchor));
        return new Event.Unreadable(List.of(Finding.warning(
                SEGMENT_UNEXPECTED, where, "segment " + tokens.tag(0) + " is outside any transaction set")));
    }

    private Event passed() {
        segments++;
        var where = Location.offset(window.offset(window.pos));
        source.pass(tokens);
        return new Event.Unreadable(List.of(Finding.error(
                LIMIT_REACHED,
                where,
                "segmentBytesMax is " + limits.segmentBytesMax() + "; a longer segment was passed over")));
    }
}
