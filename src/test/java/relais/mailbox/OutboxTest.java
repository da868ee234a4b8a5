package relais.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.mailbox.Entries.CLOCK;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import relais.Database;
import relais.consumer.Vaults;
import relais.mailbox.Documents.Entry;
import relais.mailbox.Documents.State;
import relais.mailbox.MailboxLimits.Retries;
import relais.mailbox.Outbox.Outgoing;
import relais.mailbox.Outbox.Payload;

class OutboxTest {

    private static final Database database = Database.fresh();

    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Documents documents = new Documents(jdbc, Vaults.on(database), CLOCK);
    private final Outbox outbox = outbox(new Retries(3, Duration.ZERO, Duration.ZERO));

    private Outbox outbox(Retries retries) {
        return new Outbox(jdbc, new MailboxLimits(1, retries, retries), CLOCK);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("truncate document, step, outbox cascade").update();
    }

    @Test
    void sendsWhatWasPutAndTellsItsDocument() {
        var payload = put("acme-outbox", "acme", "1.edi");

        var claimed = claim(outbox, 10);
        outbox.sent(claimed.get(0).id());

        assertThat(claimed).hasSize(1);
        assertThat(claimed.get(0).deliveryId()).isEqualTo("1.edi");
        assertThat(claimed.get(0).payload()).usingRecursiveComparison().isEqualTo(payload);
        assertThat(documents.find(payload.document())).map(Entry::state).contains(State.SENT);
        assertThat(steps()).containsExactly("sent acme-outbox 1.edi");
        assertThat(claim(outbox, 10)).isEmpty();
    }

    @Test
    void keepsTheOrderOfAKeyAndTheKeysApart() {
        put("acme-outbox", "PO-1", "1a");
        put("acme-outbox", "PO-1", "1b");
        put("acme-outbox", "PO-2", "2a");

        var first = claim(outbox, 10);
        outbox.sent(first.stream().map(Outgoing::id).toList());

        assertThat(names(first)).containsExactly("1a", "2a");
        assertThat(names(claim(outbox, 10))).containsExactly("1b");
    }

    @Test
    void keepsTheChannelsApart() {
        put("acme-outbox", "PO-1", "1a");
        put("erp-orders", "PO-1", "1b");

        assertThat(outbox.due(List.of("acme-outbox", "erp-invoices", "erp-orders")))
                .containsExactly("acme-outbox", "erp-orders");
        assertThat(names(claim(outbox, 10))).containsExactly("1a");
    }

    @Test
    void handsAPayloadToOneWorkerAndItsFollowersToNone() {
        put("acme-outbox", "PO-1", "1a");
        put("acme-outbox", "PO-1", "1b");
        put("acme-outbox", "PO-2", "2a");

        database.transaction().executeWithoutResult(one -> {
            assertThat(names(outbox.claim("acme-outbox", 1))).containsExactly("1a");
            CompletableFuture.runAsync(() -> database.transaction()
                            .executeWithoutResult(other -> assertThat(names(outbox.claim("acme-outbox", 10)))
                                    .containsExactly("2a")))
                    .join();
        });
    }

    @Test
    void hasNothingMarkedAfterACrash() {
        put("acme-outbox", "PO-1", "1a");

        database.transaction().executeWithoutResult(crash -> {
            outbox.claim("acme-outbox", 1).forEach(outgoing -> outbox.sent(outgoing.id()));
            crash.setRollbackOnly();
        });

        assertThat(names(claim(outbox, 10))).containsExactly("1a");
    }

    @Test
    void putsNothingWhenTheTransactionIsRolledBack() {
        database.transaction().executeWithoutResult(crash -> {
            put("acme-outbox", "PO-1", "1a");
            crash.setRollbackOnly();
        });

        assertThat(claim(outbox, 10)).isEmpty();
    }

    @Test
    void holdsAKeyBackWhileItsOldestBacksOff() {
        var patient = outbox(new Retries(3, Duration.ofHours(1), Duration.ofHours(1)));
        put("acme-outbox", "PO-1", "1a");
        put("acme-outbox", "PO-1", "1b");
        put("acme-outbox", "PO-2", "2a");

        patient.failed(claim(patient, 1).get(0).id(), "connection refused");

        assertThat(names(claim(patient, 10))).containsExactly("2a");
        assertThat(texts("select attempts || ' ' || last_error || ' ' || (due_at > now() + interval '59 minutes')"
                        + " from outbox where name = '1a'"))
                .containsExactly("1 connection refused true");
    }

    @Test
    void parksWhatFailsTooOftenAndLetsTheNextGo() {
        var payload = put("acme-outbox", "PO-1", "1a");
        put("acme-outbox", "PO-1", "1b");

        for (var attempt = 0; attempt < 3; attempt++) {
            var claimed = claim(outbox, 10);
            assertThat(names(claimed)).containsExactly("1a");
            assertThat(claimed.get(0).attempts()).isEqualTo(attempt);
            outbox.failed(claimed.get(0).id(), "connection refused");
        }

        assertThat(names(claim(outbox, 10))).containsExactly("1b");
        assertThat(documents.find(payload.document())).map(Entry::state).contains(State.PARKED);
        assertThat(steps()).containsExactly("parked sending failed 3 times: connection refused");
    }

    @Test
    void resendsOnceWhateverAnOperatorClicks() {
        var parked = put("acme-outbox", "PO-1", "1a");
        for (var attempt = 0; attempt < 3; attempt++)
            outbox.failed(claim(outbox, 1).get(0).id(), "connection refused");

        assertThat(outbox.resend(List.of(parked.document()))).isEqualTo(1);
        assertThat(outbox.resend(List.of(parked.document()))).isZero();

        var claimed = claim(outbox, 10);
        assertThat(claimed).extracting(Outgoing::deliveryId).containsExactly("1a");
        assertThat(documents.find(parked.document())).map(Entry::state).contains(State.DUE);
        outbox.sent(claimed.get(0).id());
        assertThat(claim(outbox, 10)).isEmpty();
    }

    @Test
    void resendsWhatWasSentUnderAnotherDeliveryId() {
        var sent = put("acme-outbox", "PO-1", "1a");
        outbox.sent(claim(outbox, 1).get(0).id());

        outbox.resend(List.of(sent.document()));

        assertThat(claim(outbox, 1)).extracting(Outgoing::deliveryId).containsExactly("1a-1");
    }

    @Test
    void resendsThousandsInOneStatement() {
        var entries = IntStream.range(0, 3000)
                .mapToObj(i -> Entries.out("acme", "1/1/" + i))
                .toList();
        documents.register(entries);
        outbox.put(entries.stream()
                .map(e -> payload(e.id(), "acme-outbox", e.id().toString(), "n"))
                .toList());
        for (var batch = claim(outbox, 500); !batch.isEmpty(); batch = claim(outbox, 500))
            outbox.sent(batch.stream().map(Outgoing::id).toList());

        var again = outbox.resend(entries.stream().map(Entry::id).toList());

        assertThat(again).isEqualTo(3000);
    }

    @Test
    void doublesThePauseUpToTheLongest() {
        var retries = new Retries(12, Duration.ofSeconds(1), Duration.ofMinutes(15));

        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToObj(retries::pauseAfter)
                        .map(Duration::toSeconds)
                        .toList())
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
        assertThat(retries.pauseAfter(5000)).isEqualTo(Duration.ofMinutes(15));
        assertThat(retries.exhausted(11)).isFalse();
        assertThat(retries.exhausted(12)).isTrue();
    }

    private static List<Outgoing> claim(Outbox outbox, int max) {
        return Optional.ofNullable(database.transaction().execute(status -> outbox.claim("acme-outbox", max)))
                .orElseThrow();
    }

    private Payload put(String channel, String orderingKey, String name) {
        var document = Entries.out("acme", "1/1/" + name);
        documents.register(List.of(document));
        var payload = payload(document.id(), channel, orderingKey, name);
        outbox.put(payload);
        return payload;
    }

    private static Payload payload(UUID document, String channel, String orderingKey, String name) {
        return new Payload(
                document, channel, orderingKey, name, "application/edi-x12", Optional.empty(), "ISA".getBytes(UTF_8));
    }

    private static List<String> names(List<Outgoing> claimed) {
        return claimed.stream().map(outgoing -> outgoing.payload().name()).toList();
    }

    private static List<String> steps() {
        return texts("select name || ' ' || detail from step order by id");
    }

    private static List<String> texts(String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }
}
