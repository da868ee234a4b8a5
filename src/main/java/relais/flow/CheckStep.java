package relais.flow;

import relais.document.Document;
import relais.document.DocumentType;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.mailbox.Documents;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.rules.Rules;

/** Checks documents against the agreement, and against the orders they refer to. */
public final class CheckStep {

    private final Partners partners;
    private final Documents documents;

    CheckStep(Partners partners, Documents documents) {
        this.partners = partners;
        this.documents = documents;
    }

    public Batch check(Batch batch) {
        return batch.mapAccepted(item -> item.document()
                .map(document -> item.and(check(document, batch.sender())))
                .orElse(item));
    }

    private Findings check(Document document, Partner sender) {
        var counterpart = partners.find(document.partner());
        if (counterpart.isEmpty())
            return Findings.of(Finding.error(
                    FindingCode.VALUE_INVALID,
                    Location.pointer("/partner"),
                    "no partner is called " + document.partner()));
        var findings = Rules.check(document, counterpart.get());
        return refersToKnownOrder(document)
                ? findings
                : findings.and(Findings.of(Finding.error(
                        FindingCode.ORDER_UNKNOWN,
                        Location.pointer("/orderNumber"),
                        "no order " + document.orderNumber() + " of " + document.partner() + " was accepted")));
    }

    private boolean refersToKnownOrder(Document document) {
        return document.type() == DocumentType.ORDER
                || document.orderNumber().isEmpty()
                || documents.order(document.partner(), document.orderNumber()).isPresent();
    }
}
