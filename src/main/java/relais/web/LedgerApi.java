package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;

/** {@code GET /api/ledger/…}: the ledger for operators, and of it for each partner what is its own. */
@RestController
@RequestMapping(path = "/api/ledger", produces = "application/json")
class LedgerApi {

    private static final int ROWS = 100;

    private final LedgerViews views;
    private final Entries entries;
    private final LedgerJson json;

    LedgerApi(LedgerViews views, Entries entries, LedgerJson json) {
        this.views = views;
        this.entries = entries;
        this.json = json;
    }

    /** @return the newest first; {@code older} is where the next page is */
    @GetMapping("/entries")
    JsonNode entries(
            Viewer viewer,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "" + ROWS) int rows) {
        requireAccount(viewer, partner);
        var filter = new Entries.Filter(partner, kind(kind), from, to, before, rows(rows));
        var found = views.list(viewer, filter);
        var body = json.object();
        body.set("entries", json.entries(viewer, found));
        if (found.size() == filter.rows()) body.put("older", older(filter, kind, found));
        return body;
    }

    private static String older(Entries.Filter filter, String kind, List<Entry> found) {
        return UriComponentsBuilder.fromPath("/api/ledger/entries")
                .queryParam("partner", filter.partner())
                .queryParam("kind", kind)
                .queryParamIfPresent("from", filter.from())
                .queryParamIfPresent("to", filter.to())
                .queryParam("before", found.get(found.size() - 1).seq())
                .queryParam("rows", filter.rows())
                .encode()
                .toUriString();
    }

    @GetMapping("/entries/{seq}")
    JsonNode entry(Viewer viewer, @PathVariable long seq) {
        return views.entry(viewer, seq)
                .map(entry -> json.entry(viewer, entry))
                .orElseThrow(() -> Refusal.notFound("You have no entry " + seq + "."));
    }

    @GetMapping("/orders/{seller}/{orderNumber}")
    JsonNode order(Viewer viewer, @PathVariable String seller, @PathVariable String orderNumber) {
        return views.order(viewer, seller, orderNumber)
                .map(order -> json.order(viewer, order))
                .orElseThrow(() -> Refusal.notFound("Nothing is booked for you on such an order."));
    }

    /** For order numbers that do not fit into a path. */
    @GetMapping("/orders")
    JsonNode orderByNumber(Viewer viewer, @RequestParam String seller, @RequestParam String number) {
        return order(viewer, seller, number);
    }

    /** @param id of the consumer for an operator, the partner's own token for a partner */
    @GetMapping("/consumers/{id}")
    JsonNode consumer(Viewer viewer, @PathVariable String id) {
        var story = views.story(viewer, id)
                .orElseThrow(() -> Refusal.notFound("You have no consumer of this id or token."));
        var body = json.object().put("consumer", story.consumer());
        body.set("touches", json.entries(viewer, story.of(Kind.TOUCH)));
        body.set("acquisitions", json.entries(viewer, story.of(Kind.ACQUISITION)));
        body.set("decisions", json.entries(viewer, story.of(Kind.DECISION)));
        body.set("conflicts", json.entries(viewer, story.of(Kind.CONFLICT)));
        body.set("entries", json.entries(viewer, story.entries()));
        return body;
    }

    /** Orders that more than one claims, newest first; and facts that came again with other content. */
    @GetMapping("/conflicts")
    JsonNode conflicts(
            Viewer viewer,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "" + ROWS) int rows) {
        requireAccount(viewer, partner);
        var filter = new Entries.Filter(
                partner, Optional.of(Kind.CONFLICT), Optional.empty(), Optional.empty(), before, rows(rows));
        var body = json.object();
        body.set("claims", json.entries(viewer, views.list(viewer, filter)));
        body.set("contents", json.unbooked(viewer, entries.conflicts(viewer.narrowed(partner))));
        return body;
    }

    /** Facts that cannot be booked yet. */
    @GetMapping("/waiting")
    JsonNode waiting(Viewer viewer, @RequestParam(defaultValue = "") String partner) {
        requireAccount(viewer, partner);
        var body = json.object();
        body.set("waiting", json.unbooked(viewer, entries.waiting(viewer.narrowed(partner))));
        return body;
    }

    /** @param after where the page before said to go on */
    @GetMapping("/balances")
    ObjectNode balances(
            Viewer viewer,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam Optional<LocalDate> valid,
            @RequestParam Optional<LocalDate> known,
            @RequestParam(defaultValue = "0") long after) {
        requireAccount(viewer, partner);
        var asOf = views.asOf(valid, known);
        var page = views.asOf(viewer, partner, asOf, after);
        var body = json.object()
                .put("valid", asOf.valid().toString())
                .put("known", asOf.known().toString());
        body.set("balances", json.balances(page.balances()));
        if (page.next() > 0)
            body.put(
                    "more",
                    "/api/ledger/balances?partner=" + partner + "&valid=" + asOf.valid() + "&known=" + asOf.known()
                            + "&after=" + page.next());
        return body;
    }

    private void requireAccount(Viewer viewer, String partner) {
        if (!partner.isEmpty()) views.requireAccount(viewer, partner);
    }

    private static int rows(int rows) {
        if (rows < 1 || rows > Entries.ROWS_MAX)
            throw Refusal.badRequest("The parameter rows is from 1 to " + Entries.ROWS_MAX + ".");
        return rows;
    }

    private static Optional<Kind> kind(String name) {
        if (name.isEmpty()) return Optional.empty();
        return Optional.of(Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("No kind of entry is called '" + name + "'; take one of "
                        + Arrays.stream(Kind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .toList())));
    }
}
