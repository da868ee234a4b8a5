package relais.consumer;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import relais.consumer.Consumers.Known;

/** What partners are told of consumers. Each time is noted, so that the consumer can be told. */
public final class Disclosures {

    /** Whether anything may be told. */
    public enum State {
        OPEN,
        /** The time that the terms allow is over. */
        OVER,
        /** There is nothing to tell any more. */
        ERASED
    }

    /**
     * What a partner is told of a consumer.
     *
     * @param told the text of each field; nothing unless it is {@link State#OPEN}
     * @param withheld what the terms allow, and the consumer did not agree to or never gave; which of the two is not told
     * @param until the last day that the terms allow
     */
    public record Disclosure(Map<Field, String> told, Set<Field> withheld, LocalDate until, State state) {

        public Disclosure {
            told = Collections.unmodifiableMap(new TreeMap<>(told));
            withheld = Collections.unmodifiableSet(new TreeSet<>(withheld));
        }

        /** No personal data reaches a log by accident. */
        @Override
        public String toString() {
            return "Disclosure[" + told.keySet() + " " + withheld + " " + until + " " + state + "]";
        }
    }

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
     * Tells a partner what it may see of a consumer it brought, and notes that.
     *
     * @param allowed by the partner's terms
     * @param acquiredOn the day on which the partner brought the consumer
     * @param visibleFor how long from that day on, by the same terms
     */
    public Disclosure disclose(
            UUID consumer, String partner, Set<Field> allowed, LocalDate acquiredOn, Period visibleFor) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var until = acquiredOn.plus(visibleFor);
        var known = consumers.find(consumer);
        var agreed = consents.agreed(consumer, Purpose.PARTNER_SHARING);
        var told = told(known, Consents.visible(allowed, agreed, until, today));
        if (!told.isEmpty())
            events.note(
                    consumer,
                    ConsumerEvents.Kind.DISCLOSED,
                    now,
                    partner,
                    told.keySet().stream().map(Names::of).collect(joining(", ")));
        var withheld = new TreeSet<>(allowed);
        withheld.removeAll(told.keySet());
        return new Disclosure(told, withheld, until, state(known, until, today));
    }

    private static Map<Field, String> told(Optional<Known> known, Set<Field> visible) {
        var told = new EnumMap<Field, String>(Field.class);
        known.flatMap(Known::identity).ifPresent(identity -> visible.stream()
                .filter(field -> !identity.text(field).isBlank())
                .forEach(field -> told.put(field, identity.text(field))));
        return told;
    }

    private static State state(Optional<Known> known, LocalDate until, LocalDate today) {
        if (known.flatMap(Known::erasedAt).isPresent()) return State.ERASED;
        return today.isAfter(until) ? State.OVER : State.OPEN;
    }
}
