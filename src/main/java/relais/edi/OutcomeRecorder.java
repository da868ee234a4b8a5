package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.finding.Finding;

/**
 * Gathers the events of one interchange, from {@link Event.InterchangeBegan} on, into its {@link InterchangeOutcome}; goes on from one
 * that was stored half-way.
 */
public final class OutcomeRecorder {
    private final Interchange interchange;
    private final List<GroupOutcome> groups = new ArrayList<>();
    private final List<SetOutcome> sets = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Group> group = Optional.empty();
    private boolean groupOpen;

    public OutcomeRecorder(Interchange interchange) {
        this.interchange = interchange;
    }

    /**
     * Goes on where an earlier recorder's {@link #outcome()} was taken.
     *
     * @param groupOpen whether its last group had not ended yet
     */
    public OutcomeRecorder(InterchangeOutcome soFar, boolean groupOpen) {
        this.interchange = soFar.interchange();
        this.groups.addAll(soFar.groups());
        this.findings.addAll(soFar.findings());
        if (!groupOpen || groups.isEmpty()) return;
        var last = groups.remove(groups.size() - 1);
        this.group = last.group();
        this.sets.addAll(last.sets());
        this.groupOpen = true;
    }

    /** Takes in the next event; those of no interest for the outcome pass. */
    public void record(Event event) {
        if (event instanceof Event.InterchangeBegan began) findings.addAll(began.findings());
        else if (event instanceof Event.GroupBegan began) begin(Optional.of(began.group()));
        else if (event instanceof Event.SetRead read) record(SetOutcome.of(read.set()));
        else if (event instanceof Event.GroupEnded ended) close(ended.setsSaid(), ended.findings());
        else if (event instanceof Event.InterchangeEnded ended) end(ended.findings());
        else if (event instanceof Event.InterchangeAnswered answered) findings.addAll(answered.findings());
        else if (event instanceof Event.Unreadable unreadable) findings.addAll(unreadable.findings());
    }

    /** Takes in a transaction set whose findings were added to by later steps. */
    public void record(SetOutcome set) {
        if (!groupOpen) begin(Optional.empty());
        sets.add(set);
    }

    /** What is known so far; final after {@link Event.InterchangeEnded}. */
    public InterchangeOutcome outcome() {
        var all = new ArrayList<>(groups);
        if (groupOpen) all.add(new GroupOutcome(group, -1, sets, List.of()));
        return new InterchangeOutcome(interchange, all, findings);
    }

    /** Whether a group is open: stored beside {@link #outcome()} to go on from it. */
    public boolean groupOpen() {
        return groupOpen;
    }

    private void begin(Optional<Group> next) {
        if (groupOpen) close(-1, List.of());
        group = next;
        groupOpen = true;
    }

    private void close(int setsSaid, List<Finding> groupFindings) {
        groups.add(new GroupOutcome(group, setsSaid, sets, groupFindings));
        sets.clear();
        groupOpen = false;
    }

    private void end(List<Finding> envelopeFindings) {
        if (groupOpen) close(-1, List.of());
        findings.addAll(envelopeFindings);
    }
}
