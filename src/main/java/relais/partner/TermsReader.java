package relais.partner;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import relais.partner.Terms.AttributionModel;
import relais.yaml.YamlNode;

/** Reads the versions of a partner's terms, oldest first. */
final class TermsReader {

    private static final BigDecimal PPM_PER_PERCENT = BigDecimal.valueOf(10_000);
    private static final int PPM_MAX = 1_000_000;
    private static final int HOLD_DAYS_MAX = 3650;

    private final List<YamlNode> versions;

    TermsReader(List<YamlNode> versions) {
        this.versions = versions;
    }

    List<Terms> read() {
        var terms = new ArrayList<Terms>();
        for (var node : versions) {
            var next = terms(node);
            if (terms.isEmpty()) checkFirst(node, next);
            else checkOrder(node, terms.get(terms.size() - 1), next);
            terms.add(next);
        }
        return terms;
    }

    private static void checkFirst(YamlNode node, Terms first) {
        if (node.find("version").isPresent() && first.version() != 1)
            node.get("version").wrong("the first version of the terms is 1, not " + first.version());
    }

    private static void checkOrder(YamlNode node, Terms before, Terms next) {
        if (next.version() != before.version() + 1)
            node.get("version")
                    .wrong("version " + next.version() + " follows version " + before.version()
                            + "; count up by one, the newest last");
        if (!next.from().isAfter(before.from()))
            node.get("from")
                    .wrong("version " + next.version() + " starts on " + next.from() + ", but version "
                            + before.version() + " starts on " + before.from() + "; a later version starts later");
    }

    private static Terms terms(YamlNode node) {
        node.only("version", "from", "attribution", "commission", "repeat", "holdDays");
        var attribution = node.get("attribution").only("model", "window");
        var commission = node.get("commission").only("rate", "base");
        commission.find("base").ifPresent(base -> base.oneOf(Map.of("net", "net")));
        var repeat = node.find("repeat").map(r -> r.only("rate", "for"));
        return new Terms(
                node.get("version").as("a whole number", Integer::valueOf).orElse(0),
                node.get("from").as("a date like 2026-01-31", LocalDate::parse).orElse(LocalDate.EPOCH),
                attribution
                        .get("model")
                        .oneOf(PartnerReader.names(AttributionModel.class))
                        .orElse(AttributionModel.FIRST_TOUCH),
                period(attribution.get("window")),
                rate(commission.get("rate")),
                repeat.map(r -> rate(r.get("rate"))).orElse(0),
                repeat.map(r -> period(r.get("for"))).orElse(Period.ZERO),
                node.get("holdDays")
                        .as("a number of days from 0 to " + HOLD_DAYS_MAX, TermsReader::days)
                        .orElse(0));
    }

    private static Period period(YamlNode node) {
        return node.as("a period like P30D or P1Y", TermsReader::positive).orElse(Period.ZERO);
    }

    private static Period positive(String text) {
        var period = Period.parse(text);
        if (period.isNegative() || period.isZero()) throw new IllegalArgumentException(text);
        return period;
    }

    private static int rate(YamlNode node) {
        return node.as("a rate from 0% to 100% with at most four decimals, like \"12.5%\"", TermsReader::ppm)
                .orElse(0);
    }

    private static int ppm(String text) {
        if (!text.endsWith("%")) throw new IllegalArgumentException(text);
        var percent = new BigDecimal(text.substring(0, text.length() - 1).strip());
        var ppm = percent.multiply(PPM_PER_PERCENT).intValueExact();
        if (ppm < 0 || ppm > PPM_MAX) throw new IllegalArgumentException(text);
        return ppm;
    }

    private static int days(String text) {
        var days = Integer.parseInt(text);
        if (days < 0 || days > HOLD_DAYS_MAX) throw new IllegalArgumentException(text);
        return days;
    }
}
