package relais.web;

/**
 * What an operator typed and the hub keeps for good.
 *
 * @param text on one line
 */
record KeptText(String text) {

    KeptText {
        text = text.strip().replaceAll("\\s+", " ");
    }

    boolean hasLength(int charactersMax) {
        return !text.isEmpty() && text.length() <= charactersMax;
    }

    /** Whether the database, and a page, can hold it. */
    boolean isPrintable() {
        return text.codePoints().noneMatch(KeptText::isUnprintable);
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
