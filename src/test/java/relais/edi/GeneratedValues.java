package relais.edi;

import java.util.Random;

/** Values that an element's type allows, of random length and from random codes. */
final class GeneratedValues {
    private static final int TEXT_MAX = 12;

    private final Random random;
    private final String alphabet;

    /** @param alphabet the characters of texts and of codes without a list; no blank among them */
    GeneratedValues(Random random, String alphabet) {
        this.random = random;
        this.alphabet = alphabet;
    }

    String value(ElementType type) {
        return switch (type.kind()) {
            case TEXT, BINARY -> text(length(type, TEXT_MAX));
            case CODE -> type.codes().isOpen() ? text(length(type, TEXT_MAX)) : code(type);
            case INTEGER -> (random.nextInt(8) == 0 ? "-" : "") + digits(length(type, 9));
            case DECIMAL -> decimal(length(type, 9));
            case DATE -> date(type.lengthMax() == 6 ? "yyMMdd" : "yyyyMMdd");
            case TIME -> time(type.lengthMax());
        };
    }

    /** Mostly short, now and then the least or the greatest length allowed. */
    private int length(ElementType type, int usualMax) {
        var min = Math.max(1, type.lengthMin());
        return switch (random.nextInt(10)) {
            case 0 -> min;
            case 1 -> Math.max(min, Math.min(type.lengthMax(), 80));
            default -> min + random.nextInt(Math.max(1, Math.min(type.lengthMax(), usualMax) - min + 1));
        };
    }

    /** Blanks stand inside only, where every reader keeps them. */
    String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            var inside = i > 0 && i < length - 1;
            text.append(inside && random.nextInt(6) == 0 ? ' ' : alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private String code(ElementType type) {
        var codes = type.codes().codes();
        return codes.get(random.nextInt(codes.size()));
    }

    private String digits(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append((char) ('0' + random.nextInt(10)));
        return text.toString();
    }

    private String decimal(int digits) {
        var text = new StringBuilder(digits(digits));
        if (digits > 1 && random.nextBoolean()) text.insert(1 + random.nextInt(digits - 1), '.');
        return (random.nextInt(8) == 0 ? "-" : "") + text;
    }

    /** A day that exists, written as a pattern of yy, yyyy, MM, dd, HH, mm and ss says. */
    String date(String pattern) {
        var year = 2000 + random.nextInt(30);
        return pattern.replace("yyyy", String.valueOf(year))
                .replace("yy", two(year % 100))
                .replace("MM", two(1 + random.nextInt(12)))
                .replace("dd", two(1 + random.nextInt(28)))
                .replace("HH", two(random.nextInt(24)))
                .replace("mm", two(random.nextInt(60)))
                .replace("ss", two(random.nextInt(60)));
    }

    private String time(int lengthMax) {
        if (lengthMax < 6 || random.nextBoolean()) return date("HHmm");
        return date("HHmmss") + (lengthMax < 8 || random.nextBoolean() ? "" : digits(2));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
