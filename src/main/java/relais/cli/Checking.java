package relais.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.ExitCode;
import relais.edi.Event;
import relais.edi.Structures;

/** Reads any number of files, several at once, each from its beginning to its end on one thread. */
final class Checking {

    /** How many files to read at once if nobody says. */
    static final int CORES = Runtime.getRuntime().availableProcessors();

    private static final long WORTH_A_RATE_BYTES = 1_000_000;

    private final Structures structures = Structures.bundled();
    private final Terminal terminal;
    private final Progress progress;
    private final Turns turns;
    private final List<Source> sources;
    private int next;

    private Checking(List<Source> sources, Progress progress, Turns turns, Terminal terminal) {
        this.sources = sources;
        this.progress = progress;
        this.turns = turns;
        this.terminal = terminal;
    }

    /**
     * Checks files, folders and standard input.
     *
     * @param jobs how many files to read at once
     * @return the exit code
     */
    static int check(List<String> names, int jobs, Report report, Terminal terminal) {
        var sources = Sources.of(names, terminal);
        report.begin();
        var progress = Progress.of(sources, terminal);
        var turns = new Turns(report, progress);
        try (progress) {
            new Checking(sources, progress, turns, terminal).run(jobs);
        }
        var tally = turns.total();
        report.end(tally.summary(progress.bytes(), terminal) + rate(progress));
        if (tally.hasUnread()) return ExitCode.USAGE;
        return tally.hasErrors() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /** A small file takes as long as it takes to begin. */
    private static String rate(Progress progress) {
        if (progress.bytes() < WORTH_A_RATE_BYTES) return "";
        return " (" + Figures.rate(progress.bytes(), progress.nanos()) + ")";
    }

    private void run(int jobs) {
        var workers = Math.min(jobs, sources.size());
        if (workers <= 1) work();
        else run(Executors.newFixedThreadPool(workers), workers);
    }

    private void run(ExecutorService threads, int workers) {
        var running = new ArrayList<Future<?>>();
        try {
            for (var worker = 0; worker < workers; worker++) running.add(threads.submit(this::work));
            for (var each : running) each.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a file could not be checked to its end", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void work() {
        for (var turn = nextTurn(); turn.isPresent(); turn = nextTurn()) check(turn.get());
    }

    /** The next file and its turn, both in one step: turns are in the order of the files. */
    private synchronized Optional<Turns.Turn> nextTurn() {
        return next == sources.size() ? Optional.empty() : Optional.of(turns.take(sources.get(next++)));
    }

    /** A turn always ends, whatever happens, or all later ones would wait for ever. */
    private void check(Turns.Turn turn) {
        var problem = Optional.of("an error within Relais kept it from being read");
        try {
            read(turn);
            problem = Optional.empty();
        } catch (CannotRead e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        } finally {
            turn.end(problem);
        }
    }

    private void read(Turns.Turn turn) {
        try (var input = Input.open(turn.source(), terminal, structures, progress::read)) {
            for (var event = input.next(); !(event instanceof Event.EndOfInput); event = input.next()) {
                turn.tally().count(event);
                turn.found(event.findings());
            }
        }
    }
}
