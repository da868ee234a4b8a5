package relais.document;

import java.util.List;

/**
 * What is traded.
 *
 * @param gtin GS1 Global Trade Item Number (8, 12, 13 or 14 digits), or empty
 * @param sellerCode the brand's article number
 * @param buyerCode the partner's article number
 * @param attributes what tells it from its like: size and colour, or the configuration of an item made to order
 */
public record Item(String gtin, String sellerCode, String buyerCode, String description, List<Attribute> attributes) {
    public Item {
        attributes = List.copyOf(attributes);
    }

    /** An item that needs no attributes. */
    public Item(String gtin, String sellerCode, String buyerCode, String description) {
        this(gtin, sellerCode, buyerCode, description, List.of());
    }

    /** @param name a name the parties agreed on: {@code colour}, {@code engraving} */
    public record Attribute(String name, String value) {}
}
