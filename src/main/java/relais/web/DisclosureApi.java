package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/partners/{id}/consumers/{token}}: what a partner may see of a consumer it brought. */
@RestController
class DisclosureApi {

    private final BroughtConsumers consumers;
    private final LedgerJson json;

    DisclosureApi(BroughtConsumers consumers, LedgerJson json) {
        this.consumers = consumers;
        this.json = json;
    }

    /** For the partner itself; an operator sees a consumer under {@code /api/consumers}. */
    @GetMapping(path = "/api/partners/{id}/consumers/{token}", produces = "application/json")
    JsonNode disclosed(Viewer viewer, @PathVariable String id, @PathVariable String token) {
        if (viewer.isOperator())
            throw Refusal.notFound("This is what a partner sees, and noted as that; an operator asks for a consumer"
                    + " by its id at /api/consumers/ID.");
        if (!viewer.partner().equals(id)) throw nobody();
        var brought = consumers.find(viewer, token).orElseThrow(DisclosureApi::nobody);
        var body = json.object()
                .put("consumer", token)
                .put("acquiredOn", brought.acquiredOn().toString());
        brought.disclosure()
                .ifPresent(disclosure ->
                        body.put("visibleUntil", disclosure.until().toString()));
        var fields = body.putObject("fields");
        brought.told().forEach(fields::put);
        return body.put("because", brought.because());
    }

    private static Refusal nobody() {
        return Refusal.notFound("You brought no consumer that you know by this token.");
    }
}
