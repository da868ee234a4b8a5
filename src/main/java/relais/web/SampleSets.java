package relais.web;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import relais.document.Document;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.Limits;
import relais.edi.Position;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** The transaction sets of a sample: everything that is wrong in them, and the documents that they give all the same. */
final class SampleSets {

    /** More of them are checked, and not translated. */
    static final int SETS_MAX = 50;

    /** What was not translated by then is not. */
    static final Duration TIME_MAX = Duration.ofSeconds(3);

    private final byte[] bytes;
    private final Structures structures;
    private final FittingMapping fitting;
    private final Clock clock;
    private final Instant until;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final Set<String> by = new LinkedHashSet<>();
    private int sets;

    SampleSets(byte[] bytes, Structures structures, FittingMapping fitting, Clock clock) {
        this.bytes = bytes;
        this.structures = structures;
        this.fitting = fitting;
        this.clock = clock;
        this.until = clock.instant().plus(TIME_MAX);
    }

    SampleReading read() {
        var reader =
                new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), structures, Limits.standard());
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next()) {
            findings.addAll(event.findings());
            if (event instanceof Event.SetRead read) set(read.set());
        }
        return SampleReading.of(bytes, List.copyOf(by), findings, documents);
    }

    private void set(TransactionSet set) {
        sets++;
        if (sets == SETS_MAX + 1) left(set, "setsMax is " + SETS_MAX);
        if (sets > SETS_MAX) return;
        if (clock.instant().isAfter(until)) {
            left(set, "timeMax is " + TIME_MAX.toSeconds() + " s");
            sets = SETS_MAX + 1;
            return;
        }
        translate(set);
    }

    private void left(TransactionSet set, String limit) {
        findings.add(Finding.warning(
                FindingCode.LIMIT_REACHED,
                set.segments().get(0).location(),
                "from here on transaction sets are checked, and not translated: " + limit));
    }

    private void translate(TransactionSet set) {
        var mapping = fitting.of(set);
        if (mapping.isEmpty()) {
            findings.add(Finding.warning(
                    FindingCode.SET_NOT_SUPPORTED,
                    set.segments().get(0).location(),
                    "no mapping" + (fitting.chosen().isEmpty() ? "" : " that was chosen") + " reads " + set.standard()
                            + " " + set.type()));
            return;
        }
        var reading = mapping.get().read(set, fitting.given(set.interchange()));
        by.add(mapping.get().id());
        reading.findings().stream().filter(finding -> !isKnown(finding)).forEach(findings::add);
        reading.document().ifPresent(documents::add);
    }

    /** A code that the standard does not have is unknown to the mapping, too; once is enough. */
    private boolean isKnown(Finding finding) {
        return findings.stream()
                .anyMatch(known ->
                        known.code() == finding.code() && known.location().equals(finding.location()));
    }
}
