package relais.partner;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.document.Money;
import relais.partner.AttributionTerms.Model;
import relais.partner.AttributionTerms.Part;
import relais.partner.CommissionTerms.Every;
import relais.partner.OwnershipTerms.Field;
import relais.partner.OwnershipTerms.Owner;
import relais.yaml.YamlNode;

/** Reads the versions of a partner's terms, oldest first. */
final class TermsReader {

    private static final BigDecimal PPM_PER_PERCENT = BigDecimal.valueOf(10_000);
    private static final int DAYS_MAX = 3650;
    private static final Period ALWAYS = Period.ofYears(100);

    private final List<YamlNode> versions;
    private final Currency currency;

    /** @param currency of amounts that name none */
    TermsReader(List<YamlNode> versions, Currency currency) {
        this.versions = versions;
        this.currency = currency;
    }

    List<Terms> read() {
        var terms = new ArrayList<Terms>();
        for (var node : versions) {
            var next = terms(node);
            if (next.version() != terms.size() + 1) miscounted(node, next.version(), terms.size());
            terms.add(next);
        }
        return terms;
    }

    private static void miscounted(YamlNode node, int version, int before) {
        if (node.find("version").isEmpty()) return;
        node.get("version")
                .wrong(
                        before == 0
                                ? "the first version of the terms is 1, not " + version
                                : "version " + version + " follows version " + before
                                        + "; count up by one, the newest last");
    }

    private Terms terms(YamlNode node) {
        node.only("version", "from", "attribution", "ownership", "commission", "settlement");
        return new Terms(
                node.get("version").as("a whole number", Integer::valueOf).orElse(0),
                node.get("from").as("a date like 2026-01-31", LocalDate::parse).orElse(LocalDate.EPOCH),
                attribution(node.get("attribution")),
                node.find("ownership").map(TermsReader::ownership).orElseGet(TermsReader::ownedByBrand),
                new CommissionReader(this, node.get("commission")).read(),
                settlement(node.get("settlement")));
    }

    private static AttributionTerms attribution(YamlNode node) {
        node.only("model", "window", "halfLife", "share", "protection", "repeat", "direct", "codes");
        var model = node.get("model").oneOf(PartnerReader.names(Model.class)).orElse(Model.FIRST_TOUCH);
        return new AttributionTerms(
                model,
                period(node.get("window")),
                model == Model.TIME_DECAY ? days(node.get("halfLife"), 1) : 0,
                model == Model.FIXED ? rate(node.get("share")) : 0,
                node.find("protection").map(TermsReader::period).orElse(Period.ZERO),
                node.find("repeat").map(TermsReader::part),
                node.find("direct").map(TermsReader::part),
                node.items("codes").stream().map(YamlNode::text).toList());
    }

    private static Part part(YamlNode node) {
        node.only("share", "for");
        return new Part(
                rate(node.get("share")),
                node.find("for").map(TermsReader::period).orElse(ALWAYS));
    }

    private static OwnershipTerms ownedByBrand() {
        return new OwnershipTerms(Owner.BRAND, 0, List.of(), Period.ZERO, Period.ZERO);
    }

    private static OwnershipTerms ownership(YamlNode node) {
        node.only("owner", "share", "fields", "visibleFor", "noSolicitation");
        var owner = node.get("owner").oneOf(PartnerReader.names(Owner.class)).orElse(Owner.BRAND);
        return new OwnershipTerms(
                owner,
                switch (owner) {
                    case BRAND -> 0;
                    case PARTNER -> Terms.WHOLE_PPM;
                    case CO_OWNED -> rate(node.get("share"));
                },
                node.items("fields").stream()
                        .flatMap(field -> field.oneOf(PartnerReader.names(Field.class)).stream())
                        .toList(),
                node.find("visibleFor").map(TermsReader::period).orElse(Period.ZERO),
                node.find("noSolicitation").map(TermsReader::period).orElse(Period.ZERO));
    }

    private SettlementTerms settlement(YamlNode node) {
        node.only("holdDays", "every", "minimumPayout", "tax", "withholding");
        return new SettlementTerms(
                days(node.get("holdDays"), 0),
                node.find("every").map(TermsReader::every).orElse(Every.MONTH),
                node.find("minimumPayout").flatMap(this::money),
                node.find("tax").map(TermsReader::rate).orElse(0),
                node.find("withholding").map(TermsReader::rate).orElse(0));
    }

    static Every every(YamlNode node) {
        return node.oneOf(PartnerReader.names(Every.class)).orElse(Every.MONTH);
    }

    /** An amount of the partner's own currency, or one that names its currency. */
    Optional<Money> money(YamlNode node) {
        return node.as("an amount like 5.00 or \"5.00 EUR\"", this::money);
    }

    private Money money(String text) {
        var parts = text.strip().split(" ");
        var money = new Money(new BigDecimal(parts[0]), parts.length == 1 ? currency : Currency.getInstance(parts[1]));
        if (parts.length > 2 || money.minorUnits() < 0) throw new IllegalArgumentException(text);
        return money;
    }

    private static Period period(YamlNode node) {
        return node.as("a period like P30D or P1Y", TermsReader::positive).orElse(Period.ZERO);
    }

    private static Period positive(String text) {
        var period = Period.parse(text);
        if (period.isNegative() || period.isZero()) throw new IllegalArgumentException(text);
        return period;
    }

    static int rate(YamlNode node) {
        return node.as("a rate from 0% to 100% with at most four decimals, like \"12.5%\"", TermsReader::ppm)
                .orElse(0);
    }

    private static int ppm(String text) {
        if (!text.endsWith("%")) throw new IllegalArgumentException(text);
        var percent = new BigDecimal(text.substring(0, text.length() - 1).strip());
        var ppm = percent.multiply(PPM_PER_PERCENT).intValueExact();
        if (ppm < 0 || ppm > Terms.WHOLE_PPM) throw new IllegalArgumentException(text);
        return ppm;
    }

    private static int days(YamlNode node, int least) {
        return node.as("a number of days from " + least + " to " + DAYS_MAX, text -> days(text, least))
                .orElse(least);
    }

    private static int days(String text, int least) {
        var days = Integer.parseInt(text);
        if (days < least || days > DAYS_MAX) throw new IllegalArgumentException(text);
        return days;
    }

    /** Yes or no, by the two words. */
    static boolean choice(YamlNode node, String key, String yes, String no) {
        return node.find(key)
                .flatMap(word -> word.oneOf(Map.of(yes, true, no, false)))
                .orElse(false);
    }
}
