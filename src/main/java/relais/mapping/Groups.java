package relais.mapping;

import java.util.List;
import relais.edi.Segment;

/**
 * Items of a list that stand side by side in one segment: X12 RCD has room for five quantities, each with its unit and condition.
 *
 * @param groups for each item there is room for, what its elements hold
 * @param shape of an item
 */
record Groups(List<List<Field>> groups, Path path, Tree shape) implements Field {

    @Override
    public List<Path> sources() {
        return List.of(path);
    }

    @Override
    public void read(Segment segment, Draft into, ReadingRun run) {
        run.enter(into);
        for (var group : groups) {
            var item = new Draft(shape);
            for (var field : group) field.read(segment, item, run);
            if (!item.isEmpty()) add(item, segment, into, run);
        }
        run.leave();
    }

    private void add(Draft item, Segment segment, Draft into, ReadingRun run) {
        var list = path.list(into);
        list.add(item);
        run.item(shape, item, segment, path, list.size());
    }

    @Override
    public boolean write(Object from, Elements into, WritingRun run) {
        var items = path.items(from);
        for (var i = 0; i < Math.min(items.size(), groups.size()); i++) {
            run.enter(path, i, from);
            for (var field : groups.get(i)) field.write(items.get(i), into, run);
            run.leave();
        }
        if (items.size() > groups.size())
            run.notCarried(path, "only the first " + groups.size() + " of " + items.size());
        return !items.isEmpty();
    }
}
