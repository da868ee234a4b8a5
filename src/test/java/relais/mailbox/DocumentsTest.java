package relais.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.mailbox.Entries.CLOCK;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import relais.Database;
import relais.consumer.Vaults;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;
import relais.mailbox.Documents.Entry;
import relais.mailbox.Documents.Source;
import relais.mailbox.Documents.State;
import relais.mailbox.Documents.Step;

class DocumentsTest {

    private static final Database database = Database.fresh();

    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Documents documents = new Documents(jdbc, Vaults.on(database), CLOCK);
    private UUID receipt = Ids.next();

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void receive() {
        database.jdbc()
                .sql("truncate receipt, receipt_chunk, finding, document, step cascade")
                .update();
        var inbox = new Inbox(
                jdbc, database.transactions(), Vaults.on(database), MailboxLimits.standard(), CLOCK, Ids.supplier());
        receipt = inbox.accept("acme-inbox", "acme", "a.edi", "", new ByteArrayInputStream(new byte[] {1}))
                .id();
    }

    @Test
    void keepsWhatIsRegistered() {
        var order = Entries.accepted("acme", "PO-1", set(1));

        var known = documents.register(List.of(order));

        assertThat(known).isEmpty();
        assertThat(documents.find(order.id())).get().satisfies(found -> {
            assertThat(found.source()).contains(set(1));
            assertThat(found.state()).isEqualTo(State.ACCEPTED);
            assertThat(found.body()).contains(new byte[] {1, 2});
            assertThat(found.consumer()).isEmpty();
        });
        assertThat(documents.order("acme", "PO-1")).map(Entry::id).contains(order.id());
        assertThat(documents.order("galeries", "PO-1")).isEmpty();
        assertThat(texts("select name from step")).containsExactly("read");
    }

    @Test
    void reportsANumberThatWasAcceptedBeforeAndGoesOn() {
        documents.register(List.of(Entries.accepted("acme", "PO-1", set(1))));
        var again = Entries.accepted("acme", "PO-1", set(2), wrong("again"));
        var other = Entries.accepted("acme", "PO-2", set(3));
        var twin = Entries.accepted("acme", "PO-2", set(4));

        var known = database.transaction().execute(status -> documents.register(List.of(again, other, twin)));

        assertThat(known).containsExactly(again, twin);
        assertThat(documents.find(other.id())).isPresent();
        assertThat(texts("select name from step")).hasSize(2);
        assertThat(texts("select text from finding")).isEmpty();
    }

    @Test
    void takesARejectedDocumentWithANumberThatIsTaken() {
        documents.register(List.of(Entries.accepted("acme", "PO-1", set(1))));

        var known = documents.register(List.of(Entries.in("acme", "Order", "PO-1", State.REJECTED, set(2))));

        assertThat(known).isEmpty();
    }

    @Test
    void takesATransactionSetOnce() {
        documents.register(List.of(Entries.in("acme", "Order", "", State.REJECTED, set(1))));
        var again = Entries.in("acme", "Order", "", State.REJECTED, set(1));

        assertThat(documents.register(List.of(again))).containsExactly(again);
    }

    @Test
    void numbersTheFindingsOfAReceipt() {
        documents.register(List.of(Entries.in("acme", "Order", "1", State.REJECTED, set(1), wrong("a"), wrong("b"))));
        documents.findings(receipt, Findings.of(wrong("c")));
        documents.register(List.of(Entries.in("acme", "Order", "2", State.REJECTED, set(2), wrong("d"))));

        assertThat(texts("select ordinal || text || (document is null) from finding order by ordinal"))
                .containsExactly("1afalse", "2bfalse", "3ctrue", "4dfalse");
        assertThat(texts("select code || severity || segment || position || element || component || repetition"
                        + " || byte_offset || value from finding where ordinal = 1"))
                .containsExactly("CODE_UNKNOWNERRORN1742131312XY");
    }

    @Test
    void refusesFindingsOfNoReceipt() {
        var out = Entries.out("acme", "1/1/1");

        assertThatThrownBy(() -> new Entry(
                        out.id(),
                        out.direction(),
                        out.partner(),
                        out.type(),
                        out.format(),
                        out.transactionSet(),
                        out.number(),
                        out.orderNumber(),
                        out.state(),
                        out.source(),
                        out.controlNumber(),
                        out.cause(),
                        out.consumer(),
                        out.body(),
                        List.of(),
                        List.of(wrong("x"))))
                .hasMessageStartingWith("findings belong to a receipt");
    }

    @Test
    void findsWhatWasSentByItsControlNumbers() {
        var invoice = Entries.out("acme", "7/8/0001");

        documents.register(List.of(invoice, Entries.out("acme", "7/9/0001")));

        assertThat(documents.sent("acme", "7/8/0001")).map(Entry::id).contains(invoice.id());
        assertThat(documents.sent("galeries", "7/8/0001")).isEmpty();
    }

    @Test
    void addsToTheJourney() {
        var invoice = Entries.out("acme", "7/8/0001");
        documents.register(List.of(invoice));

        documents.steps(List.of(new Step(invoice.id(), CLOCK.instant(), "dispatched", "acme-outbox")));
        documents.state(invoice.id(), State.SENT);

        assertThat(texts("select name || ' ' || detail from step")).containsExactly("dispatched acme-outbox");
        assertThat(documents.find(invoice.id())).map(Entry::state).contains(State.SENT);
    }

    @Test
    void registersABatchQuickly() {
        var batch = java.util.stream.IntStream.rangeClosed(1, 200)
                .mapToObj(i -> Entries.accepted("acme", "PO-" + i, set(i), wrong("a"), wrong("b")))
                .toList();

        assertThat(documents.register(batch)).isEmpty();
        assertThat(texts("select code from finding")).hasSize(400);
    }

    private Source set(int ordinal) {
        return new Source(receipt, 1, ordinal, 100L * ordinal, 100L * ordinal + 99);
    }

    private static Finding wrong(String text) {
        var location = new Location("N1", 7, 4, 2, 1, 31312);
        return new Finding(FindingCode.CODE_UNKNOWN, relais.finding.Severity.ERROR, location, text, "XY");
    }

    private static List<String> texts(String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }
}
