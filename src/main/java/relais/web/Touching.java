package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import relais.consumer.Consumers;
import relais.consumer.Identity;
import relais.consumer.Identity.Loyalty;
import relais.ledger.Fact.TouchMade;
import relais.ledger.Ledger;
import relais.ledger.Recording;
import relais.ledger.Touch;
import relais.partner.Partners;

/**
 * {@code POST /api/ledger/deals} and {@code /touches}: a partner, or an operator for it, says that it met a consumer before
 * any order. The e-mail or phone serves to recognise the consumer; the ledger keeps the consumer's id alone.
 */
@RestController
@RequestMapping(
        path = "/api/ledger",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class Touching {

    private static final int NUMBER_CHARACTERS_MAX = 80;
    private static final int CONTACT_CHARACTERS_MAX = 254;
    /** A touch that is handed in here follows from no document. */
    private static final UUID NO_DOCUMENT = new UUID(0, 0);

    private static final Map<String, Touch.Kind> KINDS =
            Map.of("loyalty", Touch.Kind.LOYALTY, "coupon", Touch.Kind.COUPON, "click", Touch.Kind.CLICK);

    private final Consumers consumers;
    private final Ledger ledger;
    private final Partners partners;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LedgerJson json;
    private final Redaction redaction;

    Touching(
            Consumers consumers,
            Ledger ledger,
            Partners partners,
            TransactionTemplate transaction,
            Clock clock,
            LedgerJson json,
            Redaction redaction) {
        this.consumers = consumers;
        this.ledger = ledger;
        this.partners = partners;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.redaction = redaction;
    }

    /**
     * @param partner whom it is credited to; a partner may leave it out
     * @param kind click, coupon or loyalty; a deal needs none
     * @param number of the deal, the visit, the coupon's use: what makes a repetition known as one
     * @param day on which it happened; today when left out
     */
    record Met(
            @Nullable String partner,
            @Nullable String kind,
            @Nullable String number,
            @Nullable LocalDate day,
            @Nullable String email,
            @Nullable String phone) {

        /** No personal data reaches a log by accident. */
        @Override
        public String toString() {
            return "Met[" + partner + " " + kind + " " + number + "]";
        }
    }

    @PostMapping("/deals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JsonNode deal(Viewer viewer, @RequestBody Met met) {
        return record(viewer, met, Touch.Kind.DEAL);
    }

    @PostMapping("/touches")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JsonNode touch(Viewer viewer, @RequestBody Met met) {
        var kind = KINDS.get(text(met.kind()));
        if (kind == null)
            throw Refusal.unprocessable("The kind is click, coupon or loyalty, not '" + text(met.kind())
                    + "'; a deal is registered at /api/ledger/deals.");
        return record(viewer, met, kind);
    }

    private JsonNode record(Viewer viewer, Met met, Touch.Kind how) {
        var partner = partner(viewer, met);
        var number = number(met);
        var day = day(met);
        var identity = identity(met);
        var kept = transaction.execute(status -> {
            var consumer = consumers.recognise(identity, clock.instant());
            var fact = new TouchMade(partner, number, consumer, how, day, NO_DOCUMENT);
            return new Kept(consumer, ledger.record(List.of(fact)).get(0));
        });
        if (kept == null) throw new IllegalStateException("a transaction without a result");
        if (kept.recording() == Recording.CONFLICT)
            throw new Refusal(new Problem(
                    409,
                    "Recorded before with other content",
                    "The number " + number
                            + " was used for another touch; it is kept as a conflict, give each its own."));
        return json.object()
                .put("partner", partner)
                .put("number", number)
                .put("recorded", kept.recording() == Recording.NEW ? "new" : "known")
                .put("consumer", redaction.consumer(viewer, kept.consumer()));
    }

    private record Kept(UUID consumer, Recording recording) {}

    private String partner(Viewer viewer, Met met) {
        var partner = met.partner() == null ? viewer.partner() : met.partner();
        if (!viewer.sees(partner)) throw Refusal.forbidden("You can register deals and touches for yourself only.");
        if (partner.isEmpty()) throw Refusal.unprocessable("Name the partner whom it is credited to.");
        if (partners.find(partner).isEmpty())
            throw Refusal.unprocessable(
                    "No partner file is called '" + partner + "'; name the partner by the id of its file.");
        return partner;
    }

    private static String number(Met met) {
        var number = text(met.number());
        if (number.isEmpty() || number.length() > NUMBER_CHARACTERS_MAX)
            throw Refusal.unprocessable("Give a number of 1 to " + NUMBER_CHARACTERS_MAX
                    + " characters, another one for each deal or touch.");
        return number;
    }

    private LocalDate day(Met met) {
        var today = LocalDate.now(clock);
        var day = met.day() == null ? today : met.day();
        if (day.isAfter(today)) throw Refusal.unprocessable("The day " + day + " has not come yet.");
        return day;
    }

    private static Identity identity(Met met) {
        var email = text(met.email());
        var phone = text(met.phone());
        if (email.isEmpty() && phone.isEmpty())
            throw Refusal.unprocessable("Give the consumer's email or phone; nobody is recognised without.");
        if (email.length() > CONTACT_CHARACTERS_MAX || phone.length() > CONTACT_CHARACTERS_MAX)
            throw Refusal.unprocessable("An email or phone has at most " + CONTACT_CHARACTERS_MAX + " characters.");
        return new Identity(email, phone, Loyalty.none(), "", "");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
