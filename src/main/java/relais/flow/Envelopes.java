package relais.flow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import relais.edi.Envelope;
import relais.edi.Standard;
import relais.partner.Identifier;
import relais.partner.Partner;
import relais.partner.Partners;

/** What an interchange to a partner is wrapped in. */
final class Envelopes {

    private final Partners partners;
    private final Clock clock;

    Envelopes(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * From the brand to the partner, under the first identifier that each file gives for the standard, as the partner wants it written.
     *
     * @throws IllegalStateException if one of them has none
     */
    Envelope to(Partner partner, Standard standard) {
        var from = identifier(partners.brand(), standard);
        var to = identifier(partner, standard);
        var usual =
                switch (standard) {
                    case X12 -> Envelope.x12(from.qualifier(), from.id(), to.qualifier(), to.id(), now());
                    case EDIFACT -> Envelope.edifact(from.qualifier(), from.id(), to.qualifier(), to.id(), now());
                };
        return partner.interchanges(standard)
                .map(agreement -> agreement.style(usual))
                .orElse(usual);
    }

    /** The time an envelope names: UTC, to the minute. */
    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    java.time.Instant instant() {
        return clock.instant();
    }

    private static Identifier identifier(Partner partner, Standard standard) {
        return partner.identifiers().stream()
                .filter(i -> i.standard().equals(Format.of(standard)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        partner.id() + " has no identifier for " + Format.of(standard) + " in its partner file"));
    }
}
