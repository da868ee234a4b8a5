package relais.mapping;

import java.util.ArrayList;
import java.util.List;

/** The loops that are open, by the rules they came under: {@code /PO1:2/N1[1=ST]}. */
final class Levels {

    /** Stands between the name of a level and the rule that something stood behind. */
    static final String AFTER = " after ";

    private final List<Rule> open = new ArrayList<>();
    private final List<Integer> items = new ArrayList<>();
    private int item;

    /** Of the list that the rule entered next stands for. */
    void item(int number) {
        item = number;
    }

    void enter(Rule rule) {
        open.add(rule);
        items.add(item);
    }

    void leave() {
        open.remove(open.size() - 1);
        items.remove(items.size() - 1);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var i = 0; i < open.size(); i++) {
            text.append('/').append(open.get(i).name());
            if (open.get(i).isItem()) text.append(':').append(items.get(i));
        }
        return text.toString();
    }
}
