package relais.edi;

/**
 * Which characters of ASCII a syntax identifier allows: levels A and B leave some out, all others have every one.
 *
 * @see "ISO 9735:1988, annex A; ISO 9735-1:2002, annex B"
 */
enum Repertoire {
    /** UNOA: capital letters, digits and the marks below. */
    LEVEL_A,
    /** UNOB: small letters, too. */
    LEVEL_B,
    EVERY;

    private static final String MARKS = " .,-()/='+:?!\"%&*;<>";

    static Repertoire of(String syntaxIdentifier) {
        return switch (syntaxIdentifier) {
            case "UNOA" -> LEVEL_A;
            case "UNOB" -> LEVEL_B;
            default -> EVERY;
        };
    }

    /** Whether a printable character of ASCII belongs to it. */
    boolean has(char c) {
        if (this == EVERY || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || MARKS.indexOf(c) >= 0) return true;
        return this == LEVEL_B && c >= 'a' && c <= 'z';
    }
}
