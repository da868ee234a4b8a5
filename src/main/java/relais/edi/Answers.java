package relais.edi;

import java.util.List;
import java.util.Set;

/** Reads what acknowledgements say. */
final class Answers {
    private static final Set<String> ACKNOWLEDGEMENTS = Set.of("997", "999", "CONTRL", "APERAK");

    private Answers() {}

    static boolean isAcknowledgement(String type) {
        return ACKNOWLEDGEMENTS.contains(type);
    }

    static List<Answer> read(TransactionSet set) {
        throw new UnsupportedOperationException(set.type());
    }
}
