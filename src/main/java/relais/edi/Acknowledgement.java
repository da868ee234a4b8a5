package relais.edi;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Type;
import relais.edi.FunctionalAcknowledgement.Form;

/**
 * The acknowledgement owed for an interchange: a pure function of what came of it and of the policy agreed.
 *
 * @param type "997", "999", "CONTRL", "APERAK", or "TA1" when it holds nothing but a TA1
 * @param beforeGroups the TA1, if one is owed
 * @param sets one 997 or 999 for each functional group, one CONTRL, or an APERAK for each transaction set; control numbers count from
 *     0001 (1 in EDIFACT)
 * @param back the way back, without control numbers: sender and receiver changed places; delimiters, version and test flag as the partner sent them
 */
public record Acknowledgement(
        Interchange acknowledged,
        String type,
        List<OutgoingSegment> beforeGroups,
        List<OutgoingSet> sets,
        Envelope back) {

    private static final String FIRST_RELEASE = "004010";
    private static final String IMPLEMENTATIONS = "005010";

    public Acknowledgement {
        beforeGroups = List.copyOf(beforeGroups);
        sets = List.copyOf(sets);
    }

    /**
     * What is owed, if anything. Groups of acknowledgements are owed none, and so is an interchange that holds nothing else, unless its own
     * header asks for a TA1; and nobody can be answered whose header names no sender or has no control number, which TA1 and UCI must repeat. A TA1 is owed when the header asks for one (ISA14) or something is wrong with the interchange itself.
     *
     * @param structures names the data elements (AK402) that the findings speak of
     * @param at the time of preparation, in the time zone the partner agreed on
     */
    public static Optional<Acknowledgement> of(
            InterchangeOutcome outcome, AcknowledgementPolicy policy, Structures structures, LocalDateTime at) {
        var header = outcome.interchange();
        if (policy.detail() == Detail.NONE
                || header.sender().isEmpty()
                || header.controlNumber().isEmpty()) return Optional.empty();
        var weighed = policy.weigh(outcome);
        return switch (header.standard()) {
            case X12 -> x12(weighed, policy, structures, at);
            case EDIFACT -> edifact(weighed, policy, structures, at);
        };
    }

    private static Optional<Acknowledgement> x12(
            InterchangeOutcome outcome, AcknowledgementPolicy policy, Structures structures, LocalDateTime at) {
        var ta1 = new Ta1(outcome).segments(policy.type());
        var groups = policy.type() == Type.INTERCHANGE || policy.detail() == Detail.TECHNICAL || outcome.rejected()
                ? List.<GroupOutcome>of()
                : outcome.groups().stream().filter(Acknowledgement::isOwed).toList();
        if (ta1.isEmpty() && groups.isEmpty()) return Optional.empty();
        var back = Envelope.back(outcome.interchange(), at);
        if (groups.isEmpty())
            return Optional.of(new Acknowledgement(outcome.interchange(), "TA1", ta1, List.of(), back));
        var form = form(groups, policy.type(), structures, back.delimiters());
        var sets = new ArrayList<OutgoingSet>();
        for (var group : groups) {
            var segments = new FunctionalAcknowledgement(form, header(group), policy.detail()).segments(group);
            sets.add(new OutgoingSet(form.type(), form.version(), "%04d".formatted(sets.size() + 1), segments));
        }
        var first = header(groups.get(0));
        return Optional.of(new Acknowledgement(
                outcome.interchange(), form.type(), ta1, sets, back.between(first.receiver(), first.sender())));
    }

    private static Group header(GroupOutcome outcome) {
        return outcome.group().orElseThrow();
    }

    /** Whether a group is acknowledged: one that holds acknowledgements is not. */
    static boolean isOwed(GroupOutcome outcome) {
        return outcome.group()
                        .filter(group -> !group.functionalId().equals("FA"))
                        .isPresent()
                && (outcome.sets().isEmpty()
                        || outcome.sets().stream().anyMatch(set -> !Answers.isAcknowledgement(set.type())));
    }

    /** One acknowledgement answers all groups, in the earliest of their versions that is known; a 999 only where all of them have it. */
    private static Form form(List<GroupOutcome> groups, Type agreed, Structures structures, Delimiters delimiters) {
        var version = groups.stream()
                .map(group -> answered(header(group).version(), structures))
                .min(Comparator.comparing((String name) -> release(name)))
                .orElse(FIRST_RELEASE);
        var implementation = agreed == Type.IMPLEMENTATION && release(version).compareTo(IMPLEMENTATIONS) >= 0;
        return new Form(structures, implementation ? "999" : "997", version, delimiters);
    }

    /** The group's version, but of an implementation guide (005010X222A1) only the release: the guide is about other sets. */
    private static String answered(String version, Structures structures) {
        if (structures.find(Standard.X12, version, "997").isEmpty()) return FIRST_RELEASE;
        return version.startsWith("X", FIRST_RELEASE.length()) ? release(version) : version;
    }

    private static String release(String version) {
        return version.substring(0, FIRST_RELEASE.length());
    }

    private static Optional<Acknowledgement> edifact(
            InterchangeOutcome outcome, AcknowledgementPolicy policy, Structures structures, LocalDateTime at) {
        var all = sets(outcome).toList();
        if (!all.isEmpty() && all.stream().allMatch(set -> Answers.isAcknowledgement(set.type())))
            return Optional.empty();
        var interchange = outcome.interchange();
        var back = Envelope.back(interchange, at);
        if (policy.type() == Type.APPLICATION && policy.detail() != Detail.TECHNICAL && !outcome.rejected()) {
            var sets = new Aperak(interchange, policy.detail(), structures, at).sets(outcome);
            if (sets.isEmpty()) return Optional.empty();
            return Optional.of(new Acknowledgement(interchange, "APERAK", List.of(), sets, back));
        }
        var set = new Contrl(interchange, policy.detail()).set(outcome);
        return Optional.of(new Acknowledgement(interchange, "CONTRL", List.of(), List.of(set), back));
    }

    private static Stream<SetOutcome> sets(InterchangeOutcome outcome) {
        return outcome.groups().stream().flatMap(group -> group.sets().stream());
    }

    /** The envelope to write it in, under control numbers of its own; the group's is ignored in EDIFACT. */
    public Envelope envelope(String interchangeControl, String groupControl) {
        return back.numbered(interchangeControl, groupControl);
    }
}
