package relais.cli;

import relais.edi.Event;
import relais.finding.Finding;

/** What was read, in numbers. */
final class Tally {

    private long files;
    private long unread;
    private long interchanges;
    private long sets;
    private long errors;
    private long warnings;

    void count(Event event) {
        if (event instanceof Event.InterchangeBegan) interchanges++;
        if (event instanceof Event.SetRead) sets++;
    }

    void count(Finding finding) {
        if (finding.isError()) errors++;
        else warnings++;
    }

    void countFile() {
        files++;
    }

    void countUnread() {
        unread++;
    }

    void add(Tally other) {
        files += other.files;
        unread += other.unread;
        interchanges += other.interchanges;
        sets += other.sets;
        errors += other.errors;
        warnings += other.warnings;
    }

    boolean hasErrors() {
        return errors > 0;
    }

    boolean hasUnread() {
        return unread > 0;
    }

    /** {@code 2 files, 2 interchanges, 3 transaction sets, 1.2 kB: 1 error, 2 warnings}. */
    String summary(long bytes, Terminal terminal) {
        var read = Figures.count(files, "file") + ", " + Figures.count(interchanges, "interchange") + ", "
                + Figures.count(sets, "transaction set") + ", " + Figures.bytes(bytes) + ": ";
        var found = errors == 0 ? terminal.green("no errors") : terminal.red(Figures.count(errors, "error"));
        var warned = warnings == 0 ? "" : ", " + terminal.yellow(Figures.count(warnings, "warning"));
        return read + found + warned + (unread == 0 ? "" : ", " + terminal.red(unread + " not read"));
    }
}
