package relais.edi;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import relais.finding.Finding;

/** Interchanges for tests: a whole one around segments, and what reading it yields. */
final class Interchanges {
    static final Structures STRUCTURES = Structures.bundled();

    static final String ISA =
            "ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260305*0912*U*00401*000000042*0*T*>~";
    static final String GS = "GS*PO*081466849*MAISONLUMEN*20260305*0912*7*X*004010~";
    static final String ORDER = "ST*850*0001~BEG*00*DS*PO-1001**20260305~N1*ST*Consumer One~N3*12 Sample Street~"
            + "N4*Springfield*IL*62701*US~PO1*1*2*EA*49.5**UP*012345678905~CTT*1~SE*8*0001~";
    static final String UNB = "UNB+UNOC:3+3020000000019:14+3010000000012:14+260305:0912+77'";
    static final String ORDERS = "UNH+1+ORDERS:D:96A:UN'BGM+220+PO-2001+9'DTM+137:20260305:102'"
            + "NAD+BY+3020000000019::9'LIN+1++4006381333931:EN'QTY+21:3'PRI+AAA:49.5'UNS+S'CNT+2:1'UNT+10+1'";

    private Interchanges() {}

    /** A line of a table of inputs: what stands in braces for parts that are correct, and for characters. */
    static String expand(String line) {
        var type = line.contains("{GS}ST*")
                ? line.substring(line.indexOf("{GS}ST*") + 7).substring(0, 3)
                : "850";
        return line.replace("{ISA}", ISA)
                .replace("{ISA5}", ISA.replace("*U*00401*", "*^*00501*"))
                .replace("{GS}", gs(type))
                .replace("{GS5}", GS.replace("004010", "005010"))
                .replace("{ORDER}", ORDER)
                .replace("{END}", "GE*1*7~IEA*1*000000042~")
                .replace("{UNB}", UNB)
                .replace("{UNB4}", UNB.replace("UNOC:3", "UNOC:4").replace("260305", "20260305"))
                .replace("{ORDERS}", ORDERS)
                .replace("{BOM}", "\u00ef\u00bb\u00bf")
                .replace("{US}", "\u001f")
                .replace("{CTRL-Z}", "\u001a")
                .replace("{MANY}", "x".repeat(260))
                .replace("{CR}", "\r")
                .replace("{LF}", "\n")
                .replace("{BELL}", "\u0007")
                .replace("{NUL}", "\0")
                .replace("{E9}", "\u00e9");
    }

    /** The group header for sets of one type: {@code GS*PO} for 850. */
    static String gs(String type) {
        return GS.replace(
                "GS*PO", "GS*" + STRUCTURES.functionalId("004010", type).orElse("PO"));
    }

    /** Transaction sets in one group of one interchange, all counts right for the number of sets given. */
    static String x12(int sets, String segments) {
        var type = segments.startsWith("ST*") ? segments.substring(3, 6) : "850";
        return ISA + gs(type) + segments + "GE*" + sets + "*7~IEA*1*000000042~";
    }

    static String edifact(int sets, String segments) {
        return UNB + segments + "UNZ+" + sets + "+77'";
    }

    static InterchangeReader reader(byte[] bytes) {
        return new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), STRUCTURES, Limits.standard());
    }

    static List<Event> events(byte[] bytes) {
        return events(reader(bytes));
    }

    static List<Event> events(String text) {
        return events(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static List<Event> events(InterchangeReader reader) {
        var events = new ArrayList<Event>();
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next()) events.add(event);
        return events;
    }

    static List<TransactionSet> sets(String text) {
        return events(text).stream()
                .filter(Event.SetRead.class::isInstance)
                .map(event -> ((Event.SetRead) event).set())
                .toList();
    }

    static List<Finding> findings(String text) {
        return events(text).stream().flatMap(Interchanges::findings).toList();
    }

    static Stream<Finding> findings(Event event) {
        if (event instanceof Event.InterchangeBegan began) return began.findings().stream();
        if (event instanceof Event.SetRead read) return read.set().findings().stream();
        if (event instanceof Event.InterchangeAnswered answered) return answered.findings().stream();
        if (event instanceof Event.GroupEnded ended) return ended.findings().stream();
        if (event instanceof Event.InterchangeEnded ended) return ended.findings().stream();
        if (event instanceof Event.Unreadable unreadable) return unreadable.findings().stream();
        return Stream.empty();
    }

    /** An acknowledgement as it is sent, under interchange control number 101 and group control number 55. */
    static String written(Acknowledgement owed) {
        var bytes = new InterchangeWriter(STRUCTURES, Limits.standard())
                .write(owed.envelope("101", "55"), owed.beforeGroups(), owed.sets());
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What came of the first interchange. */
    static InterchangeOutcome outcome(String text) {
        var events = events(text);
        var began = (Event.InterchangeBegan) events.get(0);
        var recorder = new OutcomeRecorder(began.interchange());
        for (var event : events) {
            recorder.record(event);
            if (event instanceof Event.InterchangeEnded) break;
        }
        return recorder.outcome();
    }
}
