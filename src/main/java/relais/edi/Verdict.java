package relais.edi;

/** What an acknowledgement says about what was sent. */
public enum Verdict {
    ACCEPTED,
    ACCEPTED_WITH_ERRORS,
    REJECTED
}
