package relais.flow;

import java.util.Optional;
import java.util.UUID;
import relais.document.Document;
import relais.edi.Answer;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.mailbox.Documents.Source;
import relais.partner.DocumentAgreement;

/**
 * One document in the making: what came in, under which agreement, what was found, and the document once it is translated.
 *
 * @param id of the document in the register
 * @param transactionSet "850", "ORDERS"; empty for formats that have none
 * @param controlNumber interchange/group/set as sent; empty for formats that have none
 * @param reference the number its sender gave it, as far as it could be read
 * @param findings so far, in the order of the steps
 * @param consumer whose key seals the document; empty while unknown or when it names no person
 */
record Item(
        UUID id,
        Source source,
        String format,
        String transactionSet,
        String controlNumber,
        String reference,
        Content content,
        Findings findings,
        Optional<DocumentAgreement> agreement,
        Optional<Document> document,
        Optional<UUID> consumer) {

    static Item of(UUID id, Source source, String format, Content content) {
        return new Item(
                id,
                source,
                format,
                "",
                "",
                "",
                content,
                Findings.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean rejected() {
        return findings.hasErrors();
    }

    /** Whether it answers for something we sent, and is no document of the trade. */
    boolean isAcknowledgement() {
        return transactionSet.equals("TA1")
                || content instanceof Content.Segments segments && Answer.isIn(segments.set());
    }

    Item and(Findings more) {
        return new Item(
                id,
                source,
                format,
                transactionSet,
                controlNumber,
                reference,
                content,
                findings.and(more),
                agreement,
                document,
                consumer);
    }

    Item and(Finding more) {
        return and(Findings.of(more));
    }

    /** Rejected, because a document of its number was accepted before. */
    Item reused() {
        return and(Finding.error(
                FindingCode.DOCUMENT_NUMBER_REUSED,
                Location.nowhere(),
                document.map(d -> d.type().title()).orElse("document") + " " + reference + " was accepted before"));
    }

    Item of(DocumentAgreement agreed) {
        return new Item(
                id,
                source,
                format,
                transactionSet,
                controlNumber,
                reference,
                content,
                findings,
                Optional.of(agreed),
                document,
                consumer);
    }

    Item numbered(String set, String control) {
        return new Item(id, source, format, set, control, reference, content, findings, agreement, document, consumer);
    }

    Item referredTo(String number) {
        return new Item(
                id,
                source,
                format,
                transactionSet,
                controlNumber,
                number,
                content,
                findings,
                agreement,
                document,
                consumer);
    }

    Item with(Content read) {
        return new Item(
                id,
                source,
                format,
                transactionSet,
                controlNumber,
                reference,
                read,
                findings,
                agreement,
                document,
                consumer);
    }

    Item translated(Document translated) {
        return new Item(
                id,
                source,
                format,
                transactionSet,
                controlNumber,
                reference,
                content,
                findings,
                agreement,
                Optional.of(translated),
                consumer);
    }

    Item sealedFor(Optional<UUID> person) {
        return new Item(
                id,
                source,
                format,
                transactionSet,
                controlNumber,
                reference,
                content,
                findings,
                agreement,
                document,
                person);
    }
}
