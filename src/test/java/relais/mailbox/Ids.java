package relais.mailbox;

import java.util.UUID;
import java.util.function.Supplier;
import relais.Database;

/** One count for all tests of a JVM, so that ids never meet. */
final class Ids {

    private static final Supplier<UUID> IDS = Database.ids();

    private Ids() {}

    static Supplier<UUID> supplier() {
        return IDS;
    }

    static UUID next() {
        return IDS.get();
    }
}
