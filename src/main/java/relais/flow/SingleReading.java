package relais.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.UUID;
import java.util.function.Supplier;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.mailbox.Documents.Source;
import relais.mailbox.Inbox;
import relais.partner.Channel.Direction;
import relais.partner.Partner;

/** Tells by the first bytes of a receipt what it is, and reads what holds one document only: JSON, or a flat file. */
final class SingleReading {

    /** Bytes in which the first character that is no blank or byte-order mark must come. */
    private static final int START_BYTES_MAX = 1024;

    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final byte EBCDIC_I = (byte) 0xc9;
    private static final byte EBCDIC_U = (byte) 0xe4;

    private final int bytesMax;
    private final Supplier<UUID> ids;

    /** @param bytesMax the longest JSON or flat file, which is held in memory as a whole */
    SingleReading(int bytesMax, Supplier<UUID> ids) {
        this.bytesMax = bytesMax;
        this.ids = ids;
    }

    /** Whether it may hold interchanges; nothing is consumed. */
    static boolean isInterchange(BufferedInputStream in) throws IOException {
        return switch (firstByte(in)) {
            case 'I', 'U' -> true;
            case EBCDIC_I, EBCDIC_U -> isEbcdic(in);
            default -> false;
        };
    }

    /** Whether the input begins with ISA, UNA or UNB in EBCDIC, and not with letters of a flat file. */
    private static boolean isEbcdic(BufferedInputStream in) throws IOException {
        in.mark(START_BYTES_MAX);
        var tag = new String(in.readNBytes(3), EBCDIC);
        in.reset();
        return tag.equals("ISA") || tag.equals("UNA") || tag.equals("UNB");
    }

    /** The one document, not yet parsed, or the finding that it is none. */
    Item read(Inbox.Claim claim, Partner sender, BufferedInputStream in) throws IOException {
        return switch (firstByte(in)) {
            case -1 -> unread(claim, FindingCode.EMPTY_INPUT, "the input has no content");
            case '{' -> whole(claim, Format.JSON, in);
            default -> flatFile(claim, sender, in);
        };
    }

    /** What becomes no document. */
    Item unread(Inbox.Claim claim) {
        return Item.of(ids.get(), source(claim), "", new Content.Nothing());
    }

    /** The first byte that is neither blank nor part of a byte-order mark, without consuming anything; -1 if there is none. */
    private static int firstByte(BufferedInputStream in) throws IOException {
        in.mark(START_BYTES_MAX);
        var start = in.readNBytes(START_BYTES_MAX - 1);
        in.reset();
        for (var b : start) if (b > ' ' || b == EBCDIC_I || b == EBCDIC_U) return b;
        return start.length == 0 ? -1 : 0;
    }

    private Item flatFile(Inbox.Claim claim, Partner sender, BufferedInputStream in) throws IOException {
        var agreed = sender.documents().stream()
                .filter(a -> a.direction() == Direction.IN && a.format().equals(Format.SMOOKS))
                .filter(a -> a.channel().isEmpty() || a.channel().equals(claim.channel()))
                .findFirst();
        if (agreed.isEmpty())
            return unread(
                    claim,
                    FindingCode.UNREADABLE_INPUT,
                    "neither X12, EDIFACT nor JSON, and no flat file is agreed for channel " + claim.channel());
        return whole(claim, Format.SMOOKS, in).of(agreed.get());
    }

    private Item whole(Inbox.Claim claim, String format, BufferedInputStream in) throws IOException {
        var bytes = in.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax)
            return unread(
                    claim,
                    FindingCode.INPUT_TOO_LARGE,
                    "more than the " + bytesMax + " bytes that a document of format " + format + " may have");
        return Item.of(ids.get(), source(claim), format, new Content.Raw(bytes));
    }

    private Item unread(Inbox.Claim claim, FindingCode code, String text) {
        return unread(claim).and(Finding.error(code, Location.offset(0), text));
    }

    private static Source source(Inbox.Claim claim) {
        return new Source(claim.receipt(), 1, 1, 0, claim.sizeBytes());
    }
}
