package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.Ledger;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.partner.Terms;

/** {@code POST /api/ledger/orders/{seller}/{orderNumber}/attribution}: an operator decides anew who is credited for an order. */
@RestController
class Reattributing {

    private static final int REASON_CHARACTERS_MAX = 500;
    private static final int SHARES_MAX = 20;
    /** What an operator decides follows from no document. */
    private static final UUID NO_DOCUMENT = new UUID(0, 0);

    private final Entries entries;
    private final Ledger ledger;
    private final Partners partners;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final LedgerJson json;

    Reattributing(
            Entries entries,
            Ledger ledger,
            Partners partners,
            TransactionTemplate transaction,
            Supplier<UUID> ids,
            Clock clock,
            LedgerJson json) {
        this.entries = entries;
        this.ledger = ledger;
        this.partners = partners;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** @param sharePpm parts per million */
    record Part(@Nullable String party, int sharePpm) {}

    /** @param shares sum to 1,000,000 */
    record Asked(@Nullable List<Part> shares, @Nullable String reason) {}

    @PostMapping(
            path = "/api/ledger/orders/{seller}/{orderNumber}/attribution",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JsonNode attribute(
            Viewer viewer, @PathVariable String seller, @PathVariable String orderNumber, @RequestBody Asked asked) {
        if (!viewer.isOperator()) throw Refusal.forbidden("Only an operator of the brand attributes an order anew.");
        var orderedOn = orderedOn(seller, orderNumber);
        var fact = new OrderReattributed(
                seller,
                ids.get().toString(),
                orderNumber,
                LocalDate.now(clock),
                shares(asked, orderedOn),
                viewer.name(),
                reason(asked),
                NO_DOCUMENT);
        transaction.executeWithoutResult(status -> ledger.record(List.of(fact)));
        return json.object()
                .put("number", fact.number())
                .put("operator", fact.operator())
                .put("order", "/api/ledger/orders/" + seller + "/" + orderNumber);
    }

    private LocalDate orderedOn(String seller, String orderNumber) {
        return entries.byOrder(seller, orderNumber).stream()
                .filter(entry -> entry.kind() == Kind.DECISION)
                .min(Comparator.comparing(Entry::seq))
                .map(Entry::validOn)
                .orElseThrow(() -> Refusal.notFound("No decision is booked on order " + orderNumber + " of " + seller
                        + "; check seller and number."));
    }

    private static String reason(Asked asked) {
        var reason = asked.reason();
        if (reason == null || reason.isBlank() || reason.length() > REASON_CHARACTERS_MAX)
            throw Refusal.unprocessable("Give the reason in 1 to " + REASON_CHARACTERS_MAX
                    + " characters; it is kept for good, so name no person in it.");
        return reason.strip();
    }

    private List<Share> shares(Asked asked, LocalDate orderedOn) {
        var parts = asked.shares();
        if (parts == null || parts.isEmpty() || parts.size() > SHARES_MAX)
            throw Refusal.unprocessable("Give 1 to " + SHARES_MAX + " shares, each with party and sharePpm.");
        var parties = new HashSet<String>();
        var shares = new ArrayList<Share>();
        var total = 0L;
        for (var part : parts) {
            var share = share(part, orderedOn);
            if (!parties.add(share.party()))
                throw Refusal.unprocessable("The party " + share.party() + " is named twice; add up its shares.");
            total += share.sharePpm();
            shares.add(share);
        }
        if (total != Terms.WHOLE_PPM)
            throw Refusal.unprocessable(
                    "The shares sum to " + total + " ppm; they have to sum to " + Terms.WHOLE_PPM + ".");
        return shares;
    }

    private Share share(Part part, LocalDate orderedOn) {
        var party = part.party() == null ? "" : part.party();
        var partner = partners.find(party)
                .orElseThrow(() -> Refusal.unprocessable(
                        "No partner file is called '" + party + "'; name the party by the id of its file."));
        if (part.sharePpm() < 1 || part.sharePpm() > Terms.WHOLE_PPM)
            throw Refusal.unprocessable("The share of " + party + " is from 1 to " + Terms.WHOLE_PPM + " ppm, not "
                    + part.sharePpm() + ".");
        return new Share(party, part.sharePpm(), termsVersion(partner, orderedOn));
    }

    private int termsVersion(Partner partner, LocalDate orderedOn) {
        if (partner.isOfBrand()) return 0;
        return entries.termsVersion(partner.id(), orderedOn)
                .orElseThrow(() -> Refusal.unprocessable("The partner " + partner.id() + " has no terms in force on "
                        + orderedOn + ", the day of the order; add a version to its file."));
    }
}
