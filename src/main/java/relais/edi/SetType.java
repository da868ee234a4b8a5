package relais.edi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The structure of one transaction set in one version. */
final class SetType {
    final String type;
    final String name;
    /** GS01 of the groups it travels in; empty in EDIFACT. */
    final String functionalId;

    final Dictionary dictionary;
    final Place root;
    /** All its places by their ids, the root first. */
    final Place[] places;
    /** Keys of all its segments. */
    final Set<Integer> keys;

    /** What the set states about itself, of segments that it has. */
    final List<Total> totals;

    SetType(String type, String name, String functionalId, Dictionary dictionary, Place root, List<Total> totals) {
        this.type = type;
        this.name = name;
        this.functionalId = functionalId;
        this.dictionary = dictionary;
        this.root = root;
        this.places = new Place[root.seal() + 1];
        if (places.length > Character.MAX_VALUE)
            throw new IllegalStateException(type + " has " + places.length + " places");
        this.keys = new HashSet<>();
        gather(root);
        var own = new ArrayList<>(totals);
        for (var total : totals) if (!keys.contains(total.counted())) own.remove(total);
        this.totals = List.copyOf(own);
    }

    private void gather(Place place) {
        places[place.id] = place;
        if (!place.isRoot()) keys.add(place.key);
        for (var child : place.children) gather(child);
    }
}
