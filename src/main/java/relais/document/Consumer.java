package relais.document;

import java.util.Optional;

/**
 * The person who buys. Personal data: it is kept only sealed under the consumer's own key.
 *
 * @param loyaltyNumber of the brand's or the partner's loyalty programme, or empty
 */
public record Consumer(String name, String email, String phone, String loyaltyNumber, Optional<Address> address) {}
