package relais.edi;

import java.util.List;

/** Where the walk goes from a place when a segment comes: the first place ahead that takes it, if that is not full. */
final class Step {
    private static final Shape NO_SHAPE = Shape.none();
    /** No segment takes this one. */
    static final Step NONE = new Step(-1, Place.root(), List.of());

    /** Of the segment. */
    final int key;

    final Place to;
    /** The mandatory places between the two, which must have come by then. */
    final Place[] passed;
    /** The segment's own place: of a loop, its trigger. */
    final Place place;
    /** That of the segment which came last; an immutable shape may be seen late by another thread, which then looks for its own. */
    private final Shape[] last = {NO_SHAPE};

    Step(int key, Place to, List<Place> passed) {
        this.key = key;
        this.to = to;
        this.passed = passed.toArray(new Place[0]);
        this.place = to.loop && !to.isRoot() ? to.children[0] : to;
    }

    /** The shape that a number stands for in a segment at this step's place. */
    Shape shape(long number) {
        var shape = last[0];
        return shape.number == number ? shape : another(number);
    }

    private Shape another(long number) {
        return last[0] = place.type.shape(number);
    }
}
