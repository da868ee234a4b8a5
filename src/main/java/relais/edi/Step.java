package relais.edi;

import java.util.List;

/**
 * Where the walk goes from a place when a segment comes: the first place ahead that takes it, if that is not full.
 *
 * @param key of the segment
 * @param passed the mandatory places between the two, which must have come by then
 */
record Step(int key, Place to, Place[] passed) {
    /** No segment takes this one. */
    static final Step NONE = new Step(-1, Place.root(), List.of());

    Step(int key, Place to, List<Place> passed) {
        this(key, to, passed.toArray(new Place[0]));
    }
}
