package relais.edi;

import relais.finding.Finding;
import relais.finding.Findings;

/** Thrown instead of writing what a reader would reject; the findings, one at least, count offsets in the bytes that were not sent. */
public final class Unwritable extends RuntimeException {
    private final transient Findings findings;

    /** @param findings errors, one at least */
    Unwritable(Findings findings) {
        super(findings.list().get(0) + more(findings.list().size() - 1));
        this.findings = findings;
    }

    Unwritable(Finding finding) {
        this(Findings.of(finding));
    }

    private static String more(int others) {
        return others == 0 ? "" : " and " + others + " more";
    }

    public Findings findings() {
        return findings;
    }
}
