package relais.edi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relais.finding.Finding;
import relais.finding.FindingCode;

/**
 * Makes the 997 of one functional group.
 *
 * @see "ASC X12 transaction set 997, release 004010"
 */
record FunctionalAcknowledgement(Structures structures, Group group, AcknowledgementPolicy policy) {
    private static final int ERRORS_MAX = 5;
    private static final int VALUE_MAX = 99;

    List<OutgoingSegment> segments(GroupOutcome outcome) {
        var segments = new ArrayList<OutgoingSegment>();
        segments.add(OutgoingSegment.of("AK1", group.functionalId(), group.controlNumber()));
        if (policy.detail() == AcknowledgementPolicy.Detail.DETAIL) for (var set : outcome.sets()) set(segments, set);
        segments.add(groupResponse(outcome));
        return segments;
    }

    private void set(List<OutgoingSegment> segments, SetOutcome set) {
        segments.add(OutgoingSegment.of("AK2", set.type(), set.controlNumber()));
        bySegment(set.findings()).forEach((position, findings) -> segment(segments, set, findings));
        var codes = new LinkedHashSet<String>();
        for (var finding : set.findings()) if (finding.isError()) codes.add(setCode(finding));
        segments.add(response("AK5", set.rejected() ? "R" : set.findings().isEmpty() ? "A" : "E", codes));
    }

    /** A finding of the set's own header and trailer is told in AK5; the rest says that segments are in error. */
    private static String setCode(Finding finding) {
        return isSegmentLevel(finding) ? "5" : Codes.ak502(finding.code());
    }

    private static boolean isSegmentLevel(Finding finding) {
        return !Codes.ak304(finding.code()).isEmpty() || isElementLevel(finding);
    }

    private static boolean isElementLevel(Finding finding) {
        return finding.location().element() > 0 && !Codes.ak403(finding.code()).isEmpty();
    }

    private static Map<Integer, List<Finding>> bySegment(List<Finding> findings) {
        var bySegment = new LinkedHashMap<Integer, List<Finding>>();
        for (var finding : findings) {
            var position = finding.location().position();
            if (position > 0 && isSegmentLevel(finding))
                bySegment.computeIfAbsent(position, key -> new ArrayList<>()).add(finding);
        }
        return bySegment;
    }

    private void segment(List<OutgoingSegment> segments, SetOutcome set, List<Finding> findings) {
        var inElements = new ArrayList<Finding>();
        for (var finding : findings) {
            var code = Codes.ak304(finding.code());
            var where = finding.location();
            if (isElementLevel(finding)) inElements.add(finding);
            else segments.add(OutgoingSegment.of("AK3", where.segment(), String.valueOf(where.position()), "", code));
        }
        if (inElements.isEmpty()) return;
        var where = inElements.get(0).location();
        segments.add(OutgoingSegment.of("AK3", where.segment(), String.valueOf(where.position()), "", "8"));
        for (var finding : inElements) segments.add(element(set, finding));
    }

    private OutgoingSegment element(SetOutcome set, Finding finding) {
        var where = finding.location();
        var position = new ArrayList<String>(List.of(String.valueOf(where.element())));
        if (where.component() > 0) position.add(String.valueOf(where.component()));
        var number = structures
                .element(Standard.X12, set.version(), where.segment(), where.element(), where.component())
                .map(ElementUse::id)
                .filter(id -> id.chars().allMatch(Character::isDigit))
                .orElse("");
        var value = printable(finding);
        return new OutgoingSegment(
                "AK4",
                List.of(
                        position,
                        number.isEmpty() ? List.of() : List.of(number),
                        List.of(Codes.ak403(finding.code())),
                        value.isEmpty() ? List.of() : List.of(value)));
    }

    /** AK404 copies the bad value, unless it holds what could not be written back or says nothing. */
    private static String printable(Finding finding) {
        var value = finding.value();
        if (value.length() > VALUE_MAX || finding.code() == FindingCode.CHARACTER_NOT_ALLOWED) return "";
        var plain = value.chars().allMatch(c -> c >= ' ' && c < 0x7f && "*>~:^|".indexOf(c) < 0);
        return plain ? value : "";
    }

    private OutgoingSegment groupResponse(GroupOutcome outcome) {
        var sets = outcome.sets();
        var accepted = outcome.rejected()
                ? 0
                : sets.stream().filter(set -> !set.rejected()).count();
        var noted = !outcome.findings().isEmpty()
                || sets.stream().anyMatch(set -> !set.findings().isEmpty());
        var code = outcome.rejected() || (accepted == 0 && !sets.isEmpty())
                ? "R"
                : accepted < sets.size() ? "P" : noted ? "E" : "A";
        var said = outcome.setsSaid() < 0 ? sets.size() : outcome.setsSaid();
        var elements = new ArrayList<>(
                List.of(code, String.valueOf(said), String.valueOf(sets.size()), String.valueOf(accepted)));
        var codes = new LinkedHashSet<String>();
        for (var finding : outcome.findings()) if (finding.isError()) codes.add(Codes.ak905(finding.code()));
        codes.stream().limit(ERRORS_MAX).forEach(elements::add);
        return OutgoingSegment.of("AK9", elements.toArray(String[]::new));
    }

    private static OutgoingSegment response(String tag, String verdict, Set<String> codes) {
        var elements = new ArrayList<>(List.of(verdict));
        codes.stream().limit(ERRORS_MAX).forEach(elements::add);
        return OutgoingSegment.of(tag, elements.toArray(String[]::new));
    }
}
