package relais.edi;

import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relais.finding.Finding;
import relais.finding.FindingCode;

/**
 * What holds whenever bytes are read, whatever they are: reading ends, events nest, offsets ascend and lie in the input, findings are placed
 * and bounded, a reader resumed half-way says the same as one that went on, and every acknowledgement owed can be written and read.
 */
final class Promises {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);

    private static final Pattern UNREPEATABLE = Pattern.compile("CHARACTER_NOT_ALLOWED|ELEMENT_TOO_LONG");

    private final Structures structures;
    private final Limits limits;
    private final InterchangeWriter writer;
    private byte[] bytes = {};
    private Optional<Interchange> interchange = Optional.empty();
    private boolean group;
    private long reached;

    Promises(Structures structures, Limits limits) {
        this.structures = structures;
        this.limits = limits;
        this.writer = new InterchangeWriter(structures, Limits.standard());
    }

    /** A promise that was broken, in a sentence. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /**
     * Reads to the end.
     *
     * @param resumeAt after which event, from 0, another reader goes on
     * @return the events, without the end of the input
     * @throws Broken when something does not hold
     */
    List<Event> check(byte[] input, int resumeAt) {
        begin(input);
        var reader = reader(0, Position.start());
        var events = new ArrayList<Event>();
        var positions = new ArrayList<Position>();
        var offset = 0L;
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next()) {
            events.add(event);
            holds(events.size() <= input.length + 2, "more events than bytes");
            nested(event);
            findings(event);
            positions.add(reader.position());
            holds(
                    reader.position().offset() >= offset && reader.position().offset() <= input.length,
                    "position goes back");
            offset = reader.position().offset();
        }
        holds(interchange.isEmpty() && !group, "the end comes with something open");
        holds(reader.next() instanceof Event.EndOfInput, "something comes after the end");
        if (resumeAt < events.size() && positions.get(resumeAt).offset() > 0)
            resumed(positions.get(resumeAt), events.subList(resumeAt + 1, events.size()));
        return events;
    }

    private void begin(byte[] input) {
        bytes = input;
        interchange = Optional.empty();
        group = false;
        reached = 0;
    }

    private InterchangeReader reader(int from, Position position) {
        var in = new ByteArrayInputStream(bytes, from, bytes.length - from);
        return new InterchangeReader(in, position, structures, limits);
    }

    private static void holds(boolean condition, String otherwise) {
        if (!condition) throw new Broken(otherwise, null);
    }

    private void nested(Event event) {
        if (event instanceof Event.InterchangeBegan began) {
            holds(interchange.isEmpty(), "an interchange begins inside another");
            interchange = Optional.of(began.interchange());
            ascends(began.interchange().offset());
        } else if (event instanceof Event.GroupBegan began) {
            holds(interchange.isPresent() && !group, "a group begins outside an interchange or inside another group");
            group = true;
            ascends(began.group().offset());
        } else if (event instanceof Event.SetRead read) {
            holds(interchange.isPresent(), "a set outside any interchange");
            set(read.set());
        } else if (event instanceof Event.GroupEnded) {
            holds(group, "a group ends that did not begin");
            group = false;
        } else if (event instanceof Event.InterchangeEnded) {
            holds(interchange.isPresent() && !group, "an interchange ends that did not begin, or before its group");
            interchange = Optional.empty();
        } else if (event instanceof Event.InterchangeAnswered) holds(interchange.isPresent(), "an answer outside");
    }

    private void ascends(long offset) {
        holds(offset >= reached && offset <= bytes.length, "offset " + offset + " behind " + reached);
        reached = offset;
    }

    private void set(TransactionSet set) {
        ascends(set.fromOffset());
        var segments = set.segments();
        holds(!segments.isEmpty() && segments.size() <= set.segmentCount(), "segments counted that are not there");
        for (int i = 0; i < segments.size(); i++) {
            ascends(segments.get(i).offset());
            holds(segments.get(i).position() == i + 1, "segments are not numbered in order");
        }
        ascends(set.toOffset());
        var placed = flat(set.root()).map(Segment::position).toList();
        holds(placed.size() == new HashSet<>(placed).size(), "a segment is in two loops");
        ordered(set.findings().list());
    }

    private static Stream<Segment> flat(Loop loop) {
        return loop.children().stream()
                .flatMap(node -> node instanceof Loop inner ? flat(inner) : Stream.of((Segment) node));
    }

    private void ordered(List<Finding> findings) {
        holds(findings.size() <= limits.findingsMax() + 1, "more findings than allowed");
        var at = 0L;
        for (var finding : findings) {
            holds(finding.location().offset() >= at, "findings are not in the order of the bytes: " + findings);
            at = finding.location().offset();
        }
    }

    private void findings(Event event) {
        Interchanges.findings(event).forEach(finding -> {
            var offset = finding.location().offset();
            var placed = offset >= 0 && offset <= bytes.length;
            holds(placed || finding.code() == FindingCode.EMPTY_INPUT, "nowhere: " + finding);
            holds(!finding.text().isEmpty(), "a finding without words: " + finding.code());
        });
    }

    private void resumed(Position from, List<Event> rest) {
        var reader = reader((int) from.offset(), from);
        for (var expected : rest) {
            var event = reader.next();
            if (!words(event).equals(words(expected)))
                throw new Broken("resumed, it says otherwise: " + words(event), null);
        }
        holds(reader.next() instanceof Event.EndOfInput, "resumed, it says more");
    }

    /** An event in words, for comparison: a set has no equality of its own. */
    static String words(Event event) {
        if (!(event instanceof Event.SetRead read)) return event.toString();
        var set = read.set();
        return String.join(
                " ",
                set.interchange().toString(),
                set.group().toString(),
                set.type(),
                set.version(),
                set.controlNumber(),
                String.valueOf(set.ordinal()),
                String.valueOf(set.segmentCount()),
                set.segments().toString(),
                set.findings().list().toString());
    }

    /**
     * Every acknowledgement owed for the interchanges can be written, and the reader finds nothing wrong with it; unless the header that it
     * answers was found wrong, or it would repeat what cannot be written: a control character, a delimiter, a character the set has not, a number
     * that is too long.
     */
    void acknowledged(List<Event> events, AcknowledgementPolicy policy) {
        var recorder = Optional.<OutcomeRecorder>empty();
        for (var event : events) {
            if (event instanceof Event.InterchangeBegan began)
                recorder = Optional.of(new OutcomeRecorder(began.interchange()));
            recorder.ifPresent(open -> open.record(event));
            if (!(event instanceof Event.InterchangeEnded)) continue;
            var outcome = recorder.orElseThrow().outcome();
            Acknowledgement.of(outcome, policy, structures, AT)
                    .ifPresent(owed -> written(owed, outcome.findings().isEmpty() && isPlain(outcome.interchange())));
            recorder = Optional.empty();
        }
    }

    /** Whether names, version and delimiters are such that an answer in kind is possible. */
    private static boolean isPlain(Interchange header) {
        var delimiters = header.delimiters();
        var all = "" + delimiters.element() + delimiters.component() + delimiters.segment() + delimiters.decimalMark()
                + delimiters.release() + delimiters.repetition();
        return !header.sender().isBlank()
                && !header.receiver().isBlank()
                && header.version().matches("UNO[A-Z]:\\d|\\d{5}")
                && all.chars().noneMatch(c -> c > '~' || Character.isLetterOrDigit(c));
    }

    private void written(Acknowledgement owed, boolean answerable) {
        try {
            var text = writer.write(owed.envelope("1", "1"), owed.beforeGroups(), owed.sets());
            begin(text);
            var reader = reader(0, Position.start());
            var event = reader.next();
            holds(event instanceof Event.InterchangeBegan, "an acknowledgement that is no interchange");
        } catch (Unwritable e) {
            if (!answerable
                    || UNREPEATABLE.matcher(String.valueOf(e.getMessage())).find()) return;
            throw new Broken("unwritable: " + owed, e);
        }
    }
}
