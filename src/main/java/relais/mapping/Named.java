package relais.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import relais.document.Address;
import relais.document.Consumer;

/** Whom a document names, read from what may never become a document: every text as far as it is there. */
final class Named {

    private static final String CONSUMER = "consumer";

    private Named() {}

    static Optional<Consumer> in(Draft draft) {
        return draft.known(CONSUMER)
                .map(person -> new Consumer(
                        person.text("name"),
                        person.text("email"),
                        person.text("phone"),
                        person.text("loyaltyNumber"),
                        person.known("address").map(Named::address)));
    }

    private static Address address(Draft address) {
        return new Address(
                address.text("line1"),
                address.text("line2"),
                address.text("city"),
                address.text("region"),
                address.text("postalCode"),
                address.text("country"));
    }

    static Optional<Consumer> in(JsonNode tree) {
        var person = tree.path(CONSUMER);
        if (!person.isObject()) return Optional.empty();
        return Optional.of(new Consumer(
                person.path("name").asText(),
                person.path("email").asText(),
                person.path("phone").asText(),
                person.path("loyaltyNumber").asText(),
                Optional.of(person.path("address")).filter(JsonNode::isObject).map(Named::address)));
    }

    private static Address address(JsonNode address) {
        return new Address(
                address.path("line1").asText(),
                address.path("line2").asText(),
                address.path("city").asText(),
                address.path("region").asText(),
                address.path("postalCode").asText(),
                address.path("country").asText());
    }
}
