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
        /** Bytes that mean nothing here; how many they are, {@link BinarySegment} judges. */
        BINARY
    }

    /** Whether one to eight bytes are certainly a number, a date or a time as this type asks for; what is not certain here is not wrong yet. */
    boolean holdsSurely(long packed, int length) {
        if (kind == Kind.DECIMAL) return isDecimal(packed, length);
        if (!EightBytes.isDigits(packed, length)) return false;
        if (kind == Kind.INTEGER) return true;
        return kind == Kind.DATE
                ? length == EightBytes.MAX && EightBytes.isDate(packed)
                : length == 4 && EightBytes.isTime(packed);
    }

    /** Digits with one decimal point at most, between two of them, which does not count as length. */
    private boolean isDecimal(long packed, int length) {
        var points = EightBytes.points(packed);
        if (points == 0) return EightBytes.isDigits(packed, length);
        return (points & points - 1) == 0
                && length > lengthMin
                && EightBytes.isInside(points, length)
                && EightBytes.isDigits(EightBytes.pointsAsZeros(packed, points), length);
    }
}
