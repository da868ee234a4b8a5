package relais.document;

import java.util.Optional;

/** The person who buys. Personal data: it is kept only sealed under the consumer's own key. */
public record Consumer(String name, String email, String phone, Optional<Address> address) {}
