package relais.edi;

import java.util.ArrayList;
import java.util.List;
import relais.edi.GeneratedSet.Part;

/** Cuts text into segments, elements, repetitions and components in the plainest way: what the engine's view of the same text must equal. */
final class PlainSplit {
    private final Delimiters delimiters;
    private final List<Part> parts = new ArrayList<>();
    private List<List<List<String>>> elements = new ArrayList<>();
    private List<List<String>> repetitions = new ArrayList<>();
    private List<String> components = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();

    private PlainSplit(Delimiters delimiters) {
        this.delimiters = delimiters;
    }

    static List<Part> of(String text, Delimiters delimiters) {
        var split = new PlainSplit(delimiters);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == delimiters.release() && c != 0 && i + 1 < text.length()) split.value.append(text.charAt(++i));
            else split.take(c);
        }
        return split.parts;
    }

    private void take(char c) {
        if (c == delimiters.segment()) segment();
        else if (c == delimiters.element()) element();
        else if (c == delimiters.repetition() && c != 0) repetition();
        else if (c == delimiters.component()) component();
        else if (c != '\r' && c != '\n' && !(c <= ' ' && isBetweenSegments())) value.append(c);
    }

    private boolean isBetweenSegments() {
        return value.isEmpty() && elements.isEmpty() && repetitions.isEmpty() && components.isEmpty();
    }

    private void component() {
        components.add(value.toString());
        value.setLength(0);
    }

    private void repetition() {
        component();
        repetitions.add(components);
        components = new ArrayList<>();
    }

    private void element() {
        repetition();
        elements.add(repetitions);
        repetitions = new ArrayList<>();
    }

    private void segment() {
        element();
        var tag = elements.remove(0).get(0).get(0);
        parts.add(new Part(tag, elements).trimmed());
        elements = new ArrayList<>();
    }
}
