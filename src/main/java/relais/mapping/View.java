package relais.mapping;

import java.util.Map;
import java.util.function.Function;
import relais.document.Document;
import relais.document.DocumentType;
import relais.document.SalesByItem;
import relais.document.SalesReport;

/**
 * The record whose names a mapping uses: the document's own, or one that says the same in another order.
 *
 * @param of makes it of a document
 * @param document makes a document of it
 */
record View(Tree tree, Function<Document, Object> of, Function<Object, Document> document) {

    private static final Map<String, View> TURNED = Map.of(
            "SalesByItem",
            new View(Tree.of(SalesByItem.class), report -> SalesByItem.of((SalesReport) report), items -> ((SalesByItem)
                            items)
                    .report()));

    static View of(DocumentType type) {
        return new View(Tree.of(type.type()), document -> document, built -> (Document) built);
    }

    /** By their names. */
    static Map<String, View> turned(DocumentType type) {
        return type == DocumentType.SALES_REPORT ? TURNED : Map.of();
    }
}
