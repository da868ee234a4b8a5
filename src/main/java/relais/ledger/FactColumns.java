package relais.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as text, for its table and for its hash.
 *
 * @param content JSON of what the kind has besides; empty when that is nothing
 */
record FactColumns(
        String kind,
        String partner,
        String number,
        String orderNumber,
        @Nullable String consumer,
        String day,
        String content,
        String document) {

    static FactColumns of(Fact fact) {
        var content = fact.fold(FactContent.OF);
        return new FactColumns(
                fact.fold(FactContent.KIND),
                fact.partner(),
                fact.number(),
                fact.orderNumber(),
                fact.consumer().map(UUID::toString).orElse(null),
                fact.day().toString(),
                content,
                fact.document().toString());
    }

    /** Of the content. The document is left out: the same order in another document is the same order. */
    byte[] hash() {
        return new Canonical(Canonical.Type.FACT)
                .text(kind)
                .text(partner)
                .text(number)
                .text(orderNumber)
                .text(consumer == null ? "" : consumer)
                .text(day)
                .text(content)
                .hash();
    }
}
