package relais.edi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.finding.Finding;
import relais.finding.FindingCode;

/**
 * Makes the 997 or 999 of one functional group.
 *
 * @param form of the acknowledgement, which decides what the group can be told
 * @see "ASC X12 transaction sets 997 (releases 004010 to 005010) and 999 (release 005010)"
 */
record FunctionalAcknowledgement(Form form, Group group, Detail detail) {
    private static final int ERRORS_MAX = 5;

    /**
     * What acknowledgements look like.
     *
     * @param type "997" or "999"
     * @param version GS08 of the acknowledgement
     * @param delimiters that values told must not hold
     */
    record Form(Structures structures, String type, String version, Delimiters delimiters) {
        private static final int RELEASE_LENGTH = 6;

        /** The release alone: "005010". */
        String release() {
            return version.substring(0, RELEASE_LENGTH);
        }

        /** AK3 in a 997, IK3 in a 999. */
        String tag(int number) {
            return (type.equals("999") ? "IK" : "AK") + number;
        }

        /** Whether a segment of this release has an element, by the element's number. */
        boolean has(String tag, int element, String number) {
            return has(tag, element, 0, number);
        }

        boolean has(String tag, int element, int component, String number) {
            return structures
                    .element(Standard.X12, version, tag, element, component)
                    .filter(use -> use.id().equals(number))
                    .isPresent();
        }
    }

    List<OutgoingSegment> segments(GroupOutcome outcome) {
        var segments = new ArrayList<OutgoingSegment>();
        segments.add(header());
        if (detail == Detail.DETAIL) for (var set : outcome.sets()) set(segments, set, outcome.rejected());
        segments.add(trailer(outcome));
        return segments;
    }

    /** AK1; from 005010 on with the version that was sent (AK103). */
    private OutgoingSegment header() {
        return form.has("AK1", 3, "480")
                ? OutgoingSegment.of("AK1", group.functionalId(), group.controlNumber(), group.version())
                : OutgoingSegment.of("AK1", group.functionalId(), group.controlNumber());
    }

    private void set(List<OutgoingSegment> segments, SetOutcome set, boolean groupRejected) {
        segments.add(OutgoingSegment.of("AK2", set.type(), set.controlNumber()));
        segments.addAll(new SegmentNotes(form, set).segments());
        var codes = new LinkedHashSet<String>();
        for (var finding : set.findings()) {
            if (SegmentNotes.tells(finding, form.release())) codes.add("5");
            codes.add(Codes.set(finding, form.release()));
        }
        var rejected = groupRejected || set.rejected();
        segments.add(response(rejected ? "R" : set.findings().isEmpty() ? "A" : "E", codes));
    }

    private OutgoingSegment response(String verdict, Collection<String> codes) {
        var elements = new ArrayList<>(List.of(verdict));
        codes.stream().limit(ERRORS_MAX).forEach(elements::add);
        return OutgoingSegment.of(form.tag(5), elements.toArray(String[]::new));
    }

    /** AK9: the trailer's count as sent, what was received, what was accepted. */
    private OutgoingSegment trailer(GroupOutcome outcome) {
        var sets = outcome.sets();
        var accepted = outcome.rejected()
                ? 0
                : sets.stream().filter(set -> !set.rejected()).count();
        var said = outcome.setsSaid() < 0 ? sets.size() : outcome.setsSaid();
        var elements = new ArrayList<>(List.of(
                verdict(outcome, accepted),
                String.valueOf(said),
                String.valueOf(sets.size()),
                String.valueOf(accepted)));
        codes(outcome).stream().limit(ERRORS_MAX).forEach(elements::add);
        return OutgoingSegment.of("AK9", elements.toArray(String[]::new));
    }

    private static String verdict(GroupOutcome outcome, long accepted) {
        var sets = outcome.sets();
        if (outcome.rejected() || (accepted == 0 && !sets.isEmpty())) return "R";
        if (accepted < sets.size()) return "P";
        var noted = sets.stream().anyMatch(set -> !set.findings().isEmpty());
        return noted || !outcome.findings().isEmpty() ? "E" : "A";
    }

    private Collection<String> codes(GroupOutcome outcome) {
        var codes = new LinkedHashSet<String>();
        if (isUnknown(outcome))
            codes.add(
                    form.structures().find(Standard.X12, group.version(), "997").isPresent() ? "1" : "2");
        for (var finding : outcome.findings()) codes.add(Codes.group(finding, form.release()));
        codes.remove("");
        return codes;
    }

    /** Whether none of its sets is supported, so that the group itself is not: code 1, or 2 when that is because of its version. */
    private static boolean isUnknown(GroupOutcome outcome) {
        return !outcome.sets().isEmpty()
                && outcome.sets().stream().allMatch(set -> set.findings().stream()
                        .map(Finding::code)
                        .anyMatch(code ->
                                code == FindingCode.SET_NOT_SUPPORTED || code == FindingCode.DOCUMENT_NOT_AGREED));
    }
}
