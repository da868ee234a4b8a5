package relais.edi;

import java.util.Set;

/** The structure of one transaction set in one version. */
final class SetType {
    final String type;
    final String name;
    /** GS01 of the groups it travels in; empty in EDIFACT. */
    final String functionalId;

    final Dictionary dictionary;
    final Place root;
    /** How many places there are, the root included. */
    final int places;
    /** Keys of all its segments. */
    final Set<Integer> keys;

    SetType(String type, String name, String functionalId, Dictionary dictionary, Place root) {
        this.type = type;
        this.name = name;
        this.functionalId = functionalId;
        this.dictionary = dictionary;
        this.root = root;
        this.places = root.seal() + 1;
        this.keys = new java.util.HashSet<>();
        gather(root);
    }

    private void gather(Place place) {
        if (!place.isRoot()) keys.add(place.key);
        for (var child : place.children) gather(child);
    }
}
