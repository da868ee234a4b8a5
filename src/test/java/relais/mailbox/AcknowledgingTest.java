package relais.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.mailbox.Entries.CLOCK;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import relais.Database;
import relais.consumer.Vaults;
import relais.mailbox.Documents.Entry;
import relais.mailbox.ExpectedAcknowledgements.Sent;
import relais.mailbox.ExpectedAcknowledgements.Verdict;

/** What acknowledgements rest on: interchanges as read, control numbers in both directions, answers that are owed. */
class AcknowledgingTest {

    private static final Database database = Database.fresh();
    private static final Clock DAY_AFTER = Clock.offset(CLOCK, Duration.ofHours(25));

    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Documents documents = new Documents(jdbc, Vaults.on(database), CLOCK);
    private final Interchanges interchanges = new Interchanges(database.jdbc());
    private final ControlNumbers numbers = new ControlNumbers(database.jdbc());
    private final ExpectedAcknowledgements expected = new ExpectedAcknowledgements(database.jdbc(), CLOCK);
    private final ExpectedAcknowledgements later = new ExpectedAcknowledgements(database.jdbc(), DAY_AFTER);
    private UUID receipt = Ids.next();

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void receive() {
        database.jdbc()
                .sql("truncate receipt, receipt_chunk, document, control_number, control_number_seen cascade")
                .update();
        var inbox = new Inbox(
                jdbc, database.transactions(), Vaults.on(database), MailboxLimits.standard(), CLOCK, Ids.supplier());
        receipt = inbox.accept("acme-inbox", "acme", "a.edi", "", new ByteArrayInputStream(new byte[] {1}))
                .id();
    }

    // --- interchanges ---

    @Test
    void keepsWhatWasReadOfAnInterchangeSoFar() {
        interchanges.save(interchange("{\"groups\": []}", Interchanges.State.READING));
        var read = interchange("{\"groups\": [1]}", Interchanges.State.PARTLY_ACCEPTED);

        interchanges.save(read);

        assertThat(interchanges.find(receipt, 1)).contains(read);
        assertThat(interchanges.find(receipt, 2)).isEmpty();
    }

    @Test
    void takesAControlNumberOncePerSenderAndStandard() {
        assertThat(interchanges.claimControlNumber("acme", "x12", "000000101", receipt))
                .isTrue();
        assertThat(interchanges.claimControlNumber("acme", "x12", "101", receipt))
                .isFalse();
        assertThat(interchanges.claimControlNumber("acme", "edifact", "101", receipt))
                .isTrue();
        assertThat(interchanges.claimControlNumber("galeries", "x12", "101", receipt))
                .isTrue();
        assertThat(interchanges.claimControlNumber("acme", "x12", "0A101", receipt))
                .isTrue();
    }

    // --- control numbers ---

    @Test
    void givesNumbersWithoutGapsOrRepetition() {
        assertThat(numbers.next("acme", "set")).isEqualTo(1);
        assertThat(numbers.next("acme", "set", 5)).isEqualTo(2);
        assertThat(numbers.next("acme", "set")).isEqualTo(7);
        assertThat(numbers.next("acme", "interchange")).isEqualTo(1);
        assertThat(numbers.next("galeries", "set")).isEqualTo(1);
    }

    @Test
    void givesBackTheNumberOfARolledBackTransaction() {
        database.transaction().executeWithoutResult(crash -> {
            assertThat(numbers.next("acme", "set")).isEqualTo(1);
            crash.setRollbackOnly();
        });

        assertThat(numbers.next("acme", "set")).isEqualTo(1);
    }

    @Test
    void givesEachOfManyANumberOfItsOwn() {
        var given = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> database.transaction().execute(status -> numbers.next("acme", "set"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 40).boxed().toList());
    }

    // --- expected acknowledgements ---

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, accepted, ACKNOWLEDGED",
        "ACCEPTED_WITH_ERRORS, accepted with errors, ACKNOWLEDGED",
        "REJECTED, rejected, REJECTED"
    })
    void closesByControlNumbersWhateverTheirZeros(Verdict verdict, String state, Documents.State documentState) {
        var invoice = sent("7", "8", "1");

        var closed = expected.close(new Sent("acme", "x12", "", "000000008", "0001"), verdict, acknowledgement());

        assertThat(closed).containsExactly(invoice.id());
        assertThat(states()).containsExactly(state);
        assertThat(documents.find(invoice.id())).map(Entry::state).contains(documentState);
        assertThat(expected.close(new Sent("acme", "x12", "", "8", "1"), verdict, acknowledgement()))
                .isEmpty();
    }

    @Test
    void closesAWholeGroupWhenNoSetIsNamed() {
        sent("7", "8", "1");
        sent("7", "8", "2");
        sent("7", "9", "1");

        var closed = expected.close(new Sent("acme", "x12", "", "8", ""), Verdict.ACCEPTED, acknowledgement());

        assertThat(closed).hasSize(2);
        assertThat(states()).containsExactlyInAnyOrder("accepted", "accepted", "pending");
    }

    @Test
    void closesNothingOfOthersOrWithoutNumbers() {
        sent("7", "8", "1");

        assertThat(expected.close(new Sent("galeries", "x12", "", "8", "1"), Verdict.ACCEPTED, acknowledgement()))
                .isEmpty();
        assertThat(expected.close(new Sent("acme", "edifact", "", "8", "1"), Verdict.ACCEPTED, acknowledgement()))
                .isEmpty();
        assertThat(expected.close(new Sent("acme", "x12", "", "", " "), Verdict.ACCEPTED, acknowledgement()))
                .isEmpty();
    }

    @Test
    void becomesOverdueAndThenLate() {
        var invoice = sent("7", "8", "1");

        assertThat(expected.sweep()).isEmpty();
        assertThat(later.sweep()).containsExactly(invoice.id());
        assertThat(later.sweep()).isEmpty();
        assertThat(states()).containsExactly("overdue");

        later.close(new Sent("acme", "x12", "7", "8", "1"), Verdict.ACCEPTED, acknowledgement());

        assertThat(states()).containsExactly("late");
        assertThat(documents.find(invoice.id())).map(Entry::state).contains(Documents.State.ACKNOWLEDGED);
    }

    private Interchanges.Entry interchange(String outcome, Interchanges.State state) {
        return new Interchanges.Entry(
                receipt, 1, "acme", "x12", "01:081466849", "ZZ:MAISONLUMEN", "000000101", outcome, state);
    }

    private Entry sent(String interchange, String group, String set) {
        var document = Entries.out("acme", interchange + "/" + group + "/" + set);
        documents.register(List.of(document));
        expected.expect(document.id(), new Sent("acme", "x12", interchange, group, set), Duration.ofHours(24));
        return document;
    }

    private UUID acknowledgement() {
        var source = new Documents.Source(receipt, 1, (int) Ids.next().getLeastSignificantBits(), 0, 1);
        var document = Entries.in("acme", "Acknowledgement", "", Documents.State.ACCEPTED, source);
        documents.register(List.of(document));
        return document.id();
    }

    private static List<String> states() {
        return database.jdbc()
                .sql("select state from expected_acknowledgement")
                .query(String.class)
                .list();
    }
}
