package relais.cli;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relais.document.Document;
import relais.edi.Envelope;
import relais.edi.Interchange;
import relais.edi.InterchangeWriter;
import relais.edi.Limits;
import relais.edi.OutgoingSegment;
import relais.edi.OutgoingSet;
import relais.edi.Standard;
import relais.edi.Structures;
import relais.edi.Unwritable;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/**
 * Interchanges in the syntax asked for, between the same sender and receiver. Interchanges and transaction sets are numbered from 1;
 * in X12 each functional group gets an interchange of its own.
 */
final class SyntaxTarget implements Target {

    /** ISA05 and ISA07 with the UNB 0007 that means the same; whatever else there is becomes "mutually defined". */
    private static final Map<String, String> EDIFACT_BY_X12 = Map.of("01", "1", "07", "14", "ZZ", "ZZZ");

    private final Standard standard;
    private final Home home;
    private final InterchangeWriter writer;
    private final Terminal terminal;
    private final Map<String, List<OutgoingSet>> sets = new LinkedHashMap<>();
    private int written;

    SyntaxTarget(Standard standard, Home home, Structures structures, Terminal terminal) {
        this.standard = standard;
        this.home = home;
        this.writer = new InterchangeWriter(structures, Limits.standard());
        this.terminal = terminal;
    }

    @Override
    public Findings take(Document document) {
        var mapping = home.writing(document, standard);
        if (mapping.isEmpty()) return unmapped(document);
        var writing = mapping.get().write(document);
        if (!writing.findings().hasErrors()) add(mapping.get().transactionSet(), writing.segments());
        return writing.findings();
    }

    private Findings unmapped(Document document) {
        var text = "no mapping writes " + document.type().title() + " as " + standard;
        return Findings.of(Finding.error(FindingCode.SET_NOT_SUPPORTED, Location.nowhere(), text));
    }

    private void add(String type, List<OutgoingSegment> segments) {
        var together = sets.computeIfAbsent(group(type), group -> new ArrayList<>());
        var number = together.size() + 1;
        together.add(
                switch (standard) {
                    case X12 -> new OutgoingSet(type, "004010", "%04d".formatted(number), segments);
                    case EDIFACT -> new OutgoingSet(type, "D:96A:UN", String.valueOf(number), segments);
                });
    }

    private String group(String type) {
        return switch (standard) {
            case X12 -> type;
            case EDIFACT -> "";
        };
    }

    @Override
    public Findings end(Interchange interchange) {
        try {
            for (var together : sets.values()) terminal.out().writeBytes(writer.write(envelope(interchange), together));
            return Findings.none();
        } catch (Unwritable e) {
            return e.findings();
        } finally {
            sets.clear();
        }
    }

    private Envelope envelope(Interchange from) {
        var control = String.valueOf(++written);
        var at = LocalDateTime.now(terminal.clock());
        var sender = qualifier(from.standard(), from.senderQualifier());
        var receiver = qualifier(from.standard(), from.receiverQualifier());
        var envelope =
                switch (standard) {
                    case X12 -> Envelope.x12(sender, from.sender(), receiver, from.receiver(), at);
                    case EDIFACT -> Envelope.edifact(sender, from.sender(), receiver, from.receiver(), at);
                };
        return envelope.numbered(control, control).test(from.test());
    }

    private String qualifier(Standard from, String qualifier) {
        if (from == standard) return qualifier;
        return switch (standard) {
            case EDIFACT -> EDIFACT_BY_X12.getOrDefault(qualifier, "ZZZ");
            case X12 ->
                EDIFACT_BY_X12.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(qualifier))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("ZZ");
        };
    }
}
