package relais.proof;

/** Something that ought to prove a thing and does not; the message says in words what does not fit. */
public final class NotProven extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotProven(String whatDoesNotFit) {
        super(whatDoesNotFit);
    }
}
