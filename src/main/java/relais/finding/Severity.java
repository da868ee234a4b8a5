package relais.finding;

/** How much a {@link Finding} weighs: only {@link #ERROR} keeps a transaction set or a document from going on. */
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
