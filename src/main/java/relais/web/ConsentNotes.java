package relais.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import relais.consumer.Consents;
import relais.consumer.Consents.Consent;
import relais.consumer.Consumers;
import relais.consumer.Field;
import relais.consumer.Purpose;

/**
 * What operators note that consumers agreed to or withdrew, over the API or on the console: each is checked, and kept with
 * its source.
 */
final class ConsentNotes {

    static final int SOURCE_CHARACTERS_MAX = 200;
    static final int FIELDS_MAX = Field.values().length;
    /** The purposes that an operator notes. Order fulfilment follows from orders. */
    static final Set<Purpose> PURPOSES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Purpose.ORDER_FULFILMENT)));

    private final Consents consents;
    private final Consumers consumers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentNotes(Consents consents, Consumers consumers, TransactionTemplate transaction, Clock clock) {
        this.consents = consents;
        this.consumers = consumers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is asked for, right or wrong.
     *
     * @param purpose and {@code fields}: names, as "partner sharing"
     * @param given {@code true} if the consumer agrees, {@code false} if it withdraws
     * @param source where the consumer said it
     */
    record Asked(String purpose, List<String> fields, String given, KeptText source) {

        Asked {
            fields = List.copyOf(fields);
        }
    }

    /** Whether anything is held on a consumer, so that there is something to agree to; not of one that is erased. */
    boolean concern(UUID consumer) {
        return consumers
                .find(consumer)
                .filter(known -> known.erasedAt().isEmpty())
                .isPresent();
    }

    /** Everything the consumer said, the first first. */
    List<Consent> history(UUID consumer) {
        return consents.history(consumer);
    }

    /** What the consumer said last on each purpose and field. */
    List<Consent> latest(UUID consumer) {
        return consents.latest(consumer);
    }

    /**
     * Notes what a consumer said, unless anything is wrong with it; see {@link #faults} for the fields.
     *
     * @return how many fields that changes: none where the consumer had said the same before
     */
    Outcome<Integer> note(UUID consumer, Asked asked) {
        var faults = faults(consumer, asked);
        if (!faults.isEmpty()) return new Outcome.Refused<>(faults);
        var changed = transaction.execute(status -> say(consumer, asked));
        if (changed == null) throw new IllegalStateException("a transaction without a result");
        return new Outcome.Done<>(changed);
    }

    private int say(UUID consumer, Asked asked) {
        var purpose = named(asked.purpose(), PURPOSES).orElseThrow();
        var fields = asked.fields().stream()
                .map(name -> named(name, EnumSet.allOf(Field.class)).orElseThrow())
                .collect(toCollection(() -> EnumSet.noneOf(Field.class)));
        var source = asked.source().text();
        return Boolean.parseBoolean(asked.given())
                ? consents.give(consumer, purpose, fields, clock.instant(), source)
                : consents.withdraw(consumer, purpose, fields, clock.instant(), source);
    }

    /** Their fields are {@code given}, {@code purpose}, {@code fields} and {@code source}. */
    private List<Fault> faults(UUID consumer, Asked asked) {
        var faults = new ArrayList<Fault>();
        given(asked.given()).ifPresent(sentence -> faults.add(new Fault("given", sentence)));
        purpose(asked.purpose()).ifPresent(sentence -> faults.add(new Fault("purpose", sentence)));
        fields(asked.fields()).forEach(sentence -> faults.add(new Fault("fields", sentence)));
        source(consumer, asked.source()).ifPresent(sentence -> faults.add(new Fault("source", sentence)));
        return faults;
    }

    private static Optional<String> given(String given) {
        return given.equals("true") || given.equals("false")
                ? Optional.empty()
                : Optional.of("Say whether the consumer agrees or withdraws: given is true or false.");
    }

    private static Optional<String> purpose(String name) {
        if (named(name, PURPOSES).isPresent()) return Optional.empty();
        var choice = choice(PURPOSES);
        if (name.isEmpty()) return Optional.of("Say for what purpose: " + choice + ".");
        return Optional.of(
                named(name, EnumSet.allOf(Purpose.class)).isPresent()
                        ? "Order fulfilment follows from orders: who orders agrees to it, and it cannot be withdrawn here;"
                                + " take " + choice + "."
                        : "No purpose is called '" + name + "'; take " + choice + ".");
    }

    private static List<String> fields(List<String> names) {
        var all = EnumSet.allOf(Field.class);
        if (names.isEmpty() || names.size() > FIELDS_MAX)
            return List.of("Name 1 to " + FIELDS_MAX + " fields, each once: " + choice(all) + ".");
        return names.stream()
                .distinct()
                .filter(name -> named(name, all).isEmpty())
                .map(name -> "No field is called '" + name + "'; take " + choice(all) + ".")
                .toList();
    }

    private Optional<String> source(UUID consumer, KeptText source) {
        if (!source.hasLength(SOURCE_CHARACTERS_MAX))
            return Optional.of("Say in 1 to " + SOURCE_CHARACTERS_MAX + " characters where the consumer said it,"
                    + " like 'newsletter form'; it is kept for good, so name no person in it.");
        if (!source.isPrintable())
            return Optional.of("The source holds a character that cannot be printed; type it anew.");
        return consumers
                .identity(consumer)
                .filter(identity -> identity.isToldBy(source.text()))
                .map(identity -> "The source tells who the consumer is; it is kept for good, so say it without.");
    }

    private static <E extends Enum<E>> Optional<E> named(String name, Collection<E> among) {
        return among.stream()
                .filter(constant -> Wording.name(constant).equals(name))
                .findFirst();
    }

    /** "name, email or phone". */
    private static <E extends Enum<E>> String choice(Set<E> constants) {
        var names = constants.stream().map(Wording::name).toList();
        return names.stream().limit(names.size() - 1L).collect(joining(", ")) + " or " + names.get(names.size() - 1);
    }
}
