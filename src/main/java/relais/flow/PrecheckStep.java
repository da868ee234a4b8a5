package relais.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import relais.consumer.ConsumerErased;
import relais.document.DocumentType;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.Limits;
import relais.edi.Position;
import relais.edi.Structures;
import relais.finding.Findings;
import relais.mailbox.Documents;
import relais.mailbox.Inbox;
import relais.partner.Partner;
import relais.partner.Partners;

/**
 * Says what is wrong with something that was just stored, so that whoever posted it hears so at once. It has no effect: the
 * receipt is processed as any other, and comes to the same findings. Interchanges are answered by their acknowledgements, so
 * of them only bytes that are none are found here. Of a file nothing is said here as long as one of its documents can go on.
 */
public final class PrecheckStep {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Inbox inbox;
    private final Documents documents;
    private final Partners partners;
    private final Structures structures;
    private final FileReading files;
    private final TranslateStep translate;
    private final CheckStep check;

    PrecheckStep(
            Inbox inbox,
            Documents documents,
            Partners partners,
            Structures structures,
            FileReading files,
            TranslateStep translate,
            CheckStep check) {
        this.inbox = inbox;
        this.documents = documents;
        this.partners = partners;
        this.structures = structures;
        this.files = files;
        this.translate = translate;
        this.check = check;
    }

    /** @param receipt that the Inbox has committed; of a duplicate, what its first receipt holds is judged, unless whom that names was erased */
    public Findings check(UUID receipt) {
        var first = inbox.find(receipt).flatMap(Inbox.Receipt::duplicateOf).orElse(receipt);
        try {
            return check(inbox.look(first));
        } catch (ConsumerErased named) {
            return Findings.none();
        }
    }

    private Findings check(Inbox.Claim claim) {
        var sender = partners.get(claim.partner());
        var items = check.check(translate.translate(read(claim, sender))).items().stream()
                .map(item -> isAcceptedElsewhere(item) ? item.reused() : item)
                .toList();
        return items.stream().allMatch(Item::rejected) ? findings(items) : Findings.none();
    }

    private static Findings findings(List<Item> items) {
        return items.stream().map(Item::findings).reduce(Findings.none(), Findings::and);
    }

    private Batch read(Inbox.Claim claim, Partner sender) {
        try (var in = new BufferedInputStream(inbox.open(claim.receipt(), 0), BUFFER_BYTES)) {
            return FileReading.isInterchange(in)
                    ? Batch.of(claim, sender, files.unread(claim).and(beginning(in)))
                    : files.read(claim, sender, 0, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What keeps bytes from being an interchange at all; nothing if they begin one. */
    private Findings beginning(InputStream in) {
        var first = new InterchangeReader(in, Position.start(), structures, Limits.standard()).next();
        return first instanceof Event.Unreadable unreadable ? new Findings(unreadable.findings()) : Findings.none();
    }

    /** Whether the order's number came before; a worker may have accepted this very receipt already. */
    private boolean isAcceptedElsewhere(Item item) {
        return !item.rejected()
                && item.document()
                        .filter(document -> document.type() == DocumentType.ORDER)
                        .flatMap(order -> documents.order(order.partner(), order.number()))
                        .flatMap(Documents.Entry::source)
                        .filter(source -> !source.receipt().equals(item.source().receipt()))
                        .isPresent();
    }
}
