package relais.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
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
 * of them only bytes that are none are found here.
 */
public final class PrecheckStep {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Inbox inbox;
    private final Documents documents;
    private final Partners partners;
    private final Structures structures;
    private final SingleReading single;
    private final TranslateStep translate;
    private final CheckStep check;

    PrecheckStep(
            Inbox inbox,
            Documents documents,
            Partners partners,
            Structures structures,
            SingleReading single,
            TranslateStep translate,
            CheckStep check) {
        this.inbox = inbox;
        this.documents = documents;
        this.partners = partners;
        this.structures = structures;
        this.single = single;
        this.translate = translate;
        this.check = check;
    }

    /** @param receipt that the Inbox has committed; of a duplicate, what its first receipt holds is judged */
    public Findings check(UUID receipt) {
        var first = inbox.find(receipt).flatMap(Inbox.Receipt::duplicateOf).orElse(receipt);
        var claim = inbox.look(first);
        var sender = partners.get(claim.partner());
        var read = Batch.of(claim, sender, read(claim, sender));
        var item = check.check(translate.translate(read)).items().get(0);
        return isAcceptedElsewhere(item) ? item.reused().findings() : item.findings();
    }

    private Item read(Inbox.Claim claim, Partner sender) {
        try (var in = new BufferedInputStream(inbox.open(claim.receipt(), 0), BUFFER_BYTES)) {
            return SingleReading.isInterchange(in)
                    ? single.unread(claim).and(beginning(in))
                    : single.read(claim, sender, in);
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
