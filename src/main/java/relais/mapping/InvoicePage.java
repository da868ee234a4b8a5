package relais.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;
import relais.document.Charge;
import relais.document.Invoice;
import relais.document.Party;

/** An invoice as people read it: A4, one page as long as its lines fit, and its font embedded, as PDF/A asks. */
final class InvoicePage {

    private static final String FONT = "/fonts/SourceSansPro-Regular.ttf";
    private static final float LEFT = 60;
    private static final float TOP = 780;
    private static final float LEADING = 15;
    private static final float SIZE = 10;

    /** Where quantity, price and amount end. */
    private static final List<Float> COLUMNS = List.of(370f, 450f, 535f);

    private static final int CHARACTERS_MAX = 60;
    private static final int ROWS_MAX = 48;

    /** @param cells a text at the left, and up to three that end at the columns */
    private record Row(List<String> cells) {
        static Row of(String... cells) {
            return new Row(List.of(cells));
        }
    }

    private InvoicePage() {}

    static byte[] of(Invoice invoice) {
        var rows = rows(invoice);
        try (var pdf = new PDDocument();
                var stream = ZUGFeRDExporterFromA3.class.getResourceAsStream(FONT)) {
            var font = PDType0Font.load(pdf, stream);
            for (var from = 0; from < rows.size(); from += ROWS_MAX)
                page(pdf, font, rows.subList(from, Math.min(rows.size(), from + ROWS_MAX)));
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument pdf, PDFont font, List<Row> rows) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
            var y = TOP;
            for (var row : rows) {
                for (var i = 0; i < row.cells.size(); i++) show(content, font, row.cells.get(i), i, y);
                y -= LEADING;
            }
        }
    }

    private static void show(PDPageContentStream content, PDFont font, String cell, int column, float y)
            throws IOException {
        var text = shown(font, cell);
        if (text.isEmpty()) return;
        var x = column == 0 ? LEFT : COLUMNS.get(column - 1) - font.getStringWidth(text) / 1000 * SIZE;
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    /** The text with a question mark for each character that the font does not have. */
    private static String shown(PDFont font, String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(CHARACTERS_MAX).forEach(c -> {
            var character = Character.toString(c);
            shown.append(has(font, character) ? character : "?");
        });
        return shown.toString();
    }

    private static boolean has(PDFont font, String character) {
        try {
            font.encode(character);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Row> rows(Invoice invoice) {
        var rows = new ArrayList<Row>();
        party(invoice.seller(), rows);
        rows.add(Row.of(""));
        party(invoice.buyer(), rows);
        rows.add(Row.of(""));
        rows.add(Row.of("INVOICE " + invoice.number() + " of " + invoice.issuedOn()));
        rows.add(Row.of("Order " + invoice.orderNumber(), invoice.buyerReference()));
        invoice.dueOn().ifPresent(date -> rows.add(Row.of("To be paid by " + date)));
        if (!invoice.payToAccount().isEmpty()) rows.add(Row.of("Account " + invoice.payToAccount()));
        if (!invoice.note().isEmpty()) rows.add(Row.of(invoice.note()));
        rows.add(Row.of(""));
        rows.add(Row.of("Item", "Quantity", "Price", invoice.currency().getCurrencyCode()));
        for (var line : invoice.lines()) line(line, rows);
        rows.add(Row.of(""));
        for (var charge : invoice.charges()) charge(charge, rows);
        rows.add(Row.of("Without tax", "", "", plain(invoice.netAmount())));
        for (var tax : invoice.taxes())
            rows.add(Row.of(
                    "Tax " + plain(tax.ratePercent()) + " % of " + plain(tax.baseAmount()),
                    "",
                    "",
                    plain(tax.amount())));
        rows.add(Row.of("To be paid", "", "", plain(invoice.payableAmount())));
        return rows;
    }

    private static void party(Party party, List<Row> rows) {
        rows.add(Row.of(party.name()));
        party.address().ifPresent(address -> {
            rows.add(Row.of((address.line1() + " " + address.line2()).strip()));
            rows.add(Row.of((address.postalCode() + " " + address.city() + " " + address.country()).strip()));
        });
        if (!party.taxId().isEmpty()) rows.add(Row.of(party.taxId()));
    }

    private static void line(Invoice.Line line, List<Row> rows) {
        var item = line.item();
        var name = item.description().isEmpty() ? item.sellerCode() + " " + item.gtin() : item.description();
        var quantity = plain(line.quantity().value()) + " " + line.quantity().unit();
        rows.add(Row.of(line.lineNumber() + "  " + name, quantity, plain(line.unitPrice()), plain(line.netAmount())));
        for (var charge : line.charges()) charge(charge, rows);
    }

    private static void charge(Charge charge, List<Row> rows) {
        var sign =
                switch (charge.kind()) {
                    case ALLOWANCE -> "Allowance";
                    case CHARGE -> "Charge";
                };
        rows.add(Row.of("    " + sign + " " + charge.reason(), "", plain(charge.signedAmount())));
    }

    private static String plain(java.math.BigDecimal number) {
        return number.toPlainString();
    }
}
