package relais.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import relais.document.Money;
import relais.ledger.Entry;
import relais.partner.Partners;
import relais.tracking.DocumentRow;
import relais.tracking.Tracking;

/** How the console says things. Times are UTC. */
final class Wording {

    private static final DateTimeFormatter DAY = formatter("d MMM yyyy");
    private static final DateTimeFormatter MONTH = formatter("MMM yyyy");
    private static final DateTimeFormatter WEEKDAY = formatter("EEEE, d MMMM yyyy");
    private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");
    private static final DateTimeFormatter MOMENT = formatter("d MMM yyyy, HH:mm:ss");

    private final Partners partners;

    Wording(Partners partners) {
        this.partners = partners;
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    public String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant) + " UTC";
    }

    /** "+12 ms", "+3.4 s", "+2 h": how long after the step before. */
    public String after(Duration duration) {
        var ms = Math.max(0, duration.toMillis());
        if (ms < 1000) return "+" + ms + " ms";
        if (ms < 60_000) return String.format(Locale.ROOT, "+%.1f s", ms / 1000d);
        if (duration.toHours() < 1) return "+" + duration.toMinutes() + " min";
        return duration.toDays() < 1 ? "+" + duration.toHours() + " h" : "+" + duration.toDays() + " d";
    }

    /** The name of a partner as its file states it, else its id. */
    public String partner(String id) {
        if (id.isEmpty()) return "unknown sender";
        return partners.find(id).map(p -> p.name()).orElse(id);
    }

    /** "X12 850", "EDIFACT ORDERS", "JSON". */
    public String format(DocumentRow document) {
        var name =
                switch (document.format()) {
                    case "x12" -> "X12";
                    case "edifact" -> "EDIFACT";
                    case "json" -> "JSON";
                    case "xml" -> "XML";
                    case "csv" -> "CSV";
                    case "fixed" -> "fixed length";
                    case "factur-x" -> "Factur-X";
                    case "smooks" -> "flat file";
                    default -> document.format();
                };
        return document.transactionSet().isEmpty() ? name : name + " " + document.transactionSet();
    }

    /** "OrderResponse" becomes "Order response". */
    public String type(String type) {
        var words = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** "Order 4711". */
    public String title(DocumentRow document) {
        return type(document.type()) + " " + document.reference();
    }

    /** A number of documents, which is not counted further than {@link Tracking#COUNT_MAX}. */
    public String count(int documents) {
        return documents >= Tracking.COUNT_MAX ? documents + "+" : Integer.toString(documents);
    }

    /** What a state means for this document, in a word or three. */
    public String state(DocumentRow document) {
        return switch (document.state()) {
            case "due" -> "waiting to leave";
            case "rejected" -> document.incoming() ? "rejected" : "rejected by partner";
            default -> document.state();
        };
    }

    /** "1,234.50 EUR". */
    public String money(Money money) {
        return String.format(Locale.ROOT, "%,." + fractionDigits(money) + "f %s", money.amount(), money.currency());
    }

    /** What an entry moves, less than zero when it takes back. */
    public String amount(Entry entry) {
        var amount = entry.amount().orElseThrow();
        return money(
                entry.kind() == Entry.Kind.REVERSAL ? new Money(amount.amount().negate(), amount.currency()) : amount);
    }

    /** "Mar 2026". */
    public String month(YearMonth month) {
        return MONTH.format(month.atDay(1));
    }

    /** "12.5 %" of parts per million. */
    public String percent(int ppm) {
        return Redaction.percent(ppm);
    }

    public String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** "accrual"; {@code PARTNER_SHARING} is "partner sharing". */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** "commission held:acme-retail" is "commission held" on that partner's own account. */
    public String account(String name) {
        var colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** "1.2 kB". */
    public String size(long bytes) {
        if (bytes < 1000) return bytes + (bytes == 1 ? " byte" : " bytes");
        if (bytes < 1_000_000) return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static int fractionDigits(Money money) {
        return Math.max(
                money.currency().getDefaultFractionDigits(),
                Math.max(0, money.amount().scale()));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
