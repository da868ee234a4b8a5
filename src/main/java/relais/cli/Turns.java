package relais.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import relais.finding.Finding;

/**
 * Lets many files be read at once and reported as if it had been one after the other. The file whose turn it is reports at once; what is
 * found in later ones is kept until theirs comes, up to a limit for all of them together, where they wait.
 */
final class Turns {

    /** Characters in findings kept: with what else they hold, a few tens of megabytes at the most. */
    static final int KEPT_CHARACTERS_MAX = 1 << 22;

    private static final int CHARACTERS_BESIDES = 200;

    private final Report report;
    private final Progress progress;
    private final Tally total = new Tally();
    private final Deque<Turn> open = new ArrayDeque<>();
    private long kept;

    Turns(Report report, Progress progress) {
        this.report = report;
        this.progress = progress;
    }

    /** The turn after all those taken before. */
    synchronized Turn take(Source source) {
        var turn = new Turn(source);
        open.add(turn);
        return turn;
    }

    /** What was in all the files whose turn has ended. */
    synchronized Tally total() {
        return total;
    }

    /** One file's. */
    final class Turn {
        private final Source source;
        private final List<Finding> waiting = new ArrayList<>();
        private final Tally tally = new Tally();
        private Optional<String> problem = Optional.empty();
        private boolean ended;

        private Turn(Source source) {
            this.source = source;
        }

        Source source() {
            return source;
        }

        Tally tally() {
            return tally;
        }

        /** Reports findings, now or when the turn has come. */
        void found(List<Finding> findings) {
            if (findings.isEmpty()) return;
            for (var finding : findings) tally.count(finding);
            add(this, findings);
        }

        /** Nothing more will be found; {@code why} it could not be read, if so. */
        void end(Optional<String> why) {
            problem = why;
            if (why.isPresent()) tally.countUnread();
            else tally.countFile();
            pass(this);
        }
    }

    private synchronized void add(Turn turn, List<Finding> findings) {
        var size = size(findings);
        while (turn != open.peek() && kept > 0 && kept + size > KEPT_CHARACTERS_MAX) await();
        if (turn == open.peek()) {
            print(turn.source.name(), findings);
            return;
        }
        turn.waiting.addAll(findings);
        kept += size;
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an earlier file", e);
        }
    }

    private synchronized void pass(Turn turn) {
        turn.ended = true;
        while (!open.isEmpty() && open.peek().ended) {
            finish(open.remove());
            if (!open.isEmpty()) catchUp(open.peek());
        }
        notifyAll();
    }

    private void finish(Turn turn) {
        catchUp(turn);
        turn.problem.ifPresent(why -> progress.aside(() -> report.unread(turn.source.name(), why)));
        total.add(turn.tally);
    }

    private void catchUp(Turn turn) {
        print(turn.source.name(), turn.waiting);
        kept -= size(turn.waiting);
        turn.waiting.clear();
    }

    private void print(String file, List<Finding> findings) {
        if (findings.isEmpty()) return;
        progress.aside(() -> findings.forEach(finding -> report.finding(file, finding)));
    }

    private static long size(List<Finding> findings) {
        var size = 0L;
        for (var finding : findings)
            size += finding.text().length() + finding.value().length() + CHARACTERS_BESIDES;
        return size;
    }
}
