package relais.partner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import relais.edi.Convention;
import relais.edi.Delimiters;
import relais.edi.Standard;
import relais.finding.Severity;
import relais.yaml.YamlNode;

/** Reads an item of {@code interchanges} in a partner file; what it does not say is as the standard has it. */
record InterchangeAgreementReader(YamlNode node) {

    private static final Map<String, Severity> WEIGHTS = Map.of("note", Severity.WARNING, "reject", Severity.ERROR);

    InterchangeAgreement read() {
        node.only(
                "standard",
                "charset",
                "isaWidths",
                "unknownSets",
                "version",
                "elementSeparator",
                "componentSeparator",
                "repetitionSeparator",
                "releaseCharacter",
                "segmentTerminator",
                "lineBreak");
        var standard = node.get("standard").oneOf(standards()).orElse(Standard.X12);
        var charset = node.find("charset")
                .flatMap(text -> text.as("a character set like ISO-8859-1", Charset::forName))
                .orElse(StandardCharsets.UTF_8);
        var reading =
                new Convention(charset, weight("isaWidths", Severity.WARNING), weight("unknownSets", Severity.ERROR));
        return new InterchangeAgreement(
                standard, reading, version(standard), charset, delimiters(standard), lineBreak());
    }

    /** Delimiters that are not told apart would make what is written unreadable. */
    private Delimiters delimiters(Standard standard) {
        var usual =
                switch (standard) {
                    case X12 -> Delimiters.x12();
                    case EDIFACT -> Delimiters.edifact();
                };
        var delimiters = new Delimiters(
                character("elementSeparator", usual.element()),
                character("componentSeparator", usual.component()),
                character("repetitionSeparator", usual.repetition()),
                character("releaseCharacter", usual.release()),
                character("segmentTerminator", usual.segment()),
                usual.decimalMark());
        var all = new int[] {
            delimiters.element(),
            delimiters.component(),
            delimiters.repetition(),
            delimiters.release(),
            delimiters.segment()
        };
        var used = Arrays.stream(all).filter(c -> c != 0).toArray();
        if (Arrays.stream(used).distinct().count() < used.length)
            node.wrong("two delimiters are the same character; give each one of its own");
        return delimiters;
    }

    private char character(String key, char usual) {
        return node.find(key)
                .flatMap(text -> text.as(
                        "one character that is neither a letter, a digit nor a blank",
                        InterchangeAgreementReader::delimiter))
                .orElse(usual);
    }

    private static char delimiter(String text) {
        if (text.length() != 1 || text.charAt(0) > '~' || Character.isLetterOrDigit(text.charAt(0)) || text.isBlank())
            throw new IllegalArgumentException(text);
        return text.charAt(0);
    }

    private String version(Standard standard) {
        return switch (standard) {
            case X12 ->
                node.find("version")
                        .flatMap(text -> text.as("ISA12 like 00401", t -> matching(t, "00[2-9]\\d\\d")))
                        .orElse("00401");
            case EDIFACT ->
                node.find("version")
                        .flatMap(text -> text.as(
                                "a syntax identifier and version like UNOC:3", t -> matching(t, "UNO[A-LWXY]:[1-4]")))
                        .orElse("UNOC:3");
        };
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) throw new IllegalArgumentException(text);
        return text;
    }

    private String lineBreak() {
        var breaks = new LinkedHashMap<String, String>();
        breaks.put("none", "");
        breaks.put("lf", "\n");
        breaks.put("crlf", "\r\n");
        return node.find("lineBreak").flatMap(text -> text.oneOf(breaks)).orElse("");
    }

    private Severity weight(String key, Severity usual) {
        return node.find(key)
                .flatMap(text -> text.oneOf(new TreeMap<>(WEIGHTS)))
                .orElse(usual);
    }

    private static Map<String, Standard> standards() {
        var standards = new LinkedHashMap<String, Standard>();
        standards.put("x12", Standard.X12);
        standards.put("edifact", Standard.EDIFACT);
        return standards;
    }
}
