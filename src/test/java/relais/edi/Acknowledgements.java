package relais.edi;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Interchanges with a mistake in them, and what they are answered with. */
final class Acknowledgements {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 9, 30);
    private static final String BROKEN = Interchanges.ORDER
            .replace("0001", "0002")
            .replace("*2*EA*", "*2*QX*")
            .replace("SE*8*", "SE*9*");
    static final String TWO_ORDERS = Interchanges.x12(2, Interchanges.ORDER + BROKEN);
    static final String BROKEN_ORDERS = Interchanges.edifact(
            2,
            Interchanges.ORDERS
                    + Interchanges.ORDERS
                            .replace("UNH+1+", "UNH+2+")
                            .replace("QTY+21:3'", "QTY+21:three'XYZ+1'")
                            .replace("UNT+10+1'", "UNT+10+2'"));

    private Acknowledgements() {}

    static String group(String functionalId, String number, String version, String sets) {
        return "GS*" + functionalId + "*081466849*MAISONLUMEN*20260305*0912*" + number + "*X*" + version + "~" + sets
                + "GE*1*" + number + "~";
    }

    static Optional<Acknowledgement> acknowledgement(String text, AcknowledgementPolicy policy) {
        return Acknowledgement.of(Interchanges.outcome(text), policy, Interchanges.STRUCTURES, AT);
    }

    static String written(String text, AcknowledgementPolicy policy) {
        var owed = acknowledgement(text, policy).orElseThrow();
        var envelope = owed.envelope("101", "55");
        envelope = envelope.written(envelope.delimiters(), "\n");
        var bytes = new InterchangeWriter(Interchanges.STRUCTURES, Limits.standard())
                .write(envelope, owed.beforeGroups(), owed.sets());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static List<String> segments(String text, AcknowledgementPolicy policy) {
        return acknowledgement(text, policy).orElseThrow().sets().get(0).segments().stream()
                .map(Acknowledgements::plain)
                .toList();
    }

    private static String plain(OutgoingSegment segment) {
        var text = new StringBuilder(segment.tag());
        for (var element : segment.elements())
            text.append('*')
                    .append(String.join(
                            "^",
                            element.repetitions().stream()
                                    .map(components -> String.join(">", components))
                                    .toList()));
        return text.toString();
    }
}
