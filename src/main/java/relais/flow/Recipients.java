package relais.flow;

import java.util.List;
import relais.document.Document;
import relais.partner.Channel.Direction;
import relais.partner.DocumentAgreement;
import relais.partner.Partner;
import relais.partner.Partners;

/** Who gets a document that was accepted: a pure function of the document, its sender and the agreements. */
final class Recipients {

    /** A partner and the agreement under which it gets the document. */
    record Recipient(Partner partner, DocumentAgreement agreement) {}

    private final Partners partners;

    Recipients(Partners partners) {
        this.partners = partners;
    }

    /**
     * A document that belongs to an order goes between the brand and the one partner of that order, never to another. One
     * that belongs to none (stock) goes to everyone who agreed to get it, except whom it came from.
     */
    List<Recipient> of(Document document, Partner sender) {
        return partners.all().stream()
                .filter(partner -> !partner.id().equals(sender.id()))
                .filter(partner -> document.orderNumber().isEmpty() || isCounterpart(partner, document, sender))
                .flatMap(partner -> partner.documents().stream()
                        .filter(agreement -> agreement.direction() == Direction.OUT)
                        .filter(agreement -> agreement.document() == document.type())
                        .map(agreement -> new Recipient(partner, agreement)))
                .toList();
    }

    private static boolean isCounterpart(Partner partner, Document document, Partner sender) {
        return sender.role() == Partner.Role.BRAND
                ? partner.id().equals(document.partner())
                : partner.role() == Partner.Role.BRAND;
    }
}
