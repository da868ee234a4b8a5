package relais.document;

/**
 * What is traded.
 *
 * @param gtin GS1 Global Trade Item Number (8, 12, 13 or 14 digits), or empty
 * @param sellerCode the brand's article number
 * @param buyerCode the partner's article number
 */
public record Item(String gtin, String sellerCode, String buyerCode, String description) {}
