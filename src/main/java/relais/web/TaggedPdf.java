package relais.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;

/**
 * Writes text from the top of A4 pages down, with its fonts embedded, and tags it (ISO 32000-1, 14.8), so that a screen
 * reader finds headings, paragraphs and tables. Points throughout; x counts from the left edge.
 */
final class TaggedPdf implements AutoCloseable {

    static final float LEFT = 56;
    static final float RIGHT = 539;

    private static final float TOP = 786;
    private static final float BOTTOM = 70;
    private static final float FOOT = 40;
    private static final float SMALL = 8;

    private final PDDocument pdf = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document;
    private final PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
    private final Map<Integer, PDParentTreeValue> parentsByPage = new TreeMap<>();
    private COSArray marked = new COSArray();
    private PDPageContentStream content;
    private float y = TOP;

    /** A text of a row. @param x where it begins, or where it ends when it is at the right */
    record Cell(String text, float x, boolean isAtRight) {}

    TaggedPdf(String title, String author) throws IOException {
        regular = font("Regular");
        bold = font("Bold");
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        pdf.setDocumentInformation(information);
        var catalog = pdf.getDocumentCatalog();
        catalog.setLanguage("en");
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        catalog.setStructureTreeRoot(root);
        document = child("Document", root);
        content = page();
    }

    private PDFont font(String name) throws IOException {
        try (var file = ZUGFeRDExporterFromA3.class.getResourceAsStream("/fonts/SourceSansPro-" + name + ".ttf")) {
            return PDType0Font.load(pdf, file);
        }
    }

    private PDPageContentStream page() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        page.setStructParents(pdf.getNumberOfPages() - 1);
        marked = new COSArray();
        parentsByPage.put(pdf.getNumberOfPages() - 1, new PDParentTreeValue(marked));
        y = TOP;
        return new PDPageContentStream(pdf, page);
    }

    /** @param level 1 for the title */
    void heading(int level, String text) throws IOException {
        y -= level == 1 ? 8 : 16;
        write(child("H" + level, document), bold, level == 1 ? 20 : 12, new Cell(text, LEFT, false));
        y -= level == 1 ? 26 : 18;
    }

    void paragraph(String text, float size) throws IOException {
        if (y < BOTTOM) next();
        write(child("P", document), regular, size, new Cell(text, LEFT, false));
        y -= size + 5;
    }

    /** @param header is written again at the top of every page that the rows go on to */
    void table(List<Cell> header, List<List<Cell>> rows) throws IOException {
        var table = child("Table", document);
        header(table, header);
        for (var row : rows) {
            if (y < BOTTOM) {
                next();
                header(table, header);
            }
            row(table, "TD", regular, row);
        }
    }

    private void header(PDStructureElement table, List<Cell> header) throws IOException {
        if (header.isEmpty()) return;
        row(table, "TH", bold, header);
        content.setLineWidth(0.5f);
        content.moveTo(LEFT, y + 10);
        content.lineTo(RIGHT, y + 10);
        content.stroke();
        y -= 3;
    }

    private void row(PDStructureElement table, String tag, PDFont font, List<Cell> cells) throws IOException {
        var row = child("TR", table);
        for (var cell : cells) write(child(tag, row), font, 9.5f, cell);
        y -= 15;
    }

    private void next() throws IOException {
        content.close();
        content = page();
    }

    private void write(PDStructureElement element, PDFont font, float size, Cell cell) throws IOException {
        var mcid = marked.size();
        marked.add(element.getCOSObject());
        element.setPage(pdf.getPage(pdf.getNumberOfPages() - 1));
        element.appendKid(mcid);
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), mcid);
        show(content, font, size, cell, y);
        content.endMarkedContent();
    }

    private static void show(PDPageContentStream content, PDFont font, float size, Cell cell, float y)
            throws IOException {
        var text = shown(font, cell.text());
        var x = cell.isAtRight() ? cell.x() - font.getStringWidth(text) / 1000 * size : cell.x();
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private PDStructureElement child(String type, PDStructureNode parent) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** The text with a question mark for each character that the font does not have. */
    private static String shown(PDFont font, String text) {
        var shown = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(c -> shown.append(has(font, c) ? c : "?"));
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

    /** @param foot stands at the bottom of every page, with its number */
    byte[] bytes(String foot) throws IOException {
        content.close();
        var pages = new ArrayList<PDPage>();
        pdf.getPages().forEach(pages::add);
        for (int i = 0; i < pages.size(); i++)
            try (var under = new PDPageContentStream(pdf, pages.get(i), PDPageContentStream.AppendMode.APPEND, true)) {
                under.beginMarkedContent(COSName.ARTIFACT);
                show(under, regular, SMALL, new Cell(foot, LEFT, false), FOOT);
                var number = String.format(Locale.ROOT, "page %d of %d", i + 1, pages.size());
                show(under, regular, SMALL, new Cell(number, RIGHT, true), FOOT);
                under.endMarkedContent();
            }
        parents.setNumbers(parentsByPage);
        root.setParentTree(parents);
        root.setParentTreeNextKey(pages.size());
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
