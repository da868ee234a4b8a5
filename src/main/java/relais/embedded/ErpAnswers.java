package relais.embedded;

import static java.math.RoundingMode.HALF_UP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What the example brand's ERP answers to an order: it accepts every line, ships all of it in one package and charges it.
 * Numbers follow from the order's, so that the same order always gets the same answers. It works on plain JSON, as an ERP
 * that knows nothing of the hub's classes would.
 */
final class ErpAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String COMPANY_PREFIX = "5412345";
    private static final int SERIALS = 1_000_000_000;
    private static final int DAYS_TO_ARRIVE = 3;
    private static final int DAYS_TO_PAY = 30;

    private final JsonNode order;
    private final LocalDate today;
    private final String number;

    ErpAnswers(JsonNode order, LocalDate today) {
        this.order = order;
        this.today = today;
        this.number = initials(order.path("partner").asText()) + "-"
                + order.path("number").asText();
    }

    /** OrderResponse, DespatchAdvice and Invoice, in this order. */
    List<ObjectNode> all() {
        return List.of(response(), despatch(), invoice());
    }

    private ObjectNode response() {
        var answer = head("OrderResponse", "R-" + number)
                .put("currency", order.path("currency").asText())
                .put("status", "ACCEPTED");
        parties(answer);
        for (var line : order.path("lines"))
            line(answer, line)
                    .put("unitPrice", line.path("unitPrice").decimalValue())
                    .put("status", "ACCEPTED")
                    .put("promisedOn", today.plusDays(1).toString());
        return answer;
    }

    private ObjectNode despatch() {
        var answer = head("DespatchAdvice", "S-" + number)
                .put("shippedOn", today.toString())
                .put("expectedOn", today.plusDays(DAYS_TO_ARRIVE).toString());
        answer.putObject("carrier")
                .put("scac", "LUMX")
                .put("name", "Lumen Express")
                .put("trackingNumber", "LX" + serial());
        parties(answer);
        if (order.has("shipTo")) answer.set("shipTo", order.get("shipTo"));
        var contents = answer.putArray("packages").addObject().put("sscc", sscc());
        contents.putArray("lines");
        for (var line : order.path("lines")) line(contents, line);
        return answer;
    }

    private ObjectNode invoice() {
        var currency = Currency.getInstance(order.path("currency").asText());
        var answer = head("Invoice", "I-" + number)
                .put("despatchNumber", "S-" + number)
                .put("currency", currency.getCurrencyCode())
                .put("dueOn", today.plusDays(DAYS_TO_PAY).toString());
        parties(answer);
        var net = BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits(), HALF_UP);
        for (var line : order.path("lines")) {
            var price = line.path("unitPrice").decimalValue();
            var amount = price.multiply(line.path("quantity").path("value").decimalValue())
                    .setScale(currency.getDefaultFractionDigits(), HALF_UP);
            line(answer, line).put("unitPrice", price).put("netAmount", amount);
            net = net.add(amount);
        }
        return answer.put("netAmount", net)
                .put("taxAmount", BigDecimal.ZERO.setScale(net.scale(), HALF_UP))
                .put("payableAmount", net);
    }

    private ObjectNode head(String type, String itsNumber) {
        return JSON.objectNode()
                .put("type", type)
                .put("number", itsNumber)
                .put("partner", order.path("partner").asText())
                .put("issuedOn", today.toString())
                .put("orderNumber", order.path("number").asText())
                .put("orderIssuedOn", order.path("issuedOn").asText());
    }

    private void parties(ObjectNode answer) {
        for (var role : List.of("buyer", "seller")) if (order.has(role)) answer.set(role, order.get(role));
    }

    private static ObjectNode line(ObjectNode owner, JsonNode ordered) {
        var line = owner.withArray("lines")
                .addObject()
                .put("lineNumber", ordered.path("lineNumber").asInt());
        line.set("item", ordered.path("item"));
        line.set("quantity", ordered.path("quantity"));
        return line;
    }

    /** Two partners may give their orders the same number. */
    private static String initials(String partner) {
        var initials = new StringBuilder();
        for (var word : partner.split("-")) if (!word.isEmpty()) initials.append(word.charAt(0));
        return initials.toString().toUpperCase(Locale.ROOT);
    }

    private String serial() {
        var checksum = new CRC32();
        checksum.update(number.getBytes(StandardCharsets.UTF_8));
        return String.format("%09d", checksum.getValue() % SERIALS);
    }

    private String sscc() {
        var digits = "0" + COMPANY_PREFIX + serial();
        return digits + checkDigit(digits);
    }

    /** GS1 General Specifications 7.9: weights 3 and 1 from the right, what is missing to the next ten. */
    static int checkDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * Character.digit(digits.charAt(i), 10);
        }
        return (10 - sum % 10) % 10;
    }
}
