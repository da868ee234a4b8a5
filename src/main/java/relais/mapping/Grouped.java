package relais.mapping;

import java.util.List;
import relais.edi.Segment;

/**
 * A list in one segment: groups of elements, one for each item.
 *
 * @param groups the fields of each
 */
record Grouped(Path list, Tree item, List<List<Field>> groups) implements Field {

    @Override
    public void read(Segment segment, Draft into, ReadingRun run) {
        for (var group : groups) {
            var draft = new Draft(item);
            for (var field : group) field.read(segment, draft, run);
            if (draft.isEmpty()) continue;
            list.list(into).add(draft);
            run.complete(item, draft, segment.location(), list + ": ");
        }
    }

    @Override
    public boolean write(Object from, Elements into, WritingRun run) {
        var items = list.items(from);
        for (var i = 0; i < Math.min(items.size(), groups.size()); i++)
            for (var field : groups.get(i)) field.write(items.get(i), into, run);
        if (items.size() > groups.size()) run.notCarried(list, "only the first " + groups.size());
        return !items.isEmpty();
    }
}
