package relais.mapping;

import java.util.ArrayDeque;
import java.util.Deque;

/** The loops that are open, by the rules they came under: {@code /PO1:2/N1[1=ST]}. */
final class Levels {

    /** Stands between the name of a level and the rule that something stood behind. */
    static final String AFTER = " after ";

    private final Deque<String> open = new ArrayDeque<>();
    private int item;

    /** Of the list that the rule entered next stands for. */
    void item(int number) {
        item = number;
    }

    void enter(Rule rule) {
        open.addLast(rule.isItem() ? rule.name() + ":" + item : rule.name());
    }

    void leave() {
        open.removeLast();
    }

    @Override
    public String toString() {
        return open.isEmpty() ? "" : "/" + String.join("/", open);
    }
}
