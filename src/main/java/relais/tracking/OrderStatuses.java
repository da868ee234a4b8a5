package relais.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.partner.Partners;
import relais.tracking.OrderStatus.Line;
import relais.tracking.OrderStatus.Shipment;
import relais.tracking.OrderStatus.Stage;

/** The orders of one consumer, whoever took them, under the brand's name. */
public final class OrderStatuses {

    /** Orders of one consumer that are looked through, newest first. */
    private static final int ORDERS_MAX = 200;

    private static final int DOCUMENTS_MAX = 200;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Partners partners;
    private final ObjectMapper json;

    public OrderStatuses(JdbcClient jdbc, Contents contents, Partners partners, ObjectMapper json) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.partners = partners;
        this.json = json;
    }

    /**
     * @param number the number the consumer knows the order by, or the seller's
     * @return empty if this consumer has no such order, even if another one has
     */
    public Optional<OrderStatus> find(UUID consumer, String number) {
        return orders(consumer)
                .filter(order -> goesBy(order.content(), number))
                .findFirst()
                .map(order -> status(order, number));
    }

    private static boolean goesBy(JsonNode order, String number) {
        return order.path("number").asText().equals(number)
                || order.path("consumerOrderNumber").asText().equals(number);
    }

    private Stream<Content> orders(UUID consumer) {
        return jdbc
                .sql(DocumentRows.complete("""
                        select * from document
                        where consumer = :consumer and type = 'Order' and direction = 'in' and state = 'accepted'
                        order by created_at desc limit :rows"""))
                .param("consumer", consumer)
                .param("rows", ORDERS_MAX)
                .query(DocumentRows.WITHOUT_REASON)
                .list()
                .stream()
                .flatMap(row -> read(row).stream());
    }

    private OrderStatus status(Content order, String number) {
        var chain = chain(order);
        var responses = of("OrderResponse", chain);
        var despatches = of("DespatchAdvice", chain);
        return new OrderStatus(
                partners.brand().name(),
                number,
                LocalDate.parse(order.content().path("issuedOn").asText()),
                stage(order.content(), responses, despatches),
                list(order.content().path("lines"))
                        .map(line -> line(line, responses))
                        .toList(),
                despatches.stream().map(OrderStatuses::shipment).toList(),
                of("Invoice", chain).stream().findFirst().flatMap(invoice -> day(invoice, "issuedOn")));
    }

    /** The documents that answer an order, one of each type and number, oldest first. */
    private List<Content> chain(Content order) {
        var byTypeAndNumber = new LinkedHashMap<String, Content>();
        jdbc
                .sql(DocumentRows.complete("""
                                select * from document
                                where partner in (:seller, :brand) and order_number = :order and order_number <> ''
                                  and type in ('OrderResponse', 'DespatchAdvice', 'Invoice') and state <> 'rejected'
                                order by created_at, id limit :rows""") + " order by d.created_at, d.id")
                .param("seller", order.row().partner())
                .param("brand", partners.brand().id())
                .param("order", order.content().path("number").asText())
                .param("rows", DOCUMENTS_MAX)
                .query(DocumentRows.WITHOUT_REASON)
                .list()
                .stream()
                .flatMap(row -> read(row).stream())
                .filter(answer ->
                        answer.content().path("partner").equals(order.content().path("partner")))
                .forEach(answer -> byTypeAndNumber.putIfAbsent(
                        answer.row().type() + " " + answer.row().number(), answer));
        return List.copyOf(byTypeAndNumber.values());
    }

    private Optional<Content> read(DocumentRow row) {
        return contents.canonical(row).map(body -> {
            try {
                return new Content(row, json.readTree(body));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the body of document " + row.id() + " is no JSON", e);
            }
        });
    }

    private static List<JsonNode> of(String type, List<Content> chain) {
        return chain.stream()
                .filter(document -> document.row().type().equals(type))
                .map(Content::content)
                .toList();
    }

    private static Stage stage(JsonNode order, List<JsonNode> responses, List<JsonNode> despatches) {
        var rejected = responses.stream()
                .anyMatch(response -> response.path("status").asText().equalsIgnoreCase("rejected"));
        if (rejected) return Stage.CANCELLED;
        if (despatches.isEmpty()) return responses.isEmpty() ? Stage.RECEIVED : Stage.CONFIRMED;
        var ordered = sum(list(order.path("lines")));
        var shipped = sum(despatches.stream()
                .flatMap(despatch -> list(despatch.path("packages")))
                .flatMap(pack -> list(pack.path("lines"))));
        return shipped.compareTo(ordered) < 0 ? Stage.PARTLY_SHIPPED : Stage.SHIPPED;
    }

    private static BigDecimal sum(Stream<JsonNode> lines) {
        return lines.map(line -> new BigDecimal(line.at("/quantity/value").asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Line line(JsonNode line, List<JsonNode> responses) {
        var promisedOn = responses.stream()
                .flatMap(response -> list(response.path("lines")))
                .filter(answer -> answer.path("lineNumber").equals(line.path("lineNumber")))
                .findFirst()
                .flatMap(answer -> day(answer, "promisedOn"));
        return new Line(
                line.at("/item/description").asText(line.at("/item/gtin").asText()),
                line.at("/quantity/value").asText() + " "
                        + line.at("/quantity/unit").asText(),
                promisedOn);
    }

    private static Shipment shipment(JsonNode despatch) {
        return new Shipment(
                LocalDate.parse(despatch.path("shippedOn").asText()),
                day(despatch, "expectedOn"),
                despatch.at("/carrier/name").asText(despatch.at("/carrier/scac").asText()),
                despatch.at("/carrier/trackingNumber").asText());
    }

    private static Optional<LocalDate> day(JsonNode node, String name) {
        var day = node.path(name).asText();
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private record Content(DocumentRow row, JsonNode content) {}
}
