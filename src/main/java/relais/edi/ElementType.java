package relais.edi;

/**
 * A data element of a standard.
 *
 * @param id its number: "355", "6060"
 * @param lengthMin characters; sign and decimal mark of numbers are not counted
 * @param decimals implied decimals of X12 type Nn
 */
record ElementType(String id, String name, Kind kind, int lengthMin, int lengthMax, int decimals, CodeSet codes) {

    enum Kind {
        /** Any text. */
        TEXT,
        /** A code: text without a space at either end, in the code list when there is one. */
        CODE,
        /** Digits, with a minus sign in front at most. */
        INTEGER,
        /** Digits with a sign and a decimal mark, in X12 with an exponent. */
        DECIMAL,
        /** {@code yyMMdd} or {@code yyyyMMdd}. */
        DATE,
        /** {@code HHmm}, then seconds and parts of seconds. */
        TIME,
        /** Bytes that mean nothing here. */
        BINARY
    }
}
