package relais.web;

import java.util.List;
import java.util.stream.Collectors;
import relais.ledger.Statements.Line;

/**
 * The lines of a statement as a table for spreadsheets (RFC 4180, in UTF-8), one header row first. A text that a
 * spreadsheet would compute gets an apostrophe before it; amounts are numbers, less than zero when taken back.
 */
final class StatementCsv {

    private static final String HEADER = "statement,entry,day,seller,order,invoice,amount,currency,explanation\r\n";
    private static final String COMPUTED = "=+-@\t\r";

    private StatementCsv() {}

    static String of(StatementSheet sheet) {
        return sheet.lines().stream().map(line -> row(sheet, line)).collect(Collectors.joining("", HEADER, ""));
    }

    private static String row(StatementSheet sheet, Line line) {
        return List.of(
                        Integer.toString(sheet.statement().number()),
                        Long.toString(line.seq()),
                        line.validOn().toString(),
                        text(line.seller()),
                        text(line.orderNumber()),
                        text(line.number()),
                        line.amount().amount().toPlainString(),
                        line.amount().currency().getCurrencyCode(),
                        text(line.explanation()))
                .stream()
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(String text) {
        var safe = !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        var isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
