package relais.cli;

import relais.finding.Finding;

/** For people: a line for each finding, the summary below. */
final class TextReport implements Report {

    private final Terminal terminal;
    private final boolean quiet;

    /** @param quiet whether the summary is enough */
    TextReport(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public void begin() {
        // nothing comes before the first finding
    }

    @Override
    public void finding(String file, Finding finding) {
        if (quiet) return;
        terminal.out().println(FindingLines.line(file, finding, terminal));
        if (terminal.colours()) terminal.out().flush();
    }

    @Override
    public void unread(String file, String problem) {
        terminal.err().println("relais: " + problem);
    }

    @Override
    public void end(String summary) {
        terminal.out().println(summary);
    }
}
