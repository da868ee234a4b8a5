package relais.edi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Severity;

/**
 * What a partner and we agreed on about acknowledging: with which transaction set, how much it says, and how errors weigh.
 *
 * @param type a type that the interchange's standard does not have gives way to the usual one: 997 or CONTRL
 */
public record AcknowledgementPolicy(Type type, Detail detail, Weighing weighing) {

    public static final AcknowledgementPolicy NONE = of(Detail.NONE);
    public static final AcknowledgementPolicy TECHNICAL = of(Detail.TECHNICAL);
    public static final AcknowledgementPolicy GROUP = of(Detail.GROUP);
    public static final AcknowledgementPolicy DETAIL = of(Detail.DETAIL);

    /** The usual type, 997 or CONTRL, in which errors reject. */
    public static AcknowledgementPolicy of(Detail detail) {
        return new AcknowledgementPolicy(Type.FUNCTIONAL, detail, Weighing.REJECT);
    }

    public AcknowledgementPolicy with(Type other) {
        return new AcknowledgementPolicy(other, detail, weighing);
    }

    public AcknowledgementPolicy with(Weighing other) {
        return new AcknowledgementPolicy(type, detail, other);
    }

    /** What answers. A TA1 comes along with a 997 or 999 whenever one is owed, so it is a type only where nothing else shall come. */
    public enum Type {
        /** 997. */
        FUNCTIONAL("997"),
        /** 999, which X12 has from 005010 on; to earlier releases the answer is a 997. */
        IMPLEMENTATION("999"),
        /** A TA1 for every X12 interchange, and nothing else. */
        INTERCHANGE("TA1"),
        /** CONTRL. */
        SYNTAX("CONTRL"),
        /** An APERAK for each transaction set; an interchange that is rejected whole, or answered technically only, gets a CONTRL. */
        APPLICATION("APERAK");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** "997", "999", "TA1", "CONTRL", "APERAK". */
        public String text() {
            return text;
        }

        /** The type of this name in upper or lower case; empty when there is none. */
        public static Optional<Type> named(String name) {
            var upper = name.toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(type -> type.text.equals(upper))
                    .findFirst();
        }
    }

    /** How much is said. */
    public enum Detail {
        /** Nothing is ever sent. */
        NONE,
        /** The interchange only: TA1, or a CONTRL without UCM. */
        TECHNICAL,
        /** The functional groups: AK1 and AK9; in EDIFACT a UCM or an APERAK for rejected transaction sets only. */
        GROUP,
        /** Every transaction set, segment and element that is wrong. */
        DETAIL
    }

    /** What an error in a transaction set does to it. Whatever it does, a set that did not come whole, came twice or is not agreed on stays rejected. */
    public enum Weighing {
        /** The set is accepted, and the error is not told. */
        ACCEPT,
        /** The set is accepted, and the error is told. */
        NOTE,
        /** The set is rejected. */
        REJECT;

        private static final Set<FindingCode> ALWAYS = Set.of(
                FindingCode.SET_TRAILER_MISSING,
                FindingCode.SET_CONTROL_NUMBER_REUSED,
                FindingCode.DOCUMENT_NOT_AGREED,
                FindingCode.SEGMENT_TOO_LONG,
                FindingCode.LIMIT_REACHED,
                FindingCode.INTERNAL_ERROR);

        /** The findings on one transaction set as they count: where errors do not reject they are warnings. */
        public List<Finding> weigh(List<Finding> findings) {
            return switch (this) {
                case ACCEPT, NOTE -> findings.stream().map(Weighing::note).toList();
                case REJECT -> findings;
            };
        }

        /** What of them is told. */
        private List<Finding> told(List<Finding> findings) {
            return switch (this) {
                case ACCEPT -> findings.stream().filter(Weighing::rejects).toList();
                case NOTE, REJECT -> weigh(findings);
            };
        }

        private static boolean rejects(Finding finding) {
            return finding.isError() && ALWAYS.contains(finding.code());
        }

        private static Finding note(Finding finding) {
            if (!finding.isError() || rejects(finding)) return finding;
            return new Finding(finding.code(), Severity.WARNING, finding.location(), finding.text(), finding.value());
        }
    }

    /** The outcome as its acknowledgement tells it. */
    InterchangeOutcome weigh(InterchangeOutcome outcome) {
        if (weighing == Weighing.REJECT) return outcome;
        var groups = outcome.groups().stream().map(this::weigh).toList();
        return new InterchangeOutcome(outcome.interchange(), groups, outcome.findings());
    }

    private GroupOutcome weigh(GroupOutcome group) {
        var sets = group.sets().stream()
                .map(set -> set.with(weighing.told(set.findings())))
                .toList();
        return new GroupOutcome(group.group(), group.setsSaid(), sets, group.findings());
    }
}
