package relais.edi;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Type;
import relais.finding.Finding;

/**
 * The acknowledgement owed for an interchange: a pure function of what came of it and of the policy agreed.
 *
 * @param type "997", "999", "CONTRL", "APERAK", or "TA1" when it holds nothing but a TA1
 * @param beforeGroups the TA1, if one is owed
 * @param sets one 997 or 999 for each functional group, one CONTRL, or an APERAK for each transaction set; control numbers count from
 *     0001 (1 in EDIFACT)
 * @param at the time of preparation, in the time zone the partner agreed on
 */
public record Acknowledgement(
        Interchange acknowledged,
        String type,
        List<OutgoingSegment> beforeGroups,
        List<OutgoingSet> sets,
        LocalDateTime at) {

    private static final String FIRST_RELEASE = "004010";

    public Acknowledgement {
        beforeGroups = List.copyOf(beforeGroups);
        sets = List.copyOf(sets);
    }

    /**
     * What is owed, if anything. Groups of acknowledgements are owed none, and so is an interchange that holds nothing else, unless its own
     * header asks for a TA1; and nobody can be answered whose header names no sender. A TA1 is owed when the header asks for one (ISA14) or something is wrong with the interchange itself.
     *
     * @param structures names the data elements (AK402) that the findings speak of
     */
    public static Optional<Acknowledgement> of(
            InterchangeOutcome outcome, AcknowledgementPolicy policy, Structures structures, LocalDateTime at) {
        if (policy.detail() == Detail.NONE || outcome.interchange().sender().isEmpty()) return Optional.empty();
        var weighed = policy.weigh(outcome);
        return switch (outcome.interchange().standard()) {
            case X12 -> x12(weighed, policy, structures, at);
            case EDIFACT -> edifact(weighed, policy, at);
        };
    }

    private static Optional<Acknowledgement> x12(
            InterchangeOutcome outcome, AcknowledgementPolicy policy, Structures structures, LocalDateTime at) {
        var ta1 = ta1(outcome, policy.type());
        var sets = new ArrayList<OutgoingSet>();
        var groups = policy.type() != Type.INTERCHANGE && policy.detail() != Detail.TECHNICAL && !outcome.rejected();
        if (groups) for (var group : outcome.groups()) functional(group, policy, structures, sets);
        if (ta1.isEmpty() && sets.isEmpty()) return Optional.empty();
        var type = sets.isEmpty() ? "TA1" : sets.get(0).type();
        return Optional.of(new Acknowledgement(outcome.interchange(), type, ta1, sets, at));
    }

    private static void functional(
            GroupOutcome outcome, AcknowledgementPolicy policy, Structures structures, List<OutgoingSet> sets) {
        if (outcome.group().isEmpty() || isAcknowledging(outcome)) return;
        var group = outcome.group().get();
        var segments = new FunctionalAcknowledgement(structures, group, policy).segments(outcome);
        var known = structures.find(Standard.X12, group.version(), "997").isPresent();
        var version = known ? group.version() : FIRST_RELEASE;
        sets.add(new OutgoingSet("997", version, "%04d".formatted(sets.size() + 1), segments));
    }

    private static boolean isAcknowledging(GroupOutcome outcome) {
        return outcome.group()
                        .filter(group -> group.functionalId().equals("FA"))
                        .isPresent()
                || (!outcome.sets().isEmpty()
                        && outcome.sets().stream().allMatch(set -> Answers.isAcknowledgement(set.type())));
    }

    private static List<OutgoingSegment> ta1(InterchangeOutcome outcome, Type type) {
        var header = outcome.interchange();
        var asked = header.acknowledgementRequested() || type == Type.INTERCHANGE;
        if (!asked && outcome.findings().isEmpty()) return List.of();
        var verdict = outcome.rejected() ? "R" : outcome.findings().isEmpty() ? "A" : "E";
        var note = outcome.findings().stream()
                .max(Comparator.comparing(Finding::severity))
                .map(Codes::ta105)
                .orElse("000");
        return List.of(OutgoingSegment.of("TA1", header.controlNumber(), header.date(), header.time(), verdict, note));
    }

    private static Optional<Acknowledgement> edifact(
            InterchangeOutcome outcome, AcknowledgementPolicy policy, LocalDateTime at) {
        var sets = outcome.groups().stream()
                .flatMap(group -> group.sets().stream())
                .toList();
        if (!sets.isEmpty() && sets.stream().allMatch(set -> Answers.isAcknowledgement(set.type())))
            return Optional.empty();
        var segments = new Contrl(outcome.interchange(), policy.detail()).segments(outcome);
        var version = outcome.interchange().version().endsWith(":4") ? "4:1:UN" : "D:3:UN";
        var set = new OutgoingSet("CONTRL", version, "1", segments);
        return Optional.of(new Acknowledgement(outcome.interchange(), "CONTRL", List.of(), List.of(set), at));
    }

    /** The way back: sender and receiver changed places, delimiters, version and test flag as the partner sent them. */
    public Envelope envelope(String interchangeControl, String groupControl) {
        var header = acknowledged;
        return new Envelope(
                header.standard(),
                header.delimiters(),
                header.version(),
                header.charset(),
                "",
                header.receiverQualifier(),
                header.receiver(),
                header.senderQualifier(),
                header.sender(),
                header.receiver(),
                header.sender(),
                interchangeControl,
                groupControl,
                at,
                false,
                header.test());
    }
}
