package relais.edi;

import java.util.ArrayList;
import java.util.List;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.finding.Finding;

/**
 * Makes the CONTRL of one interchange. Action 7 acknowledges a level and everything below that is not rejected itself, 4 rejects, 8
 * says no more than that the interchange came.
 *
 * @see "UN/EDIFACT CONTRL, syntax version 3; ISO 9735-4 for syntax version 4"
 */
record Contrl(Interchange interchange, Detail detail) {

    List<OutgoingSegment> segments(InterchangeOutcome outcome) {
        var segments = new ArrayList<OutgoingSegment>();
        segments.add(interchange(outcome));
        if (outcome.rejected() || detail == Detail.TECHNICAL) return segments;
        for (var group : outcome.groups()) {
            group.group().ifPresent(header -> segments.add(group(header, group)));
            for (var set : group.sets()) set(segments, set);
        }
        return segments;
    }

    /** UCI: our answer to the header; what is wrong with the trailer alone is noted and rejects nothing. */
    private OutgoingSegment interchange(InterchangeOutcome outcome) {
        var elements = new ArrayList<List<String>>();
        elements.add(List.of(interchange.controlNumber()));
        elements.add(party(interchange.sender(), interchange.senderQualifier()));
        elements.add(party(interchange.receiver(), interchange.receiverQualifier()));
        var action = outcome.rejected() ? "4" : detail == Detail.TECHNICAL ? "8" : "7";
        elements.add(List.of(action));
        outcome.findings().stream()
                .filter(Finding::isError)
                .findFirst()
                .ifPresent(finding -> elements.addAll(error(finding)));
        return new OutgoingSegment("UCI", elements);
    }

    private static List<String> party(String id, String qualifier) {
        return qualifier.isEmpty() ? List.of(id) : List.of(id, qualifier);
    }

    /** 0085, then where it is: the service segment's tag, and the element (S011) when it is one. */
    private static List<List<String>> error(Finding finding) {
        var where = finding.location();
        var code = List.of(Codes.edifact0085(finding.code()));
        var tag = where.segment();
        if (!tag.startsWith("UN") || tag.length() != 3) return List.of(code);
        return where.element() == 0
                ? List.of(code, List.of(tag))
                : List.of(code, List.of(tag), place(where.element(), where.component()));
    }

    private static List<String> place(int element, int component) {
        return component == 0
                ? List.of(String.valueOf(element))
                : List.of(String.valueOf(element), String.valueOf(component));
    }

    private static OutgoingSegment group(Group header, GroupOutcome outcome) {
        var elements = new ArrayList<List<String>>();
        elements.add(List.of(header.controlNumber()));
        elements.add(header.sender().isEmpty() ? List.of() : List.of(header.sender()));
        elements.add(header.receiver().isEmpty() ? List.of() : List.of(header.receiver()));
        elements.add(List.of(outcome.rejected() ? "4" : "7"));
        outcome.findings().stream()
                .filter(Finding::isError)
                .findFirst()
                .ifPresent(finding -> elements.addAll(error(finding)));
        return new OutgoingSegment("UCF", elements);
    }

    private void set(List<OutgoingSegment> segments, SetOutcome set) {
        if (detail == Detail.GROUP && !set.rejected()) return;
        var elements = new ArrayList<List<String>>();
        elements.add(List.of(set.controlNumber()));
        var identifier = new ArrayList<>(List.of(set.type()));
        if (!set.version().isEmpty()) identifier.addAll(List.of(set.version().split(":", -1)));
        elements.add(identifier);
        elements.add(List.of(set.rejected() ? "4" : "7"));
        var errors = set.findings().stream().filter(Finding::isError).toList();
        errors.stream()
                .filter(finding -> isServiceSegment(finding))
                .findFirst()
                .ifPresent(finding -> elements.addAll(error(finding)));
        segments.add(new OutgoingSegment("UCM", elements));
        if (detail == Detail.DETAIL) details(segments, errors);
    }

    private static boolean isServiceSegment(Finding finding) {
        return finding.location().segment().startsWith("UN")
                && finding.location().segment().length() == 3;
    }

    /** UCS for each segment in error, UCD for each element in it. */
    private static void details(List<OutgoingSegment> segments, List<Finding> errors) {
        var lastPosition = 0;
        for (var finding : errors) {
            var where = finding.location();
            if (where.position() == 0
                    || isServiceSegment(finding) && !where.segment().equals("UNS")) continue;
            var code = Codes.edifact0085(finding.code());
            var position = String.valueOf(where.position());
            if (where.element() == 0) segments.add(OutgoingSegment.of("UCS", position, code));
            else if (where.position() != lastPosition) segments.add(OutgoingSegment.of("UCS", position));
            lastPosition = where.position();
            if (where.element() > 0)
                segments.add(
                        new OutgoingSegment("UCD", List.of(List.of(code), place(where.element(), where.component()))));
        }
    }
}
