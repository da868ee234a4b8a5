package relais.edi;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import relais.edi.GeneratedSet.Part;

/** Puts generated sets on the wire by rules of its own, apart from the engine's writer, so that reading is tested without it. */
final class Wire {
    private final Delimiters delimiters;
    private final String version;
    private final StringBuilder text = new StringBuilder();

    private Wire(Delimiters delimiters, String version) {
        this.delimiters = delimiters;
        this.version = version;
    }

    /** One group with the sets, numbered from 0001. */
    static byte[] x12(Delimiters delimiters, String functionalId, List<GeneratedSet> sets) {
        var five = sets.get(0).version().startsWith("005");
        var wire = new Wire(delimiters, five ? "00501" : "00401");
        wire.isa();
        wire.segment(Part.of(
                "GS",
                functionalId,
                "SENDER",
                "RECEIVER",
                "20260305",
                "0912",
                "7",
                "X",
                sets.get(0).version()));
        for (int i = 0; i < sets.size(); i++) wire.set(sets.get(i), "%04d".formatted(i + 1));
        wire.segment(Part.of("GE", String.valueOf(sets.size()), "7"));
        wire.segment(Part.of("IEA", "1", "000000042"));
        return wire.text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** UNA, UNB with a syntax like {@code UNOC:3}, the sets numbered from 1, and UNZ. */
    static byte[] edifact(Delimiters delimiters, String syntax, List<GeneratedSet> sets) {
        var wire = new Wire(delimiters, syntax);
        wire.una();
        var four = syntax.endsWith(":4");
        wire.segment(new Part(
                "UNB",
                List.of(
                        List.of(List.of(syntax.split(":"))),
                        List.of(List.of("SENDER", "14")),
                        List.of(List.of("RECEIVER", "14")),
                        List.of(List.of(four ? "20260305" : "260305", "0912")),
                        List.of(List.of("77")))));
        for (int i = 0; i < sets.size(); i++) wire.set(sets.get(i), String.valueOf(i + 1));
        wire.segment(Part.of("UNZ", String.valueOf(sets.size()), "77"));
        return wire.text.toString().getBytes(charset(syntax));
    }

    private static Charset charset(String syntax) {
        return Syntax.charset(syntax.substring(0, 4));
    }

    private void isa() {
        var e = String.valueOf(delimiters.element());
        var standard = delimiters.repetition() == 0 ? 'U' : delimiters.repetition();
        text.append(String.join(
                e,
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                "ZZ",
                "SENDER         ",
                "ZZ",
                "RECEIVER       "));
        text.append(e)
                .append(String.join(e, "260305", "0912", String.valueOf(standard), version, "000000042", "0", "T"));
        text.append(e).append(delimiters.component()).append(delimiters.segment());
    }

    private void una() {
        text.append("UNA")
                .append(delimiters.component())
                .append(delimiters.element())
                .append(delimiters.decimalMark())
                .append(delimiters.release() == 0 ? ' ' : delimiters.release())
                .append(delimiters.repetition() == 0 ? ' ' : delimiters.repetition())
                .append(delimiters.segment());
    }

    private void set(GeneratedSet set, String number) {
        var segments = String.valueOf(set.parts().size() + 2);
        if (delimiters.release() == 0) {
            segment(Part.of("ST", set.type(), number));
            set.parts().forEach(this::segment);
            segment(Part.of("SE", segments, number));
            return;
        }
        var identifier = new ArrayList<>(List.of(set.type()));
        identifier.addAll(List.of(set.version().split(":")));
        segment(new Part("UNH", List.of(List.of(List.of(number)), List.of(identifier))));
        set.parts().forEach(this::segment);
        segment(Part.of("UNT", segments, number));
    }

    private void segment(Part part) {
        text.append(part.tag());
        for (var element : part.elements()) {
            text.append(delimiters.element());
            for (int r = 0; r < element.size(); r++) {
                if (r > 0) text.append(delimiters.repetition());
                for (int c = 0; c < element.get(r).size(); c++) {
                    if (c > 0) text.append(delimiters.component());
                    value(element.get(r).get(c));
                }
            }
        }
        text.append(delimiters.segment());
    }

    private void value(String value) {
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (delimiters.release() != 0 && isDelimiter(c)) text.append(delimiters.release());
            text.append(c);
        }
    }

    private boolean isDelimiter(char c) {
        return c == delimiters.element()
                || c == delimiters.component()
                || c == delimiters.segment()
                || c == delimiters.release()
                || (delimiters.repetition() != 0 && c == delimiters.repetition());
    }
}
