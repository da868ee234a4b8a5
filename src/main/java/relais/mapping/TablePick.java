package relais.mapping;

import org.jspecify.annotations.Nullable;

/** The item of a list that one of its values tells from the others: {@code prices[kind=NET]}. */
record TablePick(Path list, Tree item, Member member, Object value) {

    /** The first such item; null when there is none. */
    @Nullable
    Object find(Object from) {
        for (var each : list.items(from)) if (value.equals(member.of(each))) return each;
        return null;
    }

    /** The item, made when there is none. */
    Draft draft(Draft into) {
        if (find(into) instanceof Draft known) return known;
        var made = new Draft(item);
        made.set(member.index(), value);
        list.list(into).add(made);
        return made;
    }

    @Override
    public String toString() {
        return list + "[" + member.name() + "=" + Leaf.text(value) + "]";
    }
}
