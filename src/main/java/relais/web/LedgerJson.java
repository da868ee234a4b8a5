package relais.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relais.document.Money;
import relais.ledger.Balance;
import relais.ledger.Entry;
import relais.ledger.Entry.Posting;
import relais.ledger.Statement;
import relais.ledger.Unbooked;
import relais.web.OrderMoney.Commission;

/** The ledger as the API writes it: amounts as decimals in major units beside their currency. Cut by {@link Redaction} before. */
final class LedgerJson {

    private final ObjectMapper json;
    private final Redaction redaction;

    LedgerJson(ObjectMapper json, Redaction redaction) {
        this.json = json;
        this.redaction = redaction;
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    ArrayNode entries(Viewer viewer, List<Entry> entries) {
        var array = json.createArrayNode();
        entries.forEach(entry -> array.add(entry(viewer, entry)));
        return array;
    }

    ObjectNode entry(Viewer viewer, Entry entry) {
        var body = object().put("seq", entry.seq())
                .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .put("bookedAt", entry.bookedAt().toString())
                .put("validOn", entry.validOn().toString());
        entry.dueOn().ifPresent(day -> body.put("dueOn", day.toString()));
        body.put("partner", entry.partner());
        if (!entry.seller().isEmpty()) {
            body.put("seller", entry.seller())
                    .put("orderNumber", entry.orderNumber())
                    .put("document", entry.document().toString());
        }
        entry.consumer().ifPresent(consumer -> body.put("consumer", redaction.consumer(viewer, consumer)));
        entry.shares().forEach(share -> body.withArray("shares")
                .addObject()
                .put("party", share.party())
                .put("sharePpm", share.sharePpm())
                .put("termsVersion", share.termsVersion()));
        entry.postings()
                .forEach(posting -> write(posting, body.withArray("postings").addObject()));
        body.put("termsVersion", entry.termsVersion());
        money(body, "amount", entry.amount());
        return body.put("explanation", entry.explanation()).put("href", "/api/ledger/entries/" + entry.seq());
    }

    private static void write(Posting posting, ObjectNode body) {
        body.put("line", posting.line())
                .put("debit", posting.debit())
                .put("credit", posting.credit())
                .put("amount", posting.amount().amount())
                .put("currency", posting.amount().currency().getCurrencyCode());
        if (posting.baseMinor() > 0)
            body.put(
                    "base",
                    Money.ofMinorUnits(posting.baseMinor(), posting.amount().currency())
                            .amount());
        body.put("reason", posting.reason());
        posting.reverses()
                .ifPresent(place ->
                        body.putObject("reverses").put("seq", place.seq()).put("n", place.n()));
    }

    private static void money(ObjectNode body, String name, Optional<Money> money) {
        money.ifPresent(amount -> body.put(name, amount.amount())
                .put("currency", amount.currency().getCurrencyCode()));
    }

    ObjectNode order(Viewer viewer, OrderMoney order) {
        var body = object().put("seller", order.seller()).put("orderNumber", order.number());
        body.set("decisions", entries(viewer, order.decisions()));
        body.set("conflicts", entries(viewer, order.conflicts()));
        var commissions = body.putArray("commissions");
        order.commissions().forEach(commission -> write(viewer, commission, commissions.addObject()));
        body.set("entries", entries(viewer, order.entries()));
        return body;
    }

    private void write(Viewer viewer, Commission commission, ObjectNode body) {
        body.put("partner", commission.accrual().partner()).put("state", commission.state());
        money(body, "left", commission.left());
        commission.accrual().dueOn().ifPresent(day -> body.put("heldUntil", day.toString()));
        body.set("accrual", entry(viewer, commission.accrual()));
        body.set("reversals", entries(viewer, commission.reversals()));
        commission.release().ifPresent(release -> body.set("release", entry(viewer, release)));
        commission.statement().ifPresent(statement -> body.put("statement", href(statement)));
        commission.paidBy().ifPresent(statement -> body.put("paidBy", href(statement)));
    }

    ArrayNode balances(List<Balance> balances) {
        var array = json.createArrayNode();
        for (var balance : balances)
            array.addObject()
                    .put("partner", balance.partner())
                    .put("account", balance.account())
                    .put("balance", balance.amount().amount())
                    .put("currency", balance.amount().currency().getCurrencyCode());
        return array;
    }

    ArrayNode unbooked(Viewer viewer, List<Unbooked> facts) {
        var array = json.createArrayNode();
        for (var fact : facts)
            array.addObject()
                    .put("fact", fact.fact())
                    .put("recordedAt", fact.recordedAt().toString())
                    .put("reason", redaction.unbooked(viewer, fact).reason());
        return array;
    }

    ObjectNode statement(Statement statement) {
        return object().put("partner", statement.partner())
                .put("currency", statement.currency().getCurrencyCode())
                .put("number", statement.number())
                .put("from", statement.from().toString())
                .put("to", statement.to().toString())
                .put("opening", amount(statement, statement.opening()))
                .put("released", amount(statement, statement.released()))
                .put("reversed", amount(statement, statement.reversed()))
                .put("due", amount(statement, statement.due()))
                .put("tax", amount(statement, statement.tax()))
                .put("withheld", amount(statement, statement.withheld()))
                .put("paid", amount(statement, statement.paid()))
                .put("carried", amount(statement, statement.carried()))
                .put("postings", HexFormat.of().formatHex(statement.postings()))
                .put("entry", statement.seq())
                .put("href", href(statement));
    }

    private static BigDecimal amount(Statement statement, long minorUnits) {
        return statement.money(minorUnits).amount();
    }

    ObjectNode sheet(StatementSheet sheet) {
        var body = statement(sheet.statement());
        body.putObject("checkpoint")
                .put("treeSize", sheet.sealed().treeSize())
                .put("root", HexFormat.of().formatHex(sheet.sealed().root()));
        var lines = body.putArray("lines");
        for (var line : sheet.lines())
            lines.addObject()
                    .put("entry", line.seq())
                    .put("day", line.validOn().toString())
                    .put("seller", line.seller())
                    .put("orderNumber", line.orderNumber())
                    .put("number", line.number())
                    .put("amount", line.amount().amount())
                    .put("explanation", line.explanation());
        body.putObject("links")
                .put("csv", body.path("href").asText() + ".csv")
                .put("pdf", body.path("href").asText() + ".pdf");
        return body;
    }

    private static String href(Statement statement) {
        return "/api/partners/" + statement.partner() + "/statements/" + statement.currency() + "/"
                + statement.number();
    }
}
