package relais.consumer;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What partners are told of consumers. Each time is noted, so that the consumer can be told. */
public final class Disclosures {

    private final Consumers consumers;
    private final Consents consents;
    private final ConsumerEvents events;
    private final Clock clock;

    public Disclosures(Consumers consumers, Consents consents, ConsumerEvents events, Clock clock) {
        this.consumers = consumers;
        this.consents = consents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a partner may see of a consumer it brought.
     *
     * @param allowed by the partner's terms
     * @param acquiredOn the day on which the partner brought the consumer
     * @param visibleFor how long from that day on, by the same terms
     * @return the text of each field; nothing once the consumer is erased, or the time is over
     */
    public Map<Field, String> disclose(
            UUID consumer, String partner, Set<Field> allowed, LocalDate acquiredOn, Period visibleFor) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var agreed = consents.agreed(consumer, Purpose.PARTNER_SHARING);
        var visible = Consents.visible(allowed, agreed, acquiredOn.plus(visibleFor), today);
        var told = new EnumMap<Field, String>(Field.class);
        consumers.identity(consumer).ifPresent(identity -> visible.stream()
                .filter(field -> !identity.text(field).isBlank())
                .forEach(field -> told.put(field, identity.text(field))));
        if (!told.isEmpty())
            events.note(
                    consumer,
                    ConsumerEvents.Kind.DISCLOSED,
                    now,
                    partner,
                    told.keySet().stream().map(Names::of).collect(joining(", ")));
        return told;
    }
}
