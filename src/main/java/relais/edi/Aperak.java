package relais.edi;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.finding.Finding;
import relais.finding.Location;

/**
 * Makes the APERAKs of one interchange, one for each transaction set (for those rejected only, where no detail is agreed), each in the directory of the set it
 * answers. BGM says accepted (AP, with 312 where the directory has it) or rejected (RE, 313); RFF+ACW names the set by its control number (0062), RFF+AGO the interchange (0020).
 * Each finding is an ERC with the code of 0085, in detail with its sentence (FTX), the position of its segment (RFF+ACW 1156), and the element with its value.
 *
 * @see "UN/EDIFACT APERAK, directories D.93A and later"
 */
record Aperak(Interchange interchange, Detail detail, Structures structures, LocalDateTime at) {
    private static final String FIRST_DIRECTORY = "D:96A:UN";
    private static final int ERRORS_MAX = 999;
    private static final int TEXT_MAX = 70;
    private static final int TEXTS_MAX = 5;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);

    List<OutgoingSet> sets(InterchangeOutcome outcome) {
        var sets = new ArrayList<OutgoingSet>();
        for (var group : outcome.groups())
            for (var set : group.sets()) {
                var rejected = group.rejected() || set.rejected();
                if (Answers.isAcknowledgement(set.type()) || detail == Detail.GROUP && !rejected) continue;
                var findings = new ArrayList<>(group.rejected() ? group.findings() : List.of());
                findings.addAll(set.findings());
                var segments = segments(set, rejected, findings);
                sets.add(new OutgoingSet("APERAK", directory(set), String.valueOf(sets.size() + 1), segments));
            }
        return sets;
    }

    /** That of the set, where it is known and has an APERAK. */
    private String directory(SetOutcome set) {
        var parts = List.of(set.version().split(":", -1));
        if (parts.size() < 3) return FIRST_DIRECTORY;
        var directory = parts.get(0) + ":" + parts.get(1) + ":UN";
        return structures.find(Standard.EDIFACT, directory, "APERAK").isPresent() ? directory : FIRST_DIRECTORY;
    }

    private List<OutgoingSegment> segments(SetOutcome set, boolean rejected, List<Finding> findings) {
        var segments = new ArrayList<OutgoingSegment>();
        var number = interchange.controlNumber() + "-" + set.controlNumber();
        segments.add(OutgoingSegment.of("BGM", name(set, rejected), number, "9", rejected ? "RE" : "AP"));
        segments.add(OutgoingSegment.of("DTM", List.of(List.of("137", MINUTE.format(at), "203"))));
        segments.add(OutgoingSegment.of("RFF", List.of(List.of("ACW", set.controlNumber()))));
        segments.add(OutgoingSegment.of("RFF", List.of(List.of("AGO", interchange.controlNumber()))));
        findings.stream().limit(ERRORS_MAX).forEach(finding -> error(segments, set, finding));
        return segments;
    }

    /** 1001, which directories before D.99B have no code for. */
    private String name(SetOutcome set, boolean rejected) {
        var name = rejected ? "313" : "312";
        return structures.accepts(directory(set), "BGM", name) ? name : "";
    }

    private void error(List<OutgoingSegment> segments, SetOutcome set, Finding finding) {
        segments.add(OutgoingSegment.of("ERC", EdifactCodes.of(interchange).code(finding)));
        if (detail != Detail.DETAIL) return;
        segments.add(text(finding.text()));
        var where = finding.location();
        if (where.position() == 0) return;
        var position = String.valueOf(where.position());
        segments.add(OutgoingSegment.of("RFF", List.of(List.of("ACW", set.controlNumber(), position))));
        segments.add(text(place(where) + (finding.value().isEmpty() ? "" : ": " + finding.value())));
    }

    /** {@code QTY 1.2}. */
    private static String place(Location where) {
        var element = where.element() == 0 ? "" : " " + where.element();
        return where.segment() + element + (where.component() == 0 ? "" : "." + where.component());
    }

    /** FTX with as many lines as the sentence needs and the segment has. */
    private OutgoingSegment text(String sentence) {
        var lines = new ArrayList<String>();
        var rest = plain(sentence);
        while (!rest.isEmpty() && lines.size() < TEXTS_MAX) {
            var length = Math.min(TEXT_MAX, rest.length());
            lines.add(rest.substring(0, length));
            rest = rest.substring(length).stripLeading();
        }
        return OutgoingSegment.of("FTX", List.of(List.of("AAO"), List.of(), List.of(), lines));
    }

    /** Characters of ASCII that the interchange has: capitals for small letters in UNOA, blanks for all others. */
    private String plain(String text) {
        var repertoire = Repertoire.of(interchange.version().split(":", -1)[0]);
        var cased = repertoire == Repertoire.LEVEL_A ? text.toUpperCase(Locale.ROOT) : text;
        var plain = new StringBuilder(cased.length());
        for (var c : cased.toCharArray()) plain.append(c >= ' ' && c <= '~' && repertoire.has(c) ? c : ' ');
        return plain.toString().strip();
    }
}
