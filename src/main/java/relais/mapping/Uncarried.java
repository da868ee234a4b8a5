package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a document was not written, by asking of every value whether it was; so nothing is lost without a word, for whatever
 * reason a rule left it out.
 *
 * @param carried the JSON pointers of the values that were written
 * @param listed the paths that a mapping lists under {@code notCarried}, which are reported as a whole
 */
record Uncarried(Set<String> carried, Set<String> listed) {

    /** The places that hold something of which nothing was written, the outermost each. */
    List<String> of(Tree shape, Object document) {
        var places = new ArrayList<String>();
        for (var member : shape.members())
            if (!member.name().equals("partner"))
                places.addAll(places(member.shape(), member.of(document), "/" + member.name(), member.name()).lost);
        return places;
    }

    /** @param some whether anything inside was written */
    private record Found(boolean some, List<String> lost) {
        static final Found NOTHING = new Found(false, List.of());
    }

    private Found places(Shape shape, @Nullable Object value, String pointer, String path) {
        if (value instanceof Optional<?> maybe)
            return maybe.isEmpty() ? Found.NOTHING : places(((Shape.Maybe) shape).inner(), maybe.get(), pointer, path);
        if (value == null || shape.isEmpty(value) || listed.contains(path)) return Found.NOTHING;
        if (shape instanceof Shape.Many many) return items(many, (List<?>) value, pointer, path);
        if (shape instanceof Tree tree) return members(tree, value, pointer, path);
        return carried.contains(pointer) ? new Found(true, List.of()) : new Found(false, List.of(pointer));
    }

    private Found items(Shape.Many many, List<?> items, String pointer, String path) {
        var found = new ArrayList<Found>();
        for (var item : items) found.add(places(many.item(), item, pointer + "/" + found.size(), path));
        return new Found(
                found.stream().anyMatch(Found::some),
                found.stream().flatMap(each -> each.lost.stream()).toList());
    }

    private Found members(Tree tree, Object value, String pointer, String path) {
        var some = false;
        var lost = new ArrayList<String>();
        for (var member : tree.members()) {
            var inner =
                    places(member.shape(), member.of(value), pointer + "/" + member.name(), path + "." + member.name());
            some |= inner.some;
            lost.addAll(inner.lost);
        }
        return new Found(some, some || lost.isEmpty() ? lost : List.of(pointer));
    }
}
