package relais.edi;

import relais.finding.Findings;

/** Thrown instead of writing what a reader would reject; the findings' offsets count in the bytes that were not sent. */
public final class Unwritable extends RuntimeException {
    private final transient Findings findings;

    Unwritable(String message, Findings findings) {
        super(message);
        this.findings = findings;
    }

    public Findings findings() {
        return findings;
    }
}
