package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** Elements to bytes: UTF-8, one element a line, two spaces a level. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private XmlWriter() {}

    /** @param namespaces by prefix, all declared at the root; the prefix may be empty */
    static byte[] write(XmlElement root, Map<String, String> namespaces) {
        var writer = new XmlWriter();
        var declared = new StringBuilder();
        namespaces.forEach((prefix, uri) -> {
            declared.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
            escape(uri, declared, true);
            declared.append('"');
        });
        writer.element(root, declared.toString(), "");
        return writer.out.toString().getBytes(UTF_8);
    }

    private void element(XmlElement element, String declared, String indent) {
        out.append(indent).append('<').append(element.name()).append(declared);
        element.attributes().forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            escape(value, out, true);
            out.append('"');
        });
        if (element.children().isEmpty() && element.text().isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append('>');
        if (element.children().isEmpty()) escape(element.text(), out, false);
        else {
            out.append('\n');
            for (var child : element.children()) element(child, "", indent + "  ");
            out.append(indent);
        }
        out.append("</").append(element.name()).append(">\n");
    }

    private static void escape(String text, StringBuilder to, boolean attribute) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append(attribute ? "&quot;" : "\"");
                case '\r' -> to.append("&#13;");
                case '\n', '\t' -> to.append(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
                default -> to.append(c);
            }
        }
    }

    /** The text without the characters that XML 1.0 has no way to write: most controls, and halves of pairs. */
    static String allowed(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0xD800)) return text;
        return text.codePoints()
                .filter(c -> c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF || isSpace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }
}
