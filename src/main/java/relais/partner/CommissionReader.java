package relais.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.document.Money;
import relais.partner.CommissionTerms.Basis;
import relais.partner.CommissionTerms.PeriodCap;
import relais.partner.CommissionTerms.ProductRate;
import relais.partner.CommissionTerms.Step;
import relais.partner.CommissionTerms.Tiers;
import relais.yaml.YamlNode;

/** Reads what a partner earns. */
final class CommissionReader {

    private final TermsReader terms;
    private final YamlNode node;

    CommissionReader(TermsReader terms, YamlNode node) {
        this.terms = terms;
        this.node = node;
    }

    CommissionTerms read() {
        node.only(
                "rate",
                "base",
                "products",
                "tiers",
                "perOrder",
                "perUnit",
                "firstSale",
                "minimum",
                "consumerCap",
                "periodCap");
        return new CommissionTerms(
                node.find("rate").map(TermsReader::rate).orElse(0),
                node.find("base").map(CommissionReader::base).orElse(Basis.NET),
                node.items("products").stream()
                        .map(CommissionReader::productRate)
                        .toList(),
                node.find("tiers").map(this::tiers),
                money("perOrder"),
                money("perUnit"),
                money("firstSale"),
                money("minimum"),
                money("consumerCap"),
                node.find("periodCap").flatMap(this::periodCap));
    }

    private Optional<Money> money(String key) {
        return node.find(key).flatMap(terms::money);
    }

    private static Basis base(YamlNode node) {
        if (node.isText()) return node.oneOf(Map.of("net", Basis.NET)).orElse(Basis.NET);
        node.only("tax", "freight", "discounts");
        return new Basis(
                TermsReader.choice(node, "tax", "included", "excluded"),
                TermsReader.choice(node, "freight", "included", "excluded"),
                TermsReader.choice(node, "discounts", "ignored", "deducted"));
    }

    private static ProductRate productRate(YamlNode node) {
        node.only("category", "codes", "rate");
        if (node.find("category").isEmpty() && node.find("codes").isEmpty())
            node.wrong("a product rate needs a category or codes");
        return new ProductRate(
                node.text("category", ""),
                node.items("codes").stream().map(YamlNode::text).toList(),
                TermsReader.rate(node.get("rate")));
    }

    private Tiers tiers(YamlNode node) {
        node.only("every", "counting", "steps");
        var every = node.get("every");
        var tiers = new Tiers(
                every.isText() && every.text().equals("order")
                        ? Optional.empty()
                        : Optional.of(TermsReader.every(every)),
                !TermsReader.choice(node, "counting", "whole", "marginal"),
                node.items("steps").stream()
                        .flatMap(step -> step(step).stream())
                        .toList());
        check(node, tiers);
        return tiers;
    }

    private Optional<Step> step(YamlNode node) {
        node.only("from", "rate");
        return terms.money(node.get("from")).map(from -> new Step(from, TermsReader.rate(node.get("rate"))));
    }

    private static void check(YamlNode node, Tiers tiers) {
        var steps = tiers.steps();
        if (steps.isEmpty() || steps.get(0).from().minorUnits() != 0) {
            node.wrong("the first step of the tiers starts from 0");
            return;
        }
        for (int i = 1; i < steps.size(); i++) check(node, tiers, steps.subList(i - 1, i + 1));
    }

    private static void check(YamlNode node, Tiers tiers, List<Step> pair) {
        if (!pair.get(0).from().currency().equals(pair.get(1).from().currency())
                || pair.get(1).from().minorUnits() <= pair.get(0).from().minorUnits())
            node.wrong("each step of the tiers starts higher than the one before, in the same currency");
        if (!tiers.marginal() && pair.get(1).ratePpm() < pair.get(0).ratePpm())
            node.wrong("a rate that counts for the whole volume cannot fall from step to step: commission would shrink"
                    + " as sales grow; count it marginally");
    }

    private Optional<PeriodCap> periodCap(YamlNode node) {
        node.only("amount", "every");
        return terms.money(node.get("amount"))
                .map(amount -> new PeriodCap(amount, TermsReader.every(node.get("every"))));
    }
}
