package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.ledger.AccountBook;
import relais.ledger.Entries;

/** {@code GET /api/partners/{id}/…}: a partner's account, statements and customers, for itself and for operators. */
@RestController
@RequestMapping(path = "/api/partners/{id}")
class PartnerApi {

    private static final String STATEMENT = "/statements/{currency}/{number:\\d{1,9}}";

    private final LedgerViews views;
    private final AccountBook accounts;
    private final LedgerJson json;

    PartnerApi(LedgerViews views, AccountBook accounts, LedgerJson json) {
        this.views = views;
        this.accounts = accounts;
        this.json = json;
    }

    /** What stands on its accounts on a day, as known on another, and how it went by month. */
    @GetMapping(path = "/account", produces = "application/json")
    JsonNode account(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam Optional<LocalDate> valid,
            @RequestParam Optional<LocalDate> known) {
        views.requireAccount(viewer, id);
        var asOf = views.asOf(valid, known);
        var body = json.object()
                .put("partner", id)
                .put("valid", asOf.valid().toString())
                .put("known", asOf.known().toString());
        body.set("balances", json.balances(views.asOf(viewer, id, asOf, 0).balances()));
        var months = body.putArray("months");
        for (var month : accounts.months(id))
            months.addObject()
                    .put("month", month.month().toString())
                    .put("currency", month.currency().getCurrencyCode())
                    .put("accrued", month.money(month.accrued()).amount())
                    .put("clawedBack", month.money(month.clawedBack()).amount())
                    .put("paid", month.money(month.paid()).amount())
                    .put("held", month.money(month.held()).amount())
                    .put("payable", month.money(month.payable()).amount());
        return body;
    }

    /** Newest first. */
    @GetMapping(path = "/statements", produces = "application/json")
    JsonNode statements(Viewer viewer, @PathVariable String id) {
        views.requireAccount(viewer, id);
        var body = json.object();
        var array = body.putArray("statements");
        views.statements(id).forEach(statement -> array.add(json.statement(statement)));
        return body;
    }

    @GetMapping(path = STATEMENT, produces = "application/json")
    JsonNode statement(
            Viewer viewer, @PathVariable String id, @PathVariable String currency, @PathVariable int number) {
        return json.sheet(sheet(viewer, id, currency, number));
    }

    /** The same for everyone who may see it: cut for the partner that it is addressed to. */
    @GetMapping(path = STATEMENT + ".csv", produces = "text/csv")
    ResponseEntity<String> csv(
            Viewer viewer, @PathVariable String id, @PathVariable String currency, @PathVariable int number) {
        var sheet = addressed(viewer, id, currency, number);
        return file(sheet.name() + ".csv", new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(StatementCsv.of(sheet));
    }

    /** The same for everyone who may see it: cut for the partner that it is addressed to. */
    @GetMapping(path = STATEMENT + ".pdf", produces = "application/pdf")
    ResponseEntity<byte[]> pdf(
            Viewer viewer, @PathVariable String id, @PathVariable String currency, @PathVariable int number) {
        var sheet = addressed(viewer, id, currency, number);
        return file(sheet.name() + ".pdf", MediaType.APPLICATION_PDF).body(StatementPdf.of(sheet));
    }

    /** The consumers whom it met, who came last first, each by the token that it knows them by. */
    @GetMapping(path = "/consumers", produces = "application/json")
    JsonNode consumers(
            Viewer viewer, @PathVariable String id, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        views.requireAccount(viewer, id);
        var body = json.object();
        var array = body.putArray("consumers");
        var met = views.consumers(viewer, id, before, Entries.ROWS_MAX);
        for (var one : met)
            array.addObject()
                    .put("consumer", one.consumer())
                    .put("firstEntry", one.seq())
                    .put("href", "/api/ledger/consumers/" + one.consumer());
        if (met.size() == Entries.ROWS_MAX)
            body.put(
                    "older",
                    "/api/partners/" + id + "/consumers?before="
                            + met.get(met.size() - 1).seq());
        return body;
    }

    private StatementSheet addressed(Viewer viewer, String id, String currency, int number) {
        views.requireAccount(viewer, id);
        return sheet(Viewer.partner(id), id, currency, number);
    }

    private StatementSheet sheet(Viewer viewer, String id, String currency, int number) {
        views.requireAccount(viewer, id);
        return views.statement(viewer, id, currency, number)
                .orElseThrow(() -> Refusal.notFound("You have no statement " + number + " in " + currency + "."));
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
