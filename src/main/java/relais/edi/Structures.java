package relais.edi;

/**
 * The structure of every transaction set known: X12 from our own dictionary, EDIFACT from the published directories on the class
 * path. Loaded on first use, kept, safe for many threads.
 */
public final class Structures {

    private Structures() {}

    /** Everything on the class path. */
    public static Structures bundled() {
        return new Structures();
    }
}
