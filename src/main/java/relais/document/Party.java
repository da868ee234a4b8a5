package relais.document;

import java.util.Optional;

/**
 * A company, or one of its places.
 *
 * @param id the number the trading partner knows it by (store number, vendor number)
 * @param gln GS1 Global Location Number, 13 digits, or empty
 * @param taxId VAT registration number or tax number, or empty
 */
public record Party(
        String id, String gln, String name, String taxId, Optional<Address> address, Optional<Contact> contact) {}
