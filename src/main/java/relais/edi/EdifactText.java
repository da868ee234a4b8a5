package relais.edi;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import relais.finding.Location;

/** Puts an EDIFACT envelope around transaction sets; UNA comes first when the delimiters are not the defaults. */
final class EdifactText {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DATE_OF_SYNTAX_4 = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final Envelope envelope;
    private final Delimiters delimiters;
    private final SegmentText text;
    private final List<String> syntax;

    EdifactText(Envelope envelope) {
        this.envelope = envelope;
        this.syntax = List.of(envelope.form().version().split(":", 2));
        var stated = envelope.delimiters();
        this.delimiters = isSyntax4() ? stated : stated.withRepetition('\0');
        this.text = new SegmentText(
                this.delimiters, envelope.form().charset(), envelope.form().lineBreak());
    }

    byte[] write(List<OutgoingSet> sets) {
        header();
        for (var set : sets) set(set);
        text.segment(OutgoingSegment.of(
                "UNZ", String.valueOf(sets.size()), envelope.numbers().interchange()));
        return text.bytes();
    }

    private boolean isSyntax4() {
        return syntax.size() > 1 && syntax.get(1).equals("4");
    }

    private void header() {
        var defaults = isSyntax4() ? Delimiters.edifact().withRepetition('*') : Delimiters.edifact();
        if (!delimiters.equals(defaults))
            text.raw(
                    Location.segment("UNA", 0, -1),
                    una(delimiters) + envelope.form().lineBreak());
        text.count();
        var elements = new ArrayList<List<String>>();
        elements.add(syntax);
        elements.add(List.of(envelope.parties().sender(), envelope.parties().senderQualifier()));
        elements.add(List.of(envelope.parties().receiver(), envelope.parties().receiverQualifier()));
        var date = isSyntax4() ? DATE_OF_SYNTAX_4 : DATE;
        elements.add(List.of(date.format(envelope.at()), TIME.format(envelope.at())));
        elements.add(List.of(envelope.numbers().interchange()));
        for (int absent = 6; absent <= 10; absent++) elements.add(List.of());
        elements.add(envelope.test() ? List.of("1") : List.of());
        text.segment(OutgoingSegment.of("UNB", elements));
    }

    private static String una(Delimiters delimiters) {
        return "UNA" + delimiters.component() + delimiters.element() + delimiters.decimalMark()
                + orSpace(delimiters.release()) + orSpace(delimiters.repetition()) + delimiters.segment();
    }

    private static char orSpace(char delimiter) {
        return delimiter == 0 ? ' ' : delimiter;
    }

    private void set(OutgoingSet set) {
        text.count();
        var identifier = new ArrayList<>(List.of(set.type()));
        identifier.addAll(List.of(set.version().split(":")));
        text.segment(OutgoingSegment.of("UNH", List.of(List.of(set.controlNumber()), identifier)));
        set.segments().forEach(text::segment);
        text.segment(OutgoingSegment.of("UNT", String.valueOf(text.count() + 1), set.controlNumber()));
    }
}
