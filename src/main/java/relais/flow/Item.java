package relais.flow;

import java.util.Optional;
import java.util.UUID;
import relais.document.Consumer;
import relais.document.Document;
import relais.edi.Answer;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.mailbox.Documents.Source;
import relais.partner.DocumentAgreement;

/**
 * One document in the making: where it came from, what came in, under which agreement, what was found, and the document once
 * it is translated.
 *
 * @param findings so far, in the order of the steps
 * @param named whom it names, as far as that could be read, also where it became no document
 * @param consumer whose key seals the document; empty while unknown or when it names no person
 */
record Item(
        Origin origin,
        Content content,
        Findings findings,
        Optional<DocumentAgreement> agreement,
        Optional<Document> document,
        Optional<Consumer> named,
        Optional<UUID> consumer) {

    /**
     * What an item is known by.
     *
     * @param id of the document in the register
     * @param transactionSet "850", "ORDERS"; empty for formats that have none
     * @param controlNumber interchange/group/set as sent; empty for formats that have none
     * @param reference the number its sender gave it, as far as it could be read
     */
    record Origin(
            UUID id, Source source, String format, String transactionSet, String controlNumber, String reference) {}

    static Item of(UUID id, Source source, String format, Content content) {
        var origin = new Origin(id, source, format, "", "", "");
        return new Item(
                origin,
                content,
                Findings.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    UUID id() {
        return origin.id();
    }

    Source source() {
        return origin.source();
    }

    String format() {
        return origin.format();
    }

    String transactionSet() {
        return origin.transactionSet();
    }

    String controlNumber() {
        return origin.controlNumber();
    }

    String reference() {
        return origin.reference();
    }

    boolean rejected() {
        return findings.hasErrors();
    }

    /** Whether it answers for something we sent, and is no document of the trade. */
    boolean isAcknowledgement() {
        return transactionSet().equals("TA1")
                || content instanceof Content.Segments segments && Answer.isIn(segments.set());
    }

    Item and(Findings more) {
        return new Item(origin, content, findings.and(more), agreement, document, named, consumer);
    }

    Item and(Finding more) {
        return and(Findings.of(more));
    }

    /** Rejected, because a document of its number was accepted before. */
    Item reused() {
        return and(Finding.error(
                FindingCode.DOCUMENT_NUMBER_REUSED,
                Location.nowhere(),
                document.map(d -> d.type().title()).orElse("document") + " " + reference() + " was accepted before"));
    }

    Item of(DocumentAgreement agreed) {
        return new Item(origin, content, findings, Optional.of(agreed), document, named, consumer);
    }

    Item numbered(String set, String control) {
        return from(new Origin(id(), source(), format(), set, control, reference()));
    }

    Item referredTo(String number) {
        return from(new Origin(id(), source(), format(), transactionSet(), controlNumber(), number));
    }

    private Item from(Origin known) {
        return new Item(known, content, findings, agreement, document, named, consumer);
    }

    Item with(Content read) {
        return new Item(origin, read, findings, agreement, document, named, consumer);
    }

    Item translated(Document translated) {
        return new Item(origin, content, findings, agreement, Optional.of(translated), named, consumer);
    }

    Item naming(Optional<Consumer> person) {
        return new Item(origin, content, findings, agreement, document, person, consumer);
    }

    Item sealedFor(Optional<UUID> person) {
        return new Item(origin, content, findings, agreement, document, named, person);
    }
}
