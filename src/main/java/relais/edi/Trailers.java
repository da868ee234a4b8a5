package relais.edi;

import static relais.finding.FindingCode.ENVELOPE_EMPTY;
import static relais.finding.FindingCode.GROUP_CONTROL_NUMBER_MISMATCH;
import static relais.finding.FindingCode.GROUP_COUNT_MISMATCH;
import static relais.finding.FindingCode.GROUP_TRAILER_MISSING;
import static relais.finding.FindingCode.INTERCHANGE_CONTROL_NUMBER_MISMATCH;
import static relais.finding.FindingCode.INTERCHANGE_COUNT_MISMATCH;
import static relais.finding.FindingCode.INTERCHANGE_TRAILER_MISSING;
import static relais.finding.FindingCode.SET_OUTSIDE_GROUP;
import static relais.finding.FindingCode.TRUNCATED_INTERCHANGE;

import java.util.ArrayList;
import java.util.List;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

/** Compares the trailer of a group or an interchange, the only segment in the tokens, with what was counted. */
record Trailers(Tokens tokens, long position) {

    /** That a group ends without its trailer, before the segment at an offset. */
    static Finding missingOfGroup(Standard standard, long position, long offset) {
        var tag = standard == Standard.X12 ? "GE" : "UNE";
        var where = Location.segment(tag, (int) position, offset);
        return Finding.error(GROUP_TRAILER_MISSING, where, "the functional group does not end with " + tag);
    }

    /** That an interchange ends without its trailer, at the end of the input or before what is at an offset. */
    static Finding missing(Standard standard, long position, long offset, boolean atEnd) {
        var tag = standard == Standard.X12 ? "IEA" : "UNZ";
        var where = Location.segment(tag, (int) position, offset);
        return atEnd
                ? Finding.error(TRUNCATED_INTERCHANGE, where, "the input ends before " + tag)
                : Finding.error(INTERCHANGE_TRAILER_MISSING, where, "the interchange does not end with " + tag);
    }

    /** @param setsOutside transaction sets that no group holds */
    record Counted(int groups, int sets, int setsOutside) {}

    List<Finding> group(OpenGroup open) {
        var findings = new ArrayList<>(open.findings);
        var number = open.header.map(Group::controlNumber).orElse("");
        if (isX12()) {
            count(findings, GROUP_COUNT_MISMATCH, "GE01", "transaction sets", open.sets);
            number(findings, GROUP_CONTROL_NUMBER_MISMATCH, "GE02", number);
        } else {
            count(findings, GROUP_COUNT_MISMATCH, "UNE 0060", "transaction sets", open.sets);
            number(findings, GROUP_CONTROL_NUMBER_MISMATCH, "UNE 0048", number);
            if (open.sets == 0)
                findings.add(Finding.warning(ENVELOPE_EMPTY, whole(), "the functional group holds no transaction set"));
        }
        return findings;
    }

    List<Finding> interchange(OpenInterchange open, Counted counted, boolean unterminated) {
        var findings = new ArrayList<Finding>();
        var number = open.header().controlNumber();
        if (isX12()) {
            count(findings, INTERCHANGE_COUNT_MISMATCH, "IEA01", "functional groups", counted.groups());
            number(findings, INTERCHANGE_CONTROL_NUMBER_MISMATCH, "IEA02", number);
        } else {
            count(
                    findings,
                    INTERCHANGE_COUNT_MISMATCH,
                    "UNZ 0036",
                    "groups or transaction sets",
                    counted.groups() > 0 ? counted.groups() : counted.sets());
            number(findings, INTERCHANGE_CONTROL_NUMBER_MISMATCH, "UNZ 0020", number);
        }
        contents(findings, counted);
        if (unterminated)
            findings.add(Finding.warning(TRUNCATED_INTERCHANGE, at(0), "the last segment lacks its terminator"));
        return findings;
    }

    /** X12 has every transaction set in a group; EDIFACT has all of them in groups or none. */
    private void contents(List<Finding> findings, Counted counted) {
        if (isX12() && counted.setsOutside() > 0)
            findings.add(Finding.error(SET_OUTSIDE_GROUP, whole(), outside(counted) + " outside any functional group"));
        if (isX12()) return;
        if (counted.setsOutside() > 0 && counted.groups() > 0)
            findings.add(Finding.warning(SET_OUTSIDE_GROUP, whole(), outside(counted) + " beside functional groups"));
        if (counted.sets() == 0 && counted.groups() == 0)
            findings.add(Finding.warning(ENVELOPE_EMPTY, whole(), "the interchange holds no transaction set"));
    }

    private static String outside(Counted counted) {
        return counted.setsOutside() + (counted.setsOutside() == 1 ? " transaction set" : " transaction sets");
    }

    private boolean isX12() {
        return tokens.syntax.standard == Standard.X12;
    }

    private void count(List<Finding> findings, FindingCode code, String name, String what, int counted) {
        var said = tokens.component(0, 1, 1, 1);
        if (Counts.parse(said) == counted) return;
        var text = name + " says " + said + " " + what + ", counted " + counted;
        findings.add(new Finding(code, Severity.ERROR, at(1), text, said));
    }

    private void number(List<Finding> findings, FindingCode code, String name, String header) {
        var said = tokens.component(0, 2, 1, 1);
        if (Counts.same(said.strip(), header)) return;
        findings.add(new Finding(code, Severity.ERROR, at(2), name + " says " + said + ", the header " + header, said));
    }

    private Location whole() {
        return Location.segment(tokens.tag(0), (int) position, tokens.offset(tokens.start(0)));
    }

    private Location at(int element) {
        var segment = new Segment(tokens, 0);
        var there = segment.location(element);
        return new Location(segment.tag(), (int) position, element, 0, 0, there.offset());
    }
}
