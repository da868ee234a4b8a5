package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import relais.ledger.Fact.OrderReattributed;
import relais.web.Reattributions.Asked;

/** {@code POST /api/ledger/orders/{seller}/{orderNumber}/attribution}: an operator decides anew who is credited for an order. */
@RestController
class Reattributing {

    private final Reattributions reattributions;
    private final LedgerJson json;

    Reattributing(Reattributions reattributions, LedgerJson json) {
        this.reattributions = reattributions;
        this.json = json;
    }

    /** @param sharePpm parts per million, a whole number */
    record Part(@Nullable String party, @Nullable BigDecimal sharePpm) {

        Reattributions.Part asked() {
            return new Reattributions.Part(party == null ? "" : party, ppm());
        }

        private int ppm() {
            try {
                return sharePpm == null ? 0 : sharePpm.intValueExact();
            } catch (ArithmeticException e) {
                throw Refusal.unprocessable(
                        "The sharePpm " + sharePpm + " is no whole number of parts per million from 1 to 1,000,000.");
            }
        }
    }

    /** @param shares sum to 1,000,000 */
    record Body(
            @Nullable List<@Nullable Part> shares, @Nullable String reason) {

        Asked asked() {
            List<@Nullable Part> parts = shares == null ? List.of() : shares;
            return new Asked(
                    parts.stream().filter(Objects::nonNull).map(Part::asked).toList(),
                    new KeptText(reason == null ? "" : reason));
        }
    }

    @PostMapping(
            path = "/api/ledger/orders/{seller}/{orderNumber}/attribution",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JsonNode attribute(
            Viewer viewer, @PathVariable String seller, @PathVariable String orderNumber, @RequestBody Body body) {
        if (!viewer.isOperator()) throw Refusal.forbidden("Only an operator of the brand attributes an order anew.");
        var order = reattributions
                .order(seller, orderNumber)
                .orElseThrow(() -> Refusal.notFound(Reattributions.unknown(seller, orderNumber)));
        return reattributions.decide(order, body.asked(), viewer.name()).fold(this::answer, faults -> {
            throw Refusal.unprocessable(faults);
        });
    }

    private JsonNode answer(OrderReattributed fact) {
        return json.object()
                .put("number", fact.number())
                .put("operator", fact.operator())
                .put("order", "/api/ledger/orders/" + fact.partner() + "/" + fact.orderNumber());
    }
}
