package relais.document;

/**
 * A postal address.
 *
 * @param region state or province code where the country has them
 * @param country ISO 3166-1 alpha-2
 */
public record Address(String line1, String line2, String city, String region, String postalCode, String country) {}
