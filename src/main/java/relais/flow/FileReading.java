package relais.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import relais.edi.Position;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.mailbox.Documents.Source;
import relais.mailbox.Inbox;
import relais.mapping.Mappings;
import relais.mapping.Reading;
import relais.partner.Channel.Direction;
import relais.partner.DocumentAgreement;
import relais.partner.Partner;

/** Tells by the first bytes of a receipt what it is, and reads what holds no interchange: JSON, XML, a table, a PDF. */
final class FileReading {

    /** Bytes in which the first character that is no blank or byte-order mark must come. */
    private static final int START_BYTES_MAX = 1024;

    private static final Charset EBCDIC = Charset.forName("IBM037");
    private static final byte EBCDIC_I = (byte) 0xc9;
    private static final byte EBCDIC_U = (byte) 0xe4;

    /** How an interchange begins. A letter after it makes a word of it, as a table may begin with. */
    private static final Set<String> TAGS = Set.of("ISA", "UNA", "UNB");

    private final Mappings mappings;
    private final int bytesMax;
    private final int batchDocumentsMax;
    private final Supplier<UUID> ids;

    /**
     * @param bytesMax the longest file, which is held in memory as a whole
     * @param batchDocumentsMax how many of its documents are worked on at once
     */
    FileReading(Mappings mappings, int bytesMax, int batchDocumentsMax, Supplier<UUID> ids) {
        this.mappings = mappings;
        this.bytesMax = bytesMax;
        this.batchDocumentsMax = batchDocumentsMax;
        this.ids = ids;
    }

    // --- the first bytes ---

    /** Whether it may hold interchanges; nothing is consumed. */
    static boolean isInterchange(BufferedInputStream in) throws IOException {
        var start = start(in);
        return isTag(start, StandardCharsets.ISO_8859_1) || isTag(start, EBCDIC);
    }

    private static boolean isTag(byte[] start, Charset charset) {
        var text = new String(start, charset);
        return TAGS.stream().anyMatch(text::startsWith) && (text.length() == 3 || !Character.isLetter(text.charAt(3)));
    }

    /** Four bytes from the first on that is neither blank nor part of a byte-order mark; fewer where there are no more. */
    private static byte[] start(BufferedInputStream in) throws IOException {
        in.mark(START_BYTES_MAX);
        var bytes = in.readNBytes(START_BYTES_MAX - 1);
        in.reset();
        var from = 0;
        while (from < bytes.length && !begins(bytes[from])) from++;
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 4));
    }

    private static boolean begins(byte b) {
        return b > ' ' || b == EBCDIC_I || b == EBCDIC_U;
    }

    // --- the whole ---

    /**
     * The next of its documents, or the finding that it holds none.
     *
     * @param documentsRead in earlier batches
     */
    Batch read(Inbox.Claim claim, Partner sender, int documentsRead, BufferedInputStream in) throws IOException {
        var start = start(in);
        var bytes = in.readNBytes(bytesMax + 1);
        if (bytes.length == 0) return unread(claim, sender, FindingCode.EMPTY_INPUT, "the input has no content");
        if (bytes.length > bytesMax)
            return unread(
                    claim, sender, FindingCode.INPUT_TOO_LARGE, "more than the " + bytesMax + " bytes of one file");
        if (start.length > 0 && start[0] == '{')
            return Batch.of(claim, sender, item(claim, 1, Format.JSON, new Content.Raw(bytes)));
        var isXml = start.length > 0 && start[0] == '<';
        var agreed = agreed(claim, sender, bytes, isXml);
        if (agreed.isEmpty())
            return unread(
                    claim,
                    sender,
                    FindingCode.UNREADABLE_INPUT,
                    "neither X12, EDIFACT nor JSON, and nothing else is agreed for channel " + claim.channel());
        return read(claim, sender, agreed.get(), documentsRead, bytes);
    }

    private Batch read(Inbox.Claim claim, Partner sender, DocumentAgreement agreed, int documentsRead, byte[] bytes) {
        if (agreed.format().equals(Format.SMOOKS))
            return Batch.of(
                    claim,
                    sender,
                    item(claim, 1, Format.SMOOKS, new Content.Raw(bytes)).of(agreed));
        var readings = mappings.file(agreed.format(), agreed.mapping()).readAll(bytes, Given.by(sender));
        if (documentsRead >= readings.size())
            throw new IllegalStateException(
                    agreed.mapping() + " was changed while a file was worked on: it had more than " + documentsRead
                            + " documents, and has " + readings.size());
        var to = Math.min(readings.size(), documentsRead + batchDocumentsMax);
        var items = new ArrayList<Item>();
        for (var i = documentsRead; i < to; i++) items.add(item(claim, i + 1, agreed, readings.get(i)));
        return Batch.of(
                claim, sender, items, to < readings.size() ? Optional.of(Position.behind(to)) : Optional.empty());
    }

    /**
     * Which of the channel's agreements a file comes under: the one that it names itself, or else the first that its
     * beginning does not speak against, or else the first.
     */
    private Optional<DocumentAgreement> agreed(Inbox.Claim claim, Partner sender, byte[] bytes, boolean isXml) {
        var agreed = sender.documents().stream()
                .filter(a -> a.direction() == Direction.IN && a.isOfFiles())
                .filter(a -> a.channel().equals(claim.channel()))
                .toList();
        return agreed.stream()
                .filter(a -> !a.isOfTables())
                .filter(a -> mappings.file(a.format(), a.mapping()).recognises(bytes))
                .findFirst()
                .or(() -> agreed.stream()
                        .filter(a -> isXml ? a.format().equals(Format.XML) : a.isOfTables())
                        .findFirst())
                .or(() -> agreed.stream().findFirst());
    }

    // --- items ---

    private Item item(Inbox.Claim claim, int ordinal, DocumentAgreement agreed, Reading reading) {
        return item(claim, ordinal, agreed.format(), new Content.Mapped(reading))
                .of(agreed);
    }

    private Item item(Inbox.Claim claim, int ordinal, String format, Content content) {
        var source = new Source(claim.receipt(), 1, ordinal, 0, claim.sizeBytes());
        return Item.of(ids.get(), source, format, content);
    }

    /** What becomes no document. */
    Item unread(Inbox.Claim claim) {
        return item(claim, 1, "", new Content.Nothing());
    }

    private Batch unread(Inbox.Claim claim, Partner sender, FindingCode code, String text) {
        return Batch.of(claim, sender, unread(claim).and(Finding.error(code, Location.offset(0), text)));
    }
}
