package relais.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import relais.consumer.Consumers;
import relais.ledger.Entry;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Posting;
import relais.ledger.Entry.Share;
import relais.ledger.Statements.Line;
import relais.ledger.Unbooked;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.partner.Terms;

/**
 * Cuts what the ledger says down to what a viewer may see. An operator sees all of it. A partner sees what concerns its own
 * account: of an order that several are credited for only its own share, of one that another partner sold neither numbers
 * nor amounts but its own, and of consumers a token that no other partner knows them by.
 */
final class Redaction {

    private static final UUID NONE = new UUID(0, 0);
    private static final Pattern RATE = Pattern.compile("^([0-9.]+ %( tier)?)\\b.*");
    private static final Pattern PART = Pattern.compile("^of [0-9.]+ [A-Z]{3}\\b");

    private final Partners partners;
    private final Consumers consumers;

    Redaction(Partners partners, Consumers consumers) {
        this.partners = partners;
        this.consumers = consumers;
    }

    /** Whether an entry is about the viewer's account, customers or share. */
    boolean shows(Viewer viewer, Entry entry) {
        return viewer.sees(entry.partner())
                || entry.kind() == Kind.DECISION
                        && (entry.seller().equals(viewer.partner())
                                || share(viewer, entry).isPresent());
    }

    /** @param entry one that is shown to the viewer */
    Entry entry(Viewer viewer, Entry entry) {
        if (viewer.isOperator()) return entry;
        var foreign = isForeign(viewer, entry.seller());
        var share = share(viewer, entry);
        var version =
                entry.kind() == Kind.DECISION ? share.map(Share::termsVersion).orElse(0) : entry.termsVersion();
        return new Entry(
                entry.shard(),
                entry.seq(),
                entry.kind(),
                entry.bookedAt(),
                entry.validOn(),
                entry.dueOn(),
                viewer.partner(),
                foreign ? "" : entry.seller(),
                foreign ? "" : entry.orderNumber(),
                foreign ? NONE : entry.document(),
                entry.consumer(),
                share.stream().toList(),
                entry.postings().stream()
                        .map(posting -> foreign ? withoutBase(posting) : posting)
                        .toList(),
                version,
                explanation(viewer, entry, foreign));
    }

    List<Entry> entries(Viewer viewer, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> shows(viewer, entry))
                .map(entry -> entry(viewer, entry))
                .toList();
    }

    /** A line of the viewer's own statement. */
    Line line(Viewer viewer, Line line) {
        if (viewer.isOperator()) return line;
        var foreign = isForeign(viewer, line.seller());
        var explanation = foreign && line.amount().minorUnits() < 0
                ? "taken back: returned, or attributed anew"
                : safe(viewer, line.explanation());
        return new Line(
                line.seq(),
                line.validOn(),
                foreign ? "" : line.seller(),
                foreign ? "" : line.orderNumber(),
                foreign ? "" : line.number(),
                line.amount(),
                explanation);
    }

    /** A fact of the viewer's own that is not booked. */
    Unbooked unbooked(Viewer viewer, Unbooked fact) {
        return new Unbooked(fact.fact(), fact.recordedAt(), safe(viewer, fact.reason()));
    }

    /** How the viewer knows a consumer: an operator by the id, a partner by its own token. */
    public String consumer(Viewer viewer, UUID consumer) {
        return viewer.isOperator() ? consumer.toString() : consumers.tokenFor(consumer, viewer.partner());
    }

    /** Whether another partner sold it. What the brand's own shops sell is told. */
    private boolean isForeign(Viewer viewer, String seller) {
        return !seller.equals(viewer.partner())
                && partners.find(seller).filter(Partner::isOfBrand).isEmpty();
    }

    private static Optional<Share> share(Viewer viewer, Entry entry) {
        return entry.shares().stream()
                .filter(share -> share.party().equals(viewer.partner()))
                .findFirst();
    }

    private static Posting withoutBase(Posting posting) {
        return new Posting(
                posting.line(),
                posting.debit(),
                posting.credit(),
                posting.amount(),
                0,
                withoutBase(posting.reason()),
                posting.reverses());
    }

    /** "12 % of 80.00 EUR, share 25 %" tells what another partner sold, "12 % of your share" does not. */
    private static String withoutBase(String reason) {
        if (reason.startsWith("accrual ")) return reason;
        var rate = RATE.matcher(reason);
        if (rate.matches()) return rate.group(1) + " of your share";
        var part = PART.matcher(reason);
        return part.find() ? part.group() : "by your terms";
    }

    private String explanation(Viewer viewer, Entry entry, boolean foreign) {
        var text = entry.explanation();
        return switch (entry.kind()) {
            case DECISION -> decision(viewer, entry);
            case ACCRUAL ->
                foreign
                        ? "commission for your share of an order that another partner sold" + inBrackets(viewer, text)
                        : accrual(viewer, text);
            case REVERSAL -> foreign ? "taken back: returned, or attributed anew" : safe(viewer, text);
            case CONFLICT ->
                foreign
                        ? safe(
                                viewer,
                                text.replace(" order " + entry.orderNumber() + " ", " an order of another partner "))
                        : safe(viewer, text);
            case TERMS, TOUCH, ACQUISITION, RELEASE, SETTLEMENT, ERASURE, DAY -> safe(viewer, text);
        };
    }

    private String decision(Viewer viewer, Entry entry) {
        var share = share(viewer, entry);
        if (share.isEmpty()) return "you have no share of this order";
        var whole = share.get().sharePpm() == Terms.WHOLE_PPM;
        if (whole && speaksOfOne(viewer, entry.explanation())) return entry.explanation();
        return "your share of this order is " + percent(share.get().sharePpm())
                + inBrackets(viewer, entry.explanation());
    }

    /** What it is computed from, and of the decision that follows after a colon only what speaks of the viewer. */
    private String accrual(Viewer viewer, String text) {
        if (speaksOfOne(viewer, text)) return text;
        var colon = text.indexOf(": ");
        return safe(viewer, (colon < 0 ? text : text.substring(0, colon)) + inBrackets(viewer, text));
    }

    /** What a decision says of others follows after a semicolon. */
    private boolean speaksOfOne(Viewer viewer, String text) {
        return !text.contains("; ") && mentionsNobody(viewer, text);
    }

    /** Why the viewer is credited, as a decision has it in brackets after each party and its share. */
    private String inBrackets(Viewer viewer, String text) {
        var own = Pattern.compile("\\b" + Pattern.quote(viewer.partner()) + " [0-9.]+ % \\(([^()]*)\\)")
                .matcher(text);
        return own.find() && mentionsNobody(viewer, own.group(1)) ? " (" + own.group(1) + ")" : "";
    }

    private String safe(Viewer viewer, String text) {
        return mentionsNobody(viewer, text) ? text : "it depends on others; the brand can explain it";
    }

    private boolean mentionsNobody(Viewer viewer, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return partners.all().stream()
                .filter(other -> !other.isOfBrand() && !other.id().equals(viewer.partner()))
                .noneMatch(other -> lower.contains(other.id().toLowerCase(Locale.ROOT))
                        || lower.contains(other.name().toLowerCase(Locale.ROOT)));
    }

    static String percent(int ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }
}
