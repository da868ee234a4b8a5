package relais.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import relais.edi.Position;
import relais.mailbox.Inbox;
import relais.partner.Partners;

/**
 * Reads the next batch of a receipt: transaction sets with their findings, or the documents of another format. Decides
 * by the bytes what they are, and by the sender's agreements whether they may come.
 */
public final class ReadStep {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Inbox inbox;
    private final Partners partners;
    private final EdiReading edi;
    private final FileReading files;

    ReadStep(Inbox inbox, Partners partners, EdiReading edi, FileReading files) {
        this.inbox = inbox;
        this.partners = partners;
        this.edi = edi;
        this.files = files;
    }

    public Batch read(Inbox.Claim claim) {
        var sender = partners.get(claim.partner());
        var position = claim.position().map(Stored::position).orElse(Position.start());
        try (var in = new BufferedInputStream(inbox.open(claim.receipt(), position.offset()), BUFFER_BYTES)) {
            return position.offset() > 0 || FileReading.isInterchange(in)
                    ? edi.read(claim, sender, position, in)
                    : files.read(claim, sender, position.sets(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
