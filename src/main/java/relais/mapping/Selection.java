package relais.mapping;

import java.util.List;

/**
 * Which items of a list a rule speaks of: {@code [name=colour]} those with one of these texts, {@code [!name=colour]} all others,
 * {@code [issuedOn]} those that have it, {@code [!issuedOn]} those that have not.
 *
 * @param texts canonical; empty when any text will do
 */
record Selection(Path path, Leaf leaf, boolean wanted, List<String> texts) {

    boolean takes(Object item) {
        var value = path.get(item);
        return wanted == (value != null && (texts.isEmpty() || texts.contains(Leaf.text(value))));
    }

    /** Gives an item that was read what its rule is chosen by, unless it says so itself. */
    void complete(Draft item) {
        if (wanted && !texts.isEmpty()) path.set(item, leaf.read(texts.get(0)));
    }
}
