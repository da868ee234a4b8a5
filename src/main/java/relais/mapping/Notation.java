package relais.mapping;

import java.util.ArrayList;
import java.util.List;
import relais.edi.OutgoingSegment;
import relais.edi.Segment;

/** One notation of segments for both standards, as it is kept in documents: that of EDIFACT syntax version 4 with its usual delimiters. */
final class Notation {

    private static final char ELEMENT = '+';
    private static final char COMPONENT = ':';
    private static final char REPETITION = '*';
    private static final char RELEASE = '?';

    private Notation() {}

    static String text(Segment segment) {
        var text = new StringBuilder(segment.tag());
        for (var e = 1; e <= segment.elementCount(); e++) {
            text.append(ELEMENT);
            for (var r = 1; r <= segment.repetitions(e); r++) {
                if (r > 1) text.append(REPETITION);
                for (var c = 1; c <= segment.components(e, r); c++) {
                    if (c > 1) text.append(COMPONENT);
                    escape(segment.component(e, c, r), text);
                }
            }
        }
        return text.toString();
    }

    static String text(OutgoingSegment segment) {
        var text = new StringBuilder(segment.tag());
        for (var element : segment.elements()) {
            text.append(ELEMENT);
            for (var r = 0; r < element.repetitions().size(); r++) {
                if (r > 0) text.append(REPETITION);
                var components = element.repetitions().get(r);
                for (var c = 0; c < components.size(); c++) {
                    if (c > 0) text.append(COMPONENT);
                    escape(components.get(c), text);
                }
            }
        }
        return text.toString();
    }

    private static void escape(String value, StringBuilder into) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (isSpecial(c)) into.append(RELEASE);
            into.append(c);
        }
    }

    private static boolean isSpecial(char c) {
        return c == ELEMENT || c == COMPONENT || c == REPETITION || c == RELEASE;
    }

    static OutgoingSegment segment(String text) {
        var parsing = new Parsing(text);
        var tag = parsing.value();
        var elements = new ArrayList<OutgoingSegment.Element>();
        while (parsing.passes(ELEMENT)) elements.add(element(parsing));
        return new OutgoingSegment(tag, elements);
    }

    private static OutgoingSegment.Element element(Parsing parsing) {
        var first = components(parsing);
        if (!parsing.passes(REPETITION)) return OutgoingSegment.Element.of(first.toArray(new String[0]));
        var repetitions = new ArrayList<>(List.of(first));
        do repetitions.add(components(parsing));
        while (parsing.passes(REPETITION));
        return OutgoingSegment.Element.repeated(repetitions);
    }

    private static List<String> components(Parsing parsing) {
        var components = new ArrayList<String>(4);
        do components.add(parsing.value());
        while (parsing.passes(COMPONENT));
        return components;
    }

    private static final class Parsing {
        private final String text;
        private int at;

        Parsing(String text) {
            this.text = text;
        }

        /** Goes on behind a delimiter, if that is what comes next. */
        boolean passes(char delimiter) {
            if (at == text.length() || text.charAt(at) != delimiter) return false;
            at++;
            return true;
        }

        /** The text up to the next delimiter, or to the end. */
        String value() {
            var from = at;
            while (at < text.length() && !isSpecial(text.charAt(at))) at++;
            return at < text.length() && text.charAt(at) == RELEASE ? released(from) : text.substring(from, at);
        }

        private String released(int from) {
            var value = new StringBuilder(text.substring(from, at));
            for (; at < text.length(); at++) {
                var c = text.charAt(at);
                if (c == RELEASE && at + 1 < text.length()) c = text.charAt(++at);
                else if (c != RELEASE && isSpecial(c)) break;
                value.append(c);
            }
            return value.toString();
        }
    }
}
