package relais.channel;

import java.util.Optional;

/** What is said about an exception in logs and tables. */
final class Failures {

    private static final int CHARACTERS_MAX = 500;

    private Failures() {}

    /** One line: the innermost cause, its kind and its first line of text. */
    static String line(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
        var text =
                Optional.ofNullable(cause.getMessage()).flatMap(m -> m.lines().findFirst());
        var line = cause.getClass().getSimpleName() + text.map(t -> ": " + t).orElse("");
        return line.length() <= CHARACTERS_MAX ? line : line.substring(0, CHARACTERS_MAX);
    }
}
