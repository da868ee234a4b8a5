package relais.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import relais.edi.Position;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.mailbox.Documents.Source;
import relais.mailbox.Inbox;
import relais.partner.Channel.Direction;
import relais.partner.Partner;
import relais.partner.Partners;

/**
 * Reads the next batch of a receipt: transaction sets with their findings, or the one document of another format. Decides
 * by the bytes what they are, and by the sender's agreements whether they may come.
 */
public final class ReadStep {

    /** Bytes in which the first character that is no blank or byte-order mark must come. */
    private static final int START_BYTES_MAX = 1024;

    private final Inbox inbox;
    private final Partners partners;
    private final EdiReading edi;
    private final int singleBytesMax;
    private final Supplier<UUID> ids;

    /** @param singleBytesMax the longest JSON or flat file, which is held in memory as a whole */
    ReadStep(Inbox inbox, Partners partners, EdiReading edi, int singleBytesMax, Supplier<UUID> ids) {
        this.inbox = inbox;
        this.partners = partners;
        this.edi = edi;
        this.singleBytesMax = singleBytesMax;
        this.ids = ids;
    }

    public Batch read(Inbox.Claim claim) {
        var sender = partners.get(claim.partner());
        var position = claim.position().map(Stored::position).orElse(Position.start());
        try (var in = new BufferedInputStream(inbox.open(claim.receipt(), position.offset()), 1 << 16)) {
            if (position.offset() > 0) return edi.read(claim, sender, position, in);
            return switch (firstByte(in)) {
                case -1 -> single(claim, sender, nothing(claim, FindingCode.EMPTY_INPUT, "the input has no content"));
                case 'I', 'U' -> edi.read(claim, sender, position, in);
                case '{' -> single(claim, sender, json(claim, in));
                default -> single(claim, sender, flatFile(claim, sender, in));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first byte that is neither blank nor part of a byte-order mark, without consuming anything; -1 if there is none. */
    private static int firstByte(BufferedInputStream in) throws IOException {
        in.mark(START_BYTES_MAX);
        var start = in.readNBytes(START_BYTES_MAX - 1);
        in.reset();
        for (var b : start) if (b > ' ') return b;
        return start.length == 0 ? -1 : 0;
    }

    private Item json(Inbox.Claim claim, BufferedInputStream in) throws IOException {
        return whole(claim, Format.JSON, in);
    }

    private Item flatFile(Inbox.Claim claim, Partner sender, BufferedInputStream in) throws IOException {
        var agreed = sender.documents().stream()
                .filter(a -> a.direction() == Direction.IN && a.format().equals(Format.SMOOKS))
                .filter(a -> a.channel().isEmpty() || a.channel().equals(claim.channel()))
                .findFirst();
        if (agreed.isEmpty())
            return nothing(
                    claim,
                    FindingCode.UNREADABLE_INPUT,
                    "neither X12, EDIFACT nor JSON, and no flat file is agreed for channel " + claim.channel());
        return whole(claim, Format.SMOOKS, in).of(agreed.get());
    }

    private Item whole(Inbox.Claim claim, String format, BufferedInputStream in) throws IOException {
        var bytes = in.readNBytes(singleBytesMax + 1);
        if (bytes.length > singleBytesMax)
            return nothing(
                    claim,
                    FindingCode.INPUT_TOO_LARGE,
                    "more than the " + singleBytesMax + " bytes that a document of format " + format + " may have");
        return Item.of(ids.get(), source(claim), format, new Content.Raw(bytes));
    }

    private Item nothing(Inbox.Claim claim, FindingCode code, String text) {
        return Item.of(ids.get(), source(claim), "", new Content.Nothing())
                .and(Finding.error(code, Location.offset(0), text));
    }

    private static Source source(Inbox.Claim claim) {
        return new Source(claim.receipt(), 1, 1, 0, claim.sizeBytes());
    }

    private static Batch single(Inbox.Claim claim, Partner sender, Item item) {
        return new Batch(claim, sender, 1, Optional.empty(), true, List.of(), List.of(item), Optional.empty());
    }
}
