package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import relais.edi.FunctionalAcknowledgement.Form;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;

/**
 * What a 997 or 999 tells of the segments of one transaction set: AK3 and AK4, or IK3, IK4 and CTX. Element 447 (AK303, IK303, CTX04) identifies
 * loops between LS and LE only. CTX with a business unit identifier is left to implementation guides, which say of each set what it is.
 */
record SegmentNotes(Form form, SetOutcome set) {
    private static final int VALUE_MAX = 99;
    private static final int TAG_MAX = 3;
    private static final String TRIGGER = "SITUATIONAL TRIGGER";

    /** Whether a finding is told of its segment; the others are told of the set alone. */
    static boolean tells(Finding finding, String release) {
        return !Codes.segment(finding.code()).isEmpty() || isOfElement(finding, release);
    }

    private static boolean isOfElement(Finding finding, String release) {
        return finding.location().element() > 0
                && !Codes.element(finding.code(), release).isEmpty();
    }

    /** In the order of the segments. */
    List<OutgoingSegment> segments() {
        var bySegment = new TreeMap<Integer, List<Finding>>();
        for (var finding : set.findings()) {
            var position = finding.location().position();
            if (position > 0 && tells(finding, form.release()))
                bySegment.computeIfAbsent(position, key -> new ArrayList<>()).add(finding);
        }
        var notes = new ArrayList<OutgoingSegment>();
        for (var findings : bySegment.values()) segment(notes, findings);
        return notes;
    }

    private void segment(List<OutgoingSegment> notes, List<Finding> findings) {
        var inElements = new ArrayList<Finding>();
        for (var finding : findings) {
            if (isOfElement(finding, form.release())) inElements.add(finding);
            else notes.add(note(finding.location(), Codes.segment(finding.code())));
        }
        if (inElements.isEmpty()) return;
        notes.add(note(inElements.get(0).location(), "8"));
        for (var finding : inElements) {
            notes.add(element(finding));
            if (form.type().equals("999")) context(notes, finding);
        }
    }

    private OutgoingSegment note(Location where, String code) {
        var tag = where.segment().substring(0, Math.min(TAG_MAX, where.segment().length()));
        return OutgoingSegment.of(form.tag(3), tag, String.valueOf(where.position()), loop(where), code);
    }

    private String loop(Location where) {
        return writable(set.loops().getOrDefault(where.position(), ""));
    }

    private OutgoingSegment element(Finding finding) {
        var value = printable(finding);
        var number = number(finding.location());
        return OutgoingSegment.of(
                form.tag(4),
                List.of(
                        place(finding.location()),
                        number.isEmpty() ? List.of() : List.of(number),
                        List.of(Codes.element(finding.code(), form.release())),
                        value.isEmpty() ? List.of() : List.of(value)));
    }

    /** C030: element, component, and the repetition where the release tells it. */
    private List<String> place(Location where) {
        var place = new ArrayList<>(List.of(String.valueOf(where.element())));
        var repeated = where.repetition() > 1 && form.has(form.tag(4), 1, 3, "1686");
        if (where.component() > 0) place.add(String.valueOf(where.component()));
        else if (repeated) place.add("");
        if (repeated) place.add(String.valueOf(where.repetition()));
        return place;
    }

    /** The data element's number: "355". */
    private String number(Location where) {
        return form.structures()
                .element(Standard.X12, set.version(), where.segment(), where.element(), where.component())
                .map(ElementUse::id)
                .filter(id -> id.chars().allMatch(Character::isDigit))
                .orElse("");
    }

    /** AK404 copies the bad value, unless it holds what could not be written back or says nothing. */
    private String printable(Finding finding) {
        var value = finding.value();
        if (value.length() > VALUE_MAX || finding.code() == FindingCode.CHARACTER_NOT_ALLOWED) return "";
        return writable(value);
    }

    private String writable(String value) {
        var d = form.delimiters();
        var delimiters = "" + d.element() + d.component() + d.repetition() + d.segment();
        var plain = value.chars().allMatch(c -> c >= ' ' && c < 0x7f && delimiters.indexOf(c) < 0);
        return plain ? value : "";
    }

    /** CTX: for an element that is missing or excluded because of another one of its segment, that other one. */
    private void context(List<OutgoingSegment> notes, Finding finding) {
        var conditional =
                finding.code() == FindingCode.ELEMENT_CONDITION || finding.code() == FindingCode.ELEMENT_EXCLUDED;
        var where = finding.location();
        if (!conditional || where.component() > 0) return;
        form.structures().notes(set.version(), where.segment()).stream()
                .filter(note -> note.words().equals(finding.text()))
                .flatMapToInt(note -> note.trigger(where.element()))
                .findFirst()
                .ifPresent(position -> notes.add(OutgoingSegment.of(
                        "CTX",
                        TRIGGER,
                        where.segment(),
                        String.valueOf(where.position()),
                        loop(where),
                        String.valueOf(position))));
    }
}
