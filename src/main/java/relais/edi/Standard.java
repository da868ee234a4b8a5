package relais.edi;

/** The two families of syntax: ASC X12 and UN/EDIFACT (ISO 9735). */
public enum Standard {
    X12,
    EDIFACT
}
