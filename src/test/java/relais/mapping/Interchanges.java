package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import relais.edi.Envelope;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.InterchangeWriter;
import relais.edi.Limits;
import relais.edi.OutgoingSet;
import relais.edi.Position;
import relais.edi.Standard;
import relais.edi.Structures;
import relais.edi.TransactionSet;

/** Transaction sets out of bytes, and bytes out of segments. */
final class Interchanges {

    private static final Structures STRUCTURES = Structures.bundled();
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 5, 10, 30);

    private static final Map<Standard, List<String>> VERSIONS =
            Map.of(Standard.X12, List.of("004010"), Standard.EDIFACT, List.of("D:96A:UN", "D:97B:UN", "D:01B:UN"));

    private Interchanges() {}

    static List<TransactionSet> sets(byte[] bytes) {
        var reader =
                new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), STRUCTURES, Limits.standard());
        var sets = new ArrayList<TransactionSet>();
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next())
            if (event instanceof Event.SetRead read) sets.add(read.set());
        return sets;
    }

    /** Whether there is a structure of the mapping's transaction set in a version: {@code 005010}, {@code D:01B:UN}. */
    static boolean know(Mapping mapping, String version) {
        return STRUCTURES.know(mapping.standard(), version, mapping.transactionSet());
    }

    /** One interchange in the oldest version that has the transaction set, one segment a line. */
    static String bytes(Mapping mapping, Writing writing) {
        var version = VERSIONS.get(mapping.standard()).stream()
                .filter(each -> mapping.isOf(each) && know(mapping, each))
                .findFirst();
        return bytes(mapping, version.orElseThrow(), writing);
    }

    static String bytes(Mapping mapping, String version, Writing writing) {
        var x12 = mapping.standard() == Standard.X12;
        var envelope = x12
                ? Envelope.x12("01", "SENDER", "01", "RECEIVER", AT)
                : Envelope.edifact("14", "SENDER", "14", "RECEIVER", AT);
        var set = new OutgoingSet(mapping.transactionSet(), version, x12 ? "0001" : "1", writing.segments());
        var writer = new InterchangeWriter(STRUCTURES, Limits.standard());
        return new String(writer.write(envelope.written(envelope.delimiters(), "\n"), List.of(set)), ISO_8859_1);
    }
}
