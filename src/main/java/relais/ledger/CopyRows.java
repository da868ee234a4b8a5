package relais.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: tabs between values, {@code \N} for null, backslash escapes. */
final class CopyRows {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder rows = new StringBuilder();
    private boolean firstInRow = true;

    CopyRows value(@Nullable Object value) {
        separate();
        if (value == null) rows.append("\\N");
        else escape(value.toString());
        return this;
    }

    CopyRows value(byte[] bytes) {
        separate();
        rows.append("\\\\x");
        HEX.formatHex(rows, bytes);
        return this;
    }

    /** An array, or null when there is nothing in it. */
    CopyRows array(List<?> values) {
        if (values.isEmpty()) return value((Object) null);
        return value(values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}")));
    }

    void endRow() {
        rows.append('\n');
        firstInRow = true;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    byte[] toBytes() {
        return rows.toString().getBytes(UTF_8);
    }

    private void separate() {
        if (!firstInRow) rows.append('\t');
        firstInRow = false;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
