package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.consumer.Vaults.CLOCK;
import static relais.consumer.Vaults.NOW;
import static relais.consumer.Vaults.email;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import relais.Database;
import relais.consumer.ConsumerEvents.ConsumerEvent;
import relais.consumer.ConsumerEvents.Kind;

class ErasuresTest {

    private static final Database database = Database.fresh();
    private static final Supplier<UUID> IDS = Database.ids();

    private final Consumers consumers = new Consumers(database.jdbc(), Vaults.on(database), IDS);
    private final ConsumerEvents events = new ConsumerEvents(database.jdbc());

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void leavesTheIdWhenAndWhy() {
        var consumer = consumer("left@example.com");

        assertThat(erasures().erase(consumer, "operator", " asked for by letter "))
                .isTrue();

        assertThat(consumers.find(consumer)).get().satisfies(known -> {
            assertThat(known.erasedAt()).contains(NOW);
            assertThat(known.identity()).isEmpty();
            assertThat(known.matchKinds()).isEmpty();
        });
        assertThat(events.of(consumer))
                .containsExactly(new ConsumerEvent(Kind.ERASED, NOW, "operator", "asked for by letter"));
    }

    @Test
    void changesNothingTheSecondTime() {
        var consumer = consumer("twice@example.com");
        var heard = new ArrayList<UUID>();
        var erasures = erasures((erased, at, by) -> heard.add(erased));
        erasures.erase(consumer, "operator", "asked");

        assertThat(erasures.erase(consumer, "operator", "asked again")).isFalse();

        assertThat(heard).containsExactly(consumer);
        assertThat(events.of(consumer)).hasSize(1);
    }

    @Test
    void keepsTheConsumerWhenAListenerFails() {
        var consumer = consumer("kept@example.com");
        var erasures = erasures((erased, at, by) -> {
            throw new IllegalStateException("the ledger is closed");
        });

        assertThatThrownBy(() -> erasures.erase(consumer, "operator", "asked")).hasMessage("the ledger is closed");

        assertThat(consumers.identity(consumer)).contains(email("kept@example.com"));
        assertThat(consumer("kept@example.com")).isEqualTo(consumer);
        assertThat(events.of(consumer)).isEmpty();
    }

    @Test
    void refusesAReasonThatIsMissingTooLongOrTellsWhoItIs() {
        var consumer = consumer("named@example.com");

        for (var reason : List.of("", "  ", "x".repeat(201), "Named@Example.com asked", "for consumer one"))
            assertThatThrownBy(() -> erasures().erase(consumer, "operator", reason))
                    .isInstanceOf(IllegalArgumentException.class);

        assertThat(consumers.identity(consumer)).isPresent();
    }

    @Test
    void knowsNoConsumerThatNeverWas() {
        assertThatThrownBy(() -> erasures().erase(new UUID(9, 9), "operator", "asked"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no consumer");
    }

    private Erasures erasures(ErasureListener... listeners) {
        return new Erasures(database.transaction(), consumers, events, List.of(listeners), CLOCK);
    }

    private UUID consumer(String email) {
        return database.transaction().execute(status -> consumers.recognise(email(email), NOW));
    }
}
