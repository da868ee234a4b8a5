package relais.cli;

/** A file that is not there or cannot be read; the message is one line that names it. */
final class CannotRead extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotRead(String file, String why) {
        super("cannot read " + file + ": " + why);
    }
}
