package relais.yaml;

import java.util.stream.Collectors;
import relais.finding.Findings;

/** Thrown at start when files of our own are wrong: all of their findings at once, one a line. */
public final class InvalidFiles extends RuntimeException {

    private final transient Findings findings;

    public InvalidFiles(Findings findings) {
        super(findings.stream()
                .map(finding -> finding.location() + ": " + finding.text())
                .collect(Collectors.joining("\n")));
        this.findings = findings;
    }

    public Findings findings() {
        return findings;
    }
}
