package relais.edi;

import static relais.finding.FindingCode.ELEMENT_TOO_LONG;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import relais.finding.Finding;
import relais.finding.Location;

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
        var stated = envelope.delimiters().withoutRelease();
        this.delimiters = envelope.form().version().compareTo(REPETITIONS) >= 0 ? stated : stated.withRepetition('\0');
        this.text = new SegmentText(
                this.delimiters, envelope.form().charset(), envelope.form().lineBreak());
    }

    byte[] write(List<OutgoingSegment> beforeGroups, String functionalId, String version, List<OutgoingSet> sets) {
        header();
        beforeGroups.forEach(text::segment);
        if (!sets.isEmpty()) group(functionalId, version, sets);
        text.segment(OutgoingSegment.of(
                "IEA", sets.isEmpty() ? "0" : "1", control(envelope.numbers().interchange())));
        return text.bytes();
    }

    /** ISA has fixed widths and holds the delimiters as they are. */
    private void header() {
        var isa = new ArrayList<String>();
        isa.add("ISA");
        fixed(isa, 2, "00");
        fixed(isa, 10, "");
        fixed(isa, 2, "00");
        fixed(isa, 10, "");
        fixed(isa, 2, envelope.parties().senderQualifier());
        fixed(isa, 15, envelope.parties().sender());
        fixed(isa, 2, envelope.parties().receiverQualifier());
        fixed(isa, 15, envelope.parties().receiver());
        fixed(isa, 6, SHORT_DATE.format(envelope.at()));
        fixed(isa, 4, TIME.format(envelope.at()));
        isa.add(delimiters.repetition() == 0 ? "U" : String.valueOf(delimiters.repetition()));
        fixed(isa, 5, envelope.form().version());
        fixed(isa, 9, control(envelope.numbers().interchange()));
        fixed(isa, 1, "0");
        fixed(isa, 1, envelope.test() ? "T" : "P");
        isa.add(String.valueOf(delimiters.component()));
        var joined = String.join(String.valueOf(delimiters.element()), isa);
        text.raw(
                Location.segment("ISA", 1, -1),
                joined + delimiters.segment() + envelope.form().lineBreak());
    }

    /** Adds the next element, blanks behind it up to its width. */
    private void fixed(List<String> isa, int width, String value) {
        var where = Location.segment("ISA", 1, -1).element(isa.size(), 0, 0, -1);
        if (value.length() > width)
            throw new Unwritable(Finding.error(
                    ELEMENT_TOO_LONG, where, "'" + value + "' is longer than the " + width + " characters ISA has"));
        isa.add(text.escaped(where, value) + " ".repeat(width - value.length()));
    }

    private void group(String functionalId, String version, List<OutgoingSet> sets) {
        text.segment(OutgoingSegment.of(
                "GS",
                functionalId,
                envelope.parties().groupSender(),
                envelope.parties().groupReceiver(),
                DATE.format(envelope.at()),
                TIME.format(envelope.at()),
                envelope.numbers().group(),
                "X",
                version));
        for (var set : sets) set(set);
        text.segment(OutgoingSegment.of(
                "GE", String.valueOf(sets.size()), envelope.numbers().group()));
    }

    private void set(OutgoingSet set) {
        text.count();
        text.segment(OutgoingSegment.of("ST", set.type(), set.controlNumber()));
        set.segments().forEach(text::segment);
        text.segment(OutgoingSegment.of("SE", String.valueOf(text.count() + 1), set.controlNumber()));
    }

    /** ISA13 and IEA02 have nine digits. */
    private static String control(String number) {
        return number.length() >= 9 ? number : "0".repeat(9 - number.length()) + number;
    }
}
