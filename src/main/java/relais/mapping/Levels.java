package relais.mapping;

import java.util.Arrays;

/** The loops that are open, by the rules they came under: {@code /PO1:2/N1[1=ST]}. */
final class Levels {

    /** Stands before the name of each loop. */
    static final char STEP = '/';

    private Rule[] rules = new Rule[8];
    private int[] items = new int[8];
    private int depth;
    private int item;

    /** Of the list that the rule entered next stands for. */
    void item(int number) {
        item = number;
    }

    void enter(Rule rule) {
        if (depth == rules.length) {
            rules = Arrays.copyOf(rules, depth * 2);
            items = Arrays.copyOf(items, depth * 2);
        }
        rules[depth] = rule;
        items[depth++] = item;
    }

    void leave() {
        depth--;
    }

    @Override
    public String toString() {
        var name = "";
        for (var i = 0; i < depth; i++) name = below(name, rules[i], items[i]);
        return name;
    }

    /** The name of the level that a rule begins inside of another. */
    static String below(String around, Rule rule, int item) {
        return around + STEP + rule.name() + (rule.isItem() ? ":" + item : "");
    }
}
