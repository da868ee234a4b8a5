package relais.embedded;

/** The hub cannot start as it is set up; the text says in one line what to change. */
final class CannotStart extends RuntimeException {

    CannotStart(String text) {
        super(text);
    }
}
