package relais.edi;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.finding.Severity;

/** Writes interchanges that the reader accepts: it counts, escapes and validates. Stateless, safe for many threads. */
public final class InterchangeWriter {
    /** GS06 and UNB 0020; a wrong ISA13 is an error to every reader. */
    private static final Map<String, Integer> CONTROL_NUMBERS = Map.of("GS", 6, "UNB", 5);

    private static final Set<String> ENVELOPES = Set.of("ST", "SE", "UNH", "UNT");

    private final Structures structures;
    private final Limits limits;

    public InterchangeWriter(Structures structures, Limits limits) {
        this.structures = structures;
        this.limits = limits;
    }

    /**
     * Wraps transaction sets into one interchange; in X12 all of one functional identifier and version, so in one group.
     *
     * @return the bytes to send, in the character set that the envelope's version names (X12: UTF-8)
     * @throws Unwritable when the reader would find an error in them, or X12 data holds a delimiter
     */
    public byte[] write(Envelope envelope, List<OutgoingSet> sets) {
        return write(envelope, List.of(), sets);
    }

    /** The same with segments (TA1) between the interchange header and the first group; EDIFACT has none. */
    public byte[] write(Envelope envelope, List<OutgoingSegment> beforeGroups, List<OutgoingSet> sets) {
        var bytes =
                switch (envelope.standard()) {
                    case X12 -> x12(envelope, beforeGroups, sets);
                    case EDIFACT -> edifact(envelope, beforeGroups, sets);
                };
        check(bytes);
        return bytes;
    }

    private static byte[] edifact(Envelope envelope, List<OutgoingSegment> before, List<OutgoingSet> sets) {
        if (!before.isEmpty()) throw new IllegalArgumentException("EDIFACT has no segments before groups: " + before);
        return new EdifactText(envelope).write(sets);
    }

    private byte[] x12(Envelope envelope, List<OutgoingSegment> beforeGroups, List<OutgoingSet> sets) {
        var text = new X12Text(envelope);
        if (sets.isEmpty()) return text.write(beforeGroups, "", "", sets);
        var version = sets.get(0).version();
        var functionalId = functionalId(sets.get(0));
        for (var set : sets)
            if (!set.version().equals(version) || !functionalId(set).equals(functionalId))
                throw new Unwritable(Finding.error(
                        FindingCode.GROUP_TYPE_MISMATCH,
                        Location.nowhere(),
                        "one group cannot hold " + sets.get(0).type() + " " + version + " and " + set.type() + " "
                                + set.version()));
        return text.write(beforeGroups, functionalId, version, sets);
    }

    private String functionalId(OutgoingSet set) {
        return structures
                .functionalId(set.version(), set.type())
                .orElseThrow(() -> new Unwritable(Finding.error(
                        FindingCode.SET_NOT_SUPPORTED,
                        Location.nowhere(),
                        "no structure of transaction set " + set.type() + " in version " + set.version()
                                + " is known")));
    }

    /** Reads what was written: the writer's promise is the reader's verdict. */
    private void check(byte[] bytes) {
        var errors = new ArrayList<Finding>();
        var reader = new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), structures, limits);
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next())
            findings(event)
                    .filter(InterchangeWriter::isWrong)
                    .map(InterchangeWriter::weighed)
                    .forEach(errors::add);
        if (!errors.isEmpty()) throw new Unwritable(new Findings(errors));
    }

    /** Parties may be written as a partner wrote them, wrong or not; numbers are our own. */
    private static boolean isWrong(Finding finding) {
        var where = finding.location();
        return finding.isError() || where.element() == CONTROL_NUMBERS.getOrDefault(where.segment(), -1);
    }

    private static Finding weighed(Finding finding) {
        return new Finding(finding.code(), Severity.ERROR, finding.location(), finding.text(), finding.value());
    }

    /** An acknowledgement repeats what the partner sent, as it was sent, so the elements in its body are not ours to judge. */
    private static boolean isOurs(TransactionSet set, Finding finding) {
        var where = finding.location();
        return !Answers.repeats(set.type()) || where.element() == 0 || ENVELOPES.contains(where.segment());
    }

    private static Stream<Finding> findings(Event event) {
        var found = event.findings().stream();
        return event instanceof Event.SetRead read ? found.filter(finding -> isOurs(read.set(), finding)) : found;
    }
}
