package relais.rules;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import relais.document.Item;
import relais.document.Quantity;
import relais.finding.FindingCode;

/** The lines of a document and where they stand in it. */
record LineRules<L>(String pointer, List<L> lines) {

    /** Hands over each line with its JSON pointer. */
    void each(BiConsumer<L, String> check) {
        for (var i = 0; i < lines.size(); i++) check.accept(lines.get(i), pointer + "/" + i);
    }

    /** There is a line, and no two share a number: later documents refer to lines by it. */
    void checkNumbers(Function<L, Integer> number, Violations violations) {
        violations.unless(!lines.isEmpty(), FindingCode.RULE_VIOLATED, pointer, () -> "there are no lines");
        var first = new HashMap<Integer, String>();
        each((line, at) -> {
            var earlier = first.putIfAbsent(number.apply(line), at);
            violations.unless(
                    earlier == null,
                    FindingCode.RULE_VIOLATED,
                    at + "/lineNumber",
                    () -> "line number " + number.apply(line) + " is taken by " + earlier);
        });
    }

    static void item(Item item, String at, Violations violations) {
        violations.unless(
                !(item.gtin() + item.sellerCode() + item.buyerCode()).isBlank(),
                FindingCode.VALUE_MISSING,
                at + "/item",
                () -> "the item has no GTIN and no article number");
        violations.unless(
                item.gtin().isEmpty() || Gtin.isValid(item.gtin()),
                FindingCode.VALUE_INVALID,
                at + "/item/gtin",
                () -> item.gtin() + " is no GTIN: 8, 12, 13 or 14 digits, the last of them the check digit"
                        + Gtin.hint(item.gtin()));
    }

    static void positive(Quantity quantity, String at, Violations violations) {
        violations.unless(
                quantity.value().signum() > 0,
                FindingCode.RULE_VIOLATED,
                at + "/quantity/value",
                () -> "the quantity is " + quantity.value().toPlainString() + ", not more than zero");
    }

    static void notNegative(Quantity quantity, String at, Violations violations) {
        violations.unless(
                quantity.value().signum() >= 0,
                FindingCode.RULE_VIOLATED,
                at + "/quantity/value",
                () -> "the quantity is " + quantity.value().toPlainString() + ", less than zero");
    }

    static void notNegative(BigDecimal amount, String pointer, Violations violations) {
        violations.unless(
                amount.signum() >= 0,
                FindingCode.RULE_VIOLATED,
                pointer,
                () -> "the amount is " + amount.toPlainString() + ", less than zero");
    }

    static void price(BigDecimal unitPrice, String at, Violations violations) {
        violations.unless(
                unitPrice.signum() >= 0,
                FindingCode.RULE_VIOLATED,
                at + "/unitPrice",
                () -> "the price is " + unitPrice.toPlainString() + ", less than zero");
    }
}
