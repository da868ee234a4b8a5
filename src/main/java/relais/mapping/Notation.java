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
            if (c == ELEMENT || c == COMPONENT || c == REPETITION || c == RELEASE) into.append(RELEASE);
            into.append(c);
        }
    }

    static OutgoingSegment segment(String text) {
        var parsing = new Parsing();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case ELEMENT -> parsing.endElement();
                case REPETITION -> parsing.endRepetition();
                case COMPONENT -> parsing.endComponent();
                case RELEASE -> parsing.value.append(++i < text.length() ? text.charAt(i) : RELEASE);
                default -> parsing.value.append(c);
            }
        }
        parsing.endElement();
        var tag = parsing.elements.remove(0).repetitions().get(0).get(0);
        return new OutgoingSegment(tag, parsing.elements);
    }

    private static final class Parsing {
        final StringBuilder value = new StringBuilder();
        final List<OutgoingSegment.Element> elements = new ArrayList<>();
        private List<String> components = new ArrayList<>();
        private List<List<String>> repetitions = new ArrayList<>();

        void endComponent() {
            components.add(value.toString());
            value.setLength(0);
        }

        void endRepetition() {
            endComponent();
            repetitions.add(components);
            components = new ArrayList<>();
        }

        void endElement() {
            endRepetition();
            elements.add(new OutgoingSegment.Element(repetitions));
            repetitions = new ArrayList<>();
        }
    }
}
