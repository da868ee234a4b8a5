package relais.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.consumer.ConsumerTokens;
import relais.tracking.OrderStatus;
import relais.tracking.OrderStatuses;

/** {@code GET /api/consumer/orders/{number}}: a consumer follows an order under the brand's name. */
public final class OrderView {

    private static final String SCHEME = "Bearer ";

    private final OrderStatuses orders;
    private final ConsumerTokens tokens;
    private final ObjectMapper json;

    OrderView(OrderStatuses orders, ConsumerTokens tokens, ObjectMapper json) {
        this.orders = orders;
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * @param number the number the consumer knows the order by
     * @param authorization the header of that name: {@code Bearer} and the consumer's token
     * @return 401 without a token that holds; 404 for an order that is not this consumer's
     */
    public Answer get(String number, @Nullable String authorization) {
        var consumer = consumer(authorization == null ? "" : authorization);
        if (consumer.isEmpty())
            return Problem.unauthorised("Open the order again from the message that named it.")
                    .answer();
        return orders.find(consumer.get(), number)
                .map(order -> Answer.ok(write(order).toString()))
                .orElseGet(() ->
                        Problem.notFound("You have no order " + number + ".").answer());
    }

    private Optional<UUID> consumer(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
        return tokens.verify(authorization.substring(SCHEME.length()).strip());
    }

    private ObjectNode write(OrderStatus order) {
        var body = json.createObjectNode()
                .put("brand", order.brand())
                .put("number", order.number())
                .put("orderedOn", order.orderedOn().toString())
                .put("status", order.status().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        order.invoicedOn().ifPresent(day -> body.put("invoicedOn", day.toString()));
        var lines = body.putArray("lines");
        for (var line : order.lines()) {
            var node = lines.addObject().put("article", line.article()).put("quantity", line.quantity());
            line.promisedOn().ifPresent(day -> node.put("promisedOn", day.toString()));
        }
        var shipments = body.putArray("shipments");
        for (var shipment : order.shipments()) {
            var node = shipments
                    .addObject()
                    .put("shippedOn", shipment.shippedOn().toString())
                    .put("carrier", shipment.carrier())
                    .put("trackingNumber", shipment.trackingNumber());
            shipment.expectedOn().ifPresent(day -> node.put("expectedOn", day.toString()));
        }
        return body;
    }
}
