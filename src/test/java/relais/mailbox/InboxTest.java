package relais.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import relais.Database;
import relais.consumer.Vaults;
import relais.mailbox.Inbox.Claim;
import relais.mailbox.Inbox.Receipt;
import relais.mailbox.Inbox.State;
import relais.mailbox.Inbox.TooLarge;
import relais.mailbox.MailboxLimits.Retries;

class InboxTest {

    private static final Database database = Database.fresh();
    private static final Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final int LIMIT_BYTES = 3 << 20;

    private final Inbox inbox = inbox(new Retries(3, Duration.ZERO, Duration.ZERO));

    private static Inbox inbox(Retries retries) {
        var limits = new MailboxLimits(LIMIT_BYTES, retries, retries);
        return new Inbox(
                new JdbcTemplate(database.dataSource()),
                database.transactions(),
                Vaults.on(database),
                limits,
                clock,
                Ids.supplier());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("truncate receipt, receipt_chunk, finding cascade").update();
    }

    // --- accepting ---

    @Test
    void keepsWhatCameInByteForByte() throws IOException {
        var bytes = bytes(2_500_000);

        var receipt = accept("order.edi", bytes);

        assertThat(receipt.state()).isEqualTo(State.RECEIVED);
        assertThat(receipt.sizeBytes()).isEqualTo(2_500_000);
        assertThat(inbox.open(receipt.id(), 0).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void opensAtAnyOffset() throws IOException {
        var bytes = bytes(2_500_000);
        var receipt = accept("order.edi", bytes);

        for (var offset : new int[] {1, (1 << 20) - 1, 1 << 20, 2_499_999, 2_500_000}) {
            var rest = inbox.open(receipt.id(), offset).readAllBytes();

            assertThat(rest).isEqualTo(java.util.Arrays.copyOfRange(bytes, offset, bytes.length));
        }
        assertThat(inbox.open(receipt.id(), 9_000_000).read()).isEqualTo(-1);
    }

    @Test
    void linksTheSameBytesToTheFirstReceipt() throws IOException {
        var first = accept("a.edi", "ISA*00".getBytes(UTF_8));

        var second = accept("b.edi", "ISA*00".getBytes(UTF_8));

        assertThat(second.state()).isEqualTo(State.DUPLICATE);
        assertThat(second.duplicateOf()).contains(first.id());
        assertThat(inbox.open(second.id(), 0).readAllBytes()).isEqualTo("ISA*00".getBytes(UTF_8));
        assertThat(note(second)).isEqualTo("the same bytes came before as a.edi");
        assertThat(count("receipt_chunk")).isEqualTo(1);
    }

    @Test
    void takesTheSameBytesFromAnotherChannelAsNew() {
        accept("a.edi", "ISA*00".getBytes(UTF_8));

        var other =
                inbox.accept("other-inbox", "acme", "a.edi", "", new ByteArrayInputStream("ISA*00".getBytes(UTF_8)));

        assertThat(other.state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void keepsOneOfSixteenThatArriveAtOnce() throws Exception {
        var receipts = new ArrayList<Receipt>();
        var threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Receipt> arrival = () -> accept("order.edi", bytes(1_500_000));
            for (Future<Receipt> receipt : threads.invokeAll(java.util.Collections.nCopies(16, arrival)))
                receipts.add(receipt.get());
        } finally {
            threads.shutdown();
        }

        var first = receipts.stream().filter(r -> r.state() == State.RECEIVED).toList();
        assertThat(first).hasSize(1);
        assertThat(receipts)
                .filteredOn(r -> r.state() == State.DUPLICATE)
                .hasSize(15)
                .allMatch(r -> r.duplicateOf().equals(Optional.of(first.get(0).id())));
        assertThat(count("receipt_chunk")).isEqualTo(2);
    }

    @Test
    void storesEmptyInputEachTime() throws IOException {
        var first = accept("a.edi", new byte[0]);
        var second = accept("b.edi", new byte[0]);

        assertThat(first.state()).isEqualTo(State.RECEIVED);
        assertThat(second.state()).isEqualTo(State.RECEIVED);
        assertThat(inbox.open(second.id(), 0).readAllBytes()).isEmpty();
    }

    @Test
    void takesExactlyTheLimit() {
        assertThat(accept("just.edi", bytes(LIMIT_BYTES)).state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void keepsThePartUpToTheLimitAndRefusesTheRest() throws IOException {
        var bytes = bytes(LIMIT_BYTES + 1);

        var refused = catchThrowableOfType(TooLarge.class, () -> accept("huge.edi", bytes));

        assertThat(refused).hasMessageStartingWith("more than 3145728 bytes");
        assertThat(inbox.find(refused.receipt()))
                .get()
                .extracting(Receipt::state)
                .isEqualTo(State.PARKED);
        assertThat(inbox.open(refused.receipt(), 0).readAllBytes()).hasSize(LIMIT_BYTES);
        assertThat(database.jdbc()
                        .sql("select code || ' at ' || byte_offset from finding where receipt = ?")
                        .param(refused.receipt())
                        .query(String.class)
                        .list())
                .containsExactly("INPUT_TOO_LARGE at 3145728");
        assertThat(inbox.release(refused.receipt())).isFalse();
        assertThat(accept("part.edi", bytes(LIMIT_BYTES)).state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void storesNothingOfAStreamThatBreaks() {
        var broken = new InputStream() {
            private int left = 2_000_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) return 'x';
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> inbox.accept("acme-inbox", "acme", "a.edi", "", broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a.edi");
        assertThat(count("receipt")).isZero();
        assertThat(count("receipt_chunk")).isZero();
    }

    // --- claiming ---

    @Test
    void handsOutTheOldestFirstAndEachToOneWorker() {
        var older = accept("a.edi", "a".getBytes(UTF_8));
        var newer = accept("b.edi", "b".getBytes(UTF_8));

        database.transaction().executeWithoutResult(one -> {
            assertThat(inbox.claim()).map(Claim::receipt).contains(older.id());
            inAnotherThread(() -> database.transaction().executeWithoutResult(other -> {
                assertThat(inbox.claim()).map(Claim::receipt).contains(newer.id());
                inbox.processed(newer.id());
            }));
            assertThat(inbox.claim()).map(Claim::receipt).contains(older.id());
            inbox.processed(older.id());
            assertThat(inbox.claim()).isEmpty();
        });
    }

    @Test
    void goesOnAfterACrashWhereTheLastBatchEnded() {
        var receipt = accept("a.edi", "a".getBytes(UTF_8));
        database.transaction()
                .executeWithoutResult(batch -> inbox.claim().ifPresent(c -> inbox.advance(c.receipt(), "{\"at\": 1}")));

        database.transaction().executeWithoutResult(crash -> {
            inbox.claim().ifPresent(claim -> inbox.advance(claim.receipt(), "{\"at\": 2}"));
            crash.setRollbackOnly();
        });

        var claim = database.transaction().execute(status -> inbox.claim());
        assertThat(claim).contains(claimOf(receipt, Optional.of("{\"at\": 1}")));
    }

    // --- failing ---

    @Test
    void waitsBetweenAttemptsWhileOthersGoOn() {
        var patient = inbox(new Retries(3, Duration.ofHours(1), Duration.ofHours(1)));
        var bad = accept("bad.edi", "bad".getBytes(UTF_8));
        var good = accept("good.edi", "good".getBytes(UTF_8));

        patient.failed(bad.id(), "no such column");

        assertThat(claimed()).contains(good.id());
        inbox.processed(good.id());
        assertThat(claimed()).isEmpty();
        assertThat(inbox.find(bad.id())).get().extracting(Receipt::state).isEqualTo(State.RECEIVED);
    }

    @Test
    void parksWhatFailsTooOftenAndLetsAnOperatorReleaseIt() {
        var bad = accept("bad.edi", "bad".getBytes(UTF_8));

        for (var attempt = 1; attempt <= 3; attempt++) {
            assertThat(claimed()).contains(bad.id());
            inbox.failed(bad.id(), "no such column");
        }

        assertThat(claimed()).isEmpty();
        assertThat(note(bad)).isEqualTo("processing failed 3 times: no such column");
        assertThat(database.jdbc()
                        .sql("select code from finding")
                        .query(String.class)
                        .list())
                .containsExactly("INTERNAL_ERROR");
        assertThat(inbox.release(bad.id())).isTrue();
        assertThat(inbox.release(bad.id())).isFalse();
        assertThat(claimed()).contains(bad.id());
    }

    @Test
    void forgetsFailuresAfterProgress() {
        var receipt = accept("a.edi", "a".getBytes(UTF_8));

        for (var batch = 1; batch <= 5; batch++) {
            inbox.failed(receipt.id(), "deadlock");
            inbox.failed(receipt.id(), "deadlock");
            inbox.advance(receipt.id(), "{}");
        }

        assertThat(claimed()).contains(receipt.id());
    }

    private Optional<UUID> claimed() {
        return database.transaction().execute(status -> inbox.claim()).map(Claim::receipt);
    }

    private static Claim claimOf(Receipt receipt, Optional<String> position) {
        return new Claim(
                receipt.id(), "acme-inbox", "acme", "a.edi", "application/edi-x12", 1, clock.instant(), position);
    }

    private Receipt accept(String name, byte[] bytes) {
        return inbox.accept("acme-inbox", "acme", name, "application/edi-x12", new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = (byte) (i * 31 + i / 1000);
        return bytes;
    }

    private static String note(Receipt receipt) {
        return database.jdbc()
                .sql("select note from receipt where id = ?")
                .param(receipt.id())
                .query(String.class)
                .single();
    }

    private static long count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static void inAnotherThread(Runnable work) {
        java.util.concurrent.CompletableFuture.runAsync(work).join();
    }
}
