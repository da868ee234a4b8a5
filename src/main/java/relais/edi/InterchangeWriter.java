package relais.edi;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import relais.finding.Finding;
import relais.finding.Findings;

/** Writes interchanges that the reader accepts: it counts, escapes and validates. Stateless, safe for many threads. */
public final class InterchangeWriter {
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

    /** The same with segments (TA1) between the interchange header and the first group. */
    public byte[] write(Envelope envelope, List<OutgoingSegment> beforeGroups, List<OutgoingSet> sets) {
        var bytes =
                switch (envelope.standard()) {
                    case X12 -> x12(envelope, beforeGroups, sets);
                    case EDIFACT -> new EdifactText(envelope).write(sets);
                };
        check(bytes);
        return bytes;
    }

    private byte[] x12(Envelope envelope, List<OutgoingSegment> beforeGroups, List<OutgoingSet> sets) {
        var text = new X12Text(envelope);
        if (sets.isEmpty()) return text.write(beforeGroups, "", "", sets);
        var version = sets.get(0).version();
        var functionalId = functionalId(sets.get(0));
        for (var set : sets)
            if (!set.version().equals(version) || !functionalId(set).equals(functionalId))
                throw new Unwritable(
                        "one group cannot hold " + sets.get(0).type() + " " + version + " and " + set.type() + " "
                                + set.version(),
                        Findings.none());
        return text.write(beforeGroups, functionalId, version, sets);
    }

    private String functionalId(OutgoingSet set) {
        return structures
                .functionalId(set.version(), set.type())
                .orElseThrow(() -> new Unwritable(
                        "no structure of transaction set " + set.type() + " in version " + set.version() + " is known",
                        Findings.none()));
    }

    /** Reads what was written: the writer's promise is the reader's verdict. */
    private void check(byte[] bytes) {
        var errors = new ArrayList<Finding>();
        var reader = new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), structures, limits);
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next())
            findings(event).filter(Finding::isError).forEach(errors::add);
        if (errors.isEmpty()) return;
        throw new Unwritable(
                errors.get(0) + (errors.size() > 1 ? " and " + (errors.size() - 1) + " more" : ""),
                new Findings(errors));
    }

    /** An acknowledgement repeats what the partner sent, as it was sent, so its elements are not ours to judge. */
    private static boolean isOurs(TransactionSet set, Finding finding) {
        return !Answers.repeats(set.type()) || finding.location().element() == 0;
    }

    private static Stream<Finding> findings(Event event) {
        if (event instanceof Event.InterchangeBegan began) return began.findings().stream();
        if (event instanceof Event.SetRead read)
            return read.set().findings().stream().filter(finding -> isOurs(read.set(), finding));
        if (event instanceof Event.GroupEnded ended) return ended.findings().stream();
        if (event instanceof Event.InterchangeEnded ended) return ended.findings().stream();
        if (event instanceof Event.Unreadable unreadable) return unreadable.findings().stream();
        return Stream.empty();
    }
}
