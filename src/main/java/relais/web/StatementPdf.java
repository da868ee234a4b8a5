package relais.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import relais.document.Money;
import relais.ledger.Statement;
import relais.ledger.Statements.Line;
import relais.web.TaggedPdf.Cell;

/** A statement for a finance department: who pays whom for when, its figures, its lines, and what proves it. */
final class StatementPdf {

    private static final float ORDER = TaggedPdf.LEFT + 90;
    private static final float INVOICE = TaggedPdf.LEFT + 240;
    private static final float VALUES = TaggedPdf.LEFT + 90;
    private static final int CHARACTERS_MAX = 26;

    private StatementPdf() {}

    static byte[] of(StatementSheet sheet) {
        var statement = sheet.statement();
        var title = "Commission statement " + statement.number();
        try (var pdf = new TaggedPdf(title + " of " + sheet.payee(), sheet.payer())) {
            pdf.heading(1, title);
            pdf.table(List.of(), facts(sheet));
            pdf.heading(2, "Figures");
            pdf.table(List.of(), figures(statement));
            pdf.heading(2, "What it consists of");
            if (sheet.lines().isEmpty()) pdf.paragraph("Nothing became payable and nothing was taken back.", 9.5f);
            else
                pdf.table(
                        header(statement),
                        sheet.lines().stream().map(StatementPdf::line).toList());
            pdf.heading(2, "Proof");
            for (var line : proof(sheet)) pdf.paragraph(line, 8);
            return pdf.bytes(sheet.payer() + ", " + title + " of " + sheet.payee() + " in " + statement.currency());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<Cell>> facts(StatementSheet sheet) {
        var statement = sheet.statement();
        return List.of(
                fact("From", sheet.payer()),
                fact("To", sheet.payee() + " (" + statement.partner() + ")"),
                fact("Period", statement.from() + " to " + statement.to()),
                fact("Currency", statement.currency().getCurrencyCode()));
    }

    private static List<Cell> fact(String name, String value) {
        return List.of(new Cell(name, TaggedPdf.LEFT, false), new Cell(value, VALUES, false));
    }

    private static List<List<Cell>> figures(Statement s) {
        return List.of(
                figure("Carried forward from the statement before", s.money(s.opening())),
                figure("Became payable", s.money(s.released())),
                figure("Taken back", s.money(-s.reversed())),
                figure("Due", s.money(s.due())),
                figure("Tax", s.money(s.tax())),
                figure("Withheld", s.money(-s.withheld())),
                figure("Paid", s.money(s.paid())),
                figure("Carried to the next statement", s.money(s.carried())));
    }

    private static List<Cell> figure(String name, Money amount) {
        return List.of(
                new Cell(name, TaggedPdf.LEFT, false),
                new Cell(amount.amount().toPlainString() + " " + amount.currency(), TaggedPdf.RIGHT, true));
    }

    private static List<Cell> header(Statement statement) {
        return List.of(
                new Cell("Day", TaggedPdf.LEFT, false),
                new Cell("Order", ORDER, false),
                new Cell("Invoice or report", INVOICE, false),
                new Cell("Amount in " + statement.currency(), TaggedPdf.RIGHT, true));
    }

    private static List<Cell> line(Line line) {
        var order = line.orderNumber().isEmpty() ? "sold by another partner" : line.orderNumber();
        return List.of(
                new Cell(line.validOn().toString(), TaggedPdf.LEFT, false),
                new Cell(cut(order), ORDER, false),
                new Cell(cut(line.number()), INVOICE, false),
                new Cell(line.amount().amount().toPlainString(), TaggedPdf.RIGHT, true));
    }

    private static String cut(String text) {
        return text.length() <= CHARACTERS_MAX ? text : text.substring(0, CHARACTERS_MAX - 1) + "…";
    }

    private static List<String> proof(StatementSheet sheet) {
        var hex = HexFormat.of();
        return List.of(
                "Hash of the postings: " + hex.formatHex(sheet.statement().postings()),
                "Ledger entry: " + sheet.statement().seq(),
                "Ledger checkpoint: tree of " + sheet.sealed().treeSize() + " entries, root "
                        + hex.formatHex(sheet.sealed().root()),
                "The explanation of every line is in the CSV of this statement and in the console.");
    }
}
