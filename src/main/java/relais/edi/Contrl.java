package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.finding.Finding;
import relais.finding.FindingCode;

/**
 * Makes the CONTRL of one interchange. Action 7 acknowledges a level and everything below that is not rejected itself, 4 rejects a level and everything below, 8
 * says no more than that the interchange came. What is noted and rejects nothing is told with action 7.
 *
 * @see "UN/EDIFACT CONTRL, syntax version 3; ISO 9735-4 for syntax version 4"
 */
record Contrl(Interchange interchange, Detail detail) {

    OutgoingSet set(InterchangeOutcome outcome) {
        return new OutgoingSet("CONTRL", codes().syntax4() ? "4:1:UN" : "D:3:UN", "1", segments(outcome));
    }

    private List<OutgoingSegment> segments(InterchangeOutcome outcome) {
        var segments = new ArrayList<OutgoingSegment>();
        segments.add(interchange(outcome));
        if (outcome.rejected() || detail == Detail.TECHNICAL) return segments;
        for (var group : outcome.groups()) {
            group.group().ifPresent(header -> segments.add(group(header, group)));
            if (!group.rejected()) for (var set : group.sets()) set(segments, set);
        }
        return segments;
    }

    private EdifactCodes codes() {
        return EdifactCodes.of(interchange);
    }

    private OutgoingSegment interchange(InterchangeOutcome outcome) {
        var elements = new ArrayList<List<String>>();
        elements.add(List.of(interchange.controlNumber()));
        elements.add(party(interchange.sender(), interchange.senderQualifier()));
        elements.add(party(interchange.receiver(), interchange.receiverQualifier()));
        elements.add(List.of(outcome.rejected() ? "4" : detail == Detail.TECHNICAL ? "8" : "7"));
        Ta1.worst(outcome.findings()).ifPresent(finding -> elements.addAll(error(finding, codes().envelope(finding))));
        return OutgoingSegment.of("UCI", elements);
    }

    private static List<String> party(String id, String qualifier) {
        return qualifier.isEmpty() ? List.of(id) : List.of(id, qualifier);
    }

    /** 0085, then where it is: the service segment's tag, and the element (S011) when it is one. */
    private List<List<String>> error(Finding finding, String code) {
        var where = finding.location();
        var tag = where.segment();
        if (!isService(tag)) return List.of(List.of(code));
        return where.element() == 0
                ? List.of(List.of(code), List.of(tag))
                : List.of(List.of(code), List.of(tag), place(finding));
    }

    /** S011: element, component, and in syntax version 4 the repetition. */
    private List<String> place(Finding finding) {
        var where = finding.location();
        var place = new ArrayList<>(List.of(String.valueOf(where.element())));
        var repeated = where.repetition() > 1 && codes().syntax4();
        if (where.component() > 0) place.add(String.valueOf(where.component()));
        else if (repeated) place.add("");
        if (repeated) place.add(String.valueOf(where.repetition()));
        return place;
    }

    private OutgoingSegment group(Group header, GroupOutcome outcome) {
        var elements = new ArrayList<List<String>>();
        elements.add(List.of(header.controlNumber()));
        elements.add(header.sender().isEmpty() ? List.of() : List.of(header.sender()));
        elements.add(header.receiver().isEmpty() ? List.of() : List.of(header.receiver()));
        elements.add(List.of(outcome.rejected() ? "4" : "7"));
        Ta1.worst(outcome.findings()).ifPresent(finding -> elements.addAll(error(finding, codes().envelope(finding))));
        return OutgoingSegment.of("UCF", elements);
    }

    private void set(List<OutgoingSegment> segments, SetOutcome set) {
        if (Answers.isAcknowledgement(set.type()) || detail == Detail.GROUP && !set.rejected()) return;
        var elements = new ArrayList<List<String>>();
        elements.add(List.of(set.controlNumber()));
        var identifier = new ArrayList<>(List.of(set.type()));
        if (!set.version().isEmpty()) identifier.addAll(List.of(set.version().split(":", -1)));
        elements.add(identifier);
        elements.add(List.of(set.rejected() ? "4" : "7"));
        ofEnvelope(set.findings()).ifPresent(finding -> elements.addAll(error(finding, codes().code(finding))));
        segments.add(OutgoingSegment.of("UCM", elements));
        if (detail == Detail.DETAIL) details(segments, set.findings());
    }

    /** UCM tells one finding on UNH, UNT or the set as a whole. */
    private static Optional<Finding> ofEnvelope(List<Finding> findings) {
        return Ta1.worst(findings.stream().filter(finding -> !isInBody(finding)).toList());
    }

    private static boolean isInBody(Finding finding) {
        var where = finding.location();
        return where.position() > 0
                && (!isService(where.segment()) || where.segment().equals("UNS"));
    }

    private static boolean isService(String tag) {
        return tag.length() == 3 && tag.startsWith("UN");
    }

    /** UCS for each segment in error, UCD for each element in it. */
    private void details(List<OutgoingSegment> segments, List<Finding> findings) {
        var last = "";
        for (var finding : findings) {
            if (!isInBody(finding)) continue;
            var code = codes().code(finding);
            var position = position(finding);
            var whole = finding.location().element() == 0;
            if (whole) segments.add(OutgoingSegment.of("UCS", position, code));
            else if (!position.equals(last)) segments.add(OutgoingSegment.of("UCS", position));
            if (!whole) segments.add(OutgoingSegment.of("UCD", List.of(List.of(code), place(finding))));
            last = position;
        }
    }

    /** 0096: a missing segment is told by the position of the last one before the place where it was expected. */
    private static String position(Finding finding) {
        var position = finding.location().position();
        return String.valueOf(finding.code() == FindingCode.SEGMENT_MISSING ? position - 1 : position);
    }
}
