package relais.mailbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.finding.Finding;
import relais.mailbox.Documents.Direction;
import relais.mailbox.Documents.Entry;
import relais.mailbox.Documents.Source;
import relais.mailbox.Documents.State;
import relais.mailbox.Documents.Step;

/** Documents for the register, where only what a test names matters. */
final class Entries {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private Entries() {}

    static Entry accepted(String partner, String number, Source source, Finding... findings) {
        return in(partner, "Order", number, State.ACCEPTED, source, findings);
    }

    static Entry in(String partner, String type, String number, State state, Source source, Finding... findings) {
        var id = Ids.next();
        return new Entry(
                id,
                Direction.IN,
                partner,
                type,
                "x12",
                "850",
                number,
                number,
                state,
                Optional.of(source),
                "1/1/0001",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new byte[] {1, 2}),
                List.of(new Step(id, CLOCK.instant(), "read", "")),
                List.of(findings));
    }

    static Entry out(String partner, String controlNumber) {
        return new Entry(
                Ids.next(),
                Direction.OUT,
                partner,
                "Invoice",
                "x12",
                "810",
                "I-" + controlNumber,
                "PO-1",
                State.DUE,
                Optional.empty(),
                controlNumber,
                Optional.empty(),
                Optional.of(new UUID(1, 1)),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
