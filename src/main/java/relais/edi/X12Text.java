package relais.edi;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import relais.finding.Findings;

/** Puts an X12 envelope around transaction sets. */
final class X12Text {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** From this version of the controls on ISA11 separates repetitions. */
    private static final String REPETITIONS = "00402";

    private final Envelope envelope;
    private final Delimiters delimiters;
    private final SegmentText text;

    X12Text(Envelope envelope) {
        this.envelope = envelope;
        var delimiters = envelope.delimiters();
        var repeats = envelope.version().compareTo(REPETITIONS) >= 0;
        this.delimiters = repeats ? delimiters : delimiters.withRepetition('\0');
        this.text = new SegmentText(this.delimiters, envelope.charset(), envelope.lineBreak());
    }

    byte[] write(List<OutgoingSegment> beforeGroups, String functionalId, String version, List<OutgoingSet> sets) {
        header();
        beforeGroups.forEach(text::segment);
        if (!sets.isEmpty()) group(functionalId, version, sets);
        text.segment(OutgoingSegment.of("IEA", sets.isEmpty() ? "0" : "1", control(envelope.interchangeControl())));
        return text.bytes();
    }

    /** ISA has fixed widths and holds the delimiters as they are. */
    private void header() {
        var e = String.valueOf(delimiters.element());
        var repetition = delimiters.repetition() == 0 ? "U" : String.valueOf(delimiters.repetition());
        var isa = String.join(
                e,
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                pad(envelope.senderQualifier(), 2),
                pad(envelope.sender(), 15),
                pad(envelope.receiverQualifier(), 2),
                pad(envelope.receiver(), 15),
                SHORT_DATE.format(envelope.at()),
                TIME.format(envelope.at()),
                repetition,
                envelope.version(),
                control(envelope.interchangeControl()),
                envelope.acknowledgementRequested() ? "1" : "0",
                envelope.test() ? "T" : "P",
                String.valueOf(delimiters.component()));
        text.raw(isa + delimiters.segment() + envelope.lineBreak(), "ISA");
    }

    private void group(String functionalId, String version, List<OutgoingSet> sets) {
        text.segment(OutgoingSegment.of(
                "GS",
                functionalId,
                envelope.groupSender(),
                envelope.groupReceiver(),
                DATE.format(envelope.at()),
                TIME.format(envelope.at()),
                envelope.groupControl(),
                "X",
                version));
        for (var set : sets) set(set);
        text.segment(OutgoingSegment.of("GE", String.valueOf(sets.size()), envelope.groupControl()));
    }

    private void set(OutgoingSet set) {
        text.count();
        text.segment(OutgoingSegment.of("ST", set.type(), set.controlNumber()));
        set.segments().forEach(text::segment);
        text.segment(OutgoingSegment.of("SE", String.valueOf(text.count() + 1), set.controlNumber()));
    }

    private static String pad(String value, int width) {
        if (value.length() > width)
            throw new Unwritable(
                    "'" + value + "' is longer than the " + width + " characters ISA has", Findings.none());
        return value + " ".repeat(width - value.length());
    }

    /** ISA13 and IEA02 have nine digits. */
    private static String control(String number) {
        return number.length() >= 9 ? number : "0".repeat(9 - number.length()) + number;
    }
}
