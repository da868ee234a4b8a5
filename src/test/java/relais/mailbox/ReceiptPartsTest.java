package relais.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.mailbox.Entries.CLOCK;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import relais.Database;
import relais.consumer.ConsumerErased;
import relais.consumer.Vault;
import relais.consumer.Vaults;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.mailbox.Documents.Direction;
import relais.mailbox.Documents.Entry;
import relais.mailbox.Documents.Source;
import relais.mailbox.Documents.State;

class ReceiptPartsTest {

    private static final Database database = Database.fresh();
    private static final int CHUNK = ReceiptWriter.CHUNK_BYTES;

    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Vault vault = Vaults.on(database);
    private final Inbox inbox =
            new Inbox(jdbc, database.transactions(), vault, MailboxLimits.standard(), CLOCK, Ids.supplier());
    private final Documents documents = new Documents(jdbc, vault, CLOCK);
    private int sets;

    @AfterAll
    static void close() {
        database.close();
    }

    /** Header, 100 bytes of one, 100 of another, 100 of nobody, 100 rejected of nobody known, trailer. */
    private UUID interchange(byte[] bytes, UUID one, UUID other) {
        var receipt = accept(bytes);
        register(receipt, Optional.of(one), State.ACCEPTED, 10, 110);
        register(receipt, Optional.of(other), State.ACCEPTED, 110, 210);
        register(receipt, Optional.empty(), State.ACCEPTED, 210, 310);
        register(receipt, Optional.empty(), State.REJECTED, 310, 410);
        process(receipt);
        return receipt;
    }

    @Test
    void showsEverythingAsLongAsEverybodyIsThere() throws Exception {
        var bytes = bytes(500);

        var receipt = interchange(bytes, consumer(), consumer());

        assertThat(inbox.open(receipt, 0).readAllBytes()).isEqualTo(bytes);
        assertThat(sha256(inbox.open(receipt, 0).readAllBytes()))
                .isEqualTo(database.jdbc()
                        .sql("select sha256 from receipt where id = ?")
                        .param(receipt)
                        .query(byte[].class)
                        .single());
        assertThat(pieces(receipt))
                .containsExactly("0 receipt", "10 consumer", "110 consumer", "210 plain", "310 receipt", "410 receipt");
    }

    @Test
    void losesThePiecesOfAnErasedConsumerAndNoOther() throws Exception {
        var bytes = bytes(500);
        var one = consumer();
        var receipt = interchange(bytes, one, consumer());

        vault.destroy(one);

        assertThatThrownBy(() -> inbox.open(receipt, 10)).isInstanceOf(ConsumerErased.class);
        assertThat(inbox.open(receipt, 0).readNBytes(10)).isEqualTo(Arrays.copyOf(bytes, 10));
        assertThat(inbox.open(receipt, 110).readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 110, 500));
    }

    @Test
    void losesTheEnvelopeWithWhoeverHadSomethingWrong() throws Exception {
        var bytes = bytes(300);
        var wrong = consumer();
        var receipt = accept(bytes);
        register(
                receipt,
                Optional.of(wrong),
                State.REJECTED,
                10,
                110,
                Finding.error(FindingCode.CODE_UNKNOWN, Location.nowhere(), "'Consumer One' is no code"));
        register(receipt, Optional.of(consumer()), State.ACCEPTED, 110, 210);
        process(receipt);
        assertThat(inbox.open(receipt, 0).readAllBytes()).isEqualTo(bytes);

        vault.destroy(wrong);

        assertThatThrownBy(() -> inbox.open(receipt, 0)).isInstanceOf(ConsumerErased.class);
        assertThat(inbox.open(receipt, 110).readNBytes(100)).isEqualTo(Arrays.copyOfRange(bytes, 110, 210));
        assertThat(database.jdbc()
                        .sql("select text || value from finding where receipt = ?")
                        .param(receipt)
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void cutsSetsThatLieAcrossChunks() throws Exception {
        var bytes = bytes(3 * CHUNK + 5);
        var one = consumer();
        var other = consumer();
        var receipt = accept(bytes);
        register(receipt, Optional.of(one), State.ACCEPTED, 10, CHUNK + 20);
        register(receipt, Optional.of(other), State.ACCEPTED, CHUNK + 20, 3 * CHUNK + 1);
        process(receipt);

        assertThat(inbox.open(receipt, 0).readAllBytes()).isEqualTo(bytes);
        vault.destroy(one);
        assertThat(inbox.open(receipt, CHUNK + 20).readAllBytes())
                .isEqualTo(Arrays.copyOfRange(bytes, CHUNK + 20, bytes.length));
    }

    @Test
    void sharesOutATableAmongEverybodyInIt() throws Exception {
        var bytes = bytes(300);
        var one = consumer();
        var receipt = accept(bytes);
        register(receipt, Optional.of(one), State.ACCEPTED, 0, 300);
        register(receipt, Optional.of(consumer()), State.ACCEPTED, 0, 300);
        process(receipt);
        assertThat(inbox.open(receipt, 0).readAllBytes()).isEqualTo(bytes);

        vault.destroy(one);

        assertThatThrownBy(() -> inbox.open(receipt, 0)).isInstanceOf(ConsumerErased.class);
    }

    @Test
    void keepsNothingOfWhoWasErasedBeforeTheEnd() throws Exception {
        var bytes = bytes(300);
        var erased = consumer();
        var receipt = accept(bytes);
        register(receipt, Optional.of(erased), State.ACCEPTED, 10, 110);
        register(receipt, Optional.of(consumer()), State.ACCEPTED, 110, 210);
        vault.destroy(erased);

        process(receipt);

        assertThatThrownBy(() -> inbox.open(receipt, 10)).isInstanceOf(ConsumerErased.class);
        assertThat(inbox.open(receipt, 110).readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 110, 300));
    }

    @Test
    void losesNothingOfAReceiptThatFailedAndGoesOn() throws Exception {
        var bytes = bytes(300);
        var erased = consumer();
        var receipt = accept(bytes);
        register(receipt, Optional.of(erased), State.ACCEPTED, 10, 110);
        register(receipt, Optional.of(consumer()), State.ACCEPTED, 110, 210);
        inbox.park(receipt, "processing failed 5 times");
        vault.destroy(erased);

        assertThat(inbox.open(receipt, 0).readAllBytes()).isEqualTo(bytes);

        inbox.release(receipt);
        process(receipt);
        assertThatThrownBy(() -> inbox.open(receipt, 10)).isInstanceOf(ConsumerErased.class);
        assertThat(inbox.open(receipt, 110).readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 110, 300));
    }

    @Test
    void writesNoByteOfWhatArrivesInTheClear() {
        var text = "N1*ST*Consumer One~".repeat(20);

        var receipt = accept(text.getBytes(UTF_8));

        assertThat(database.jdbc()
                        .sql("select encode(bytes, 'escape') from receipt_chunk where receipt = ?")
                        .param(receipt)
                        .query(String.class)
                        .single())
                .doesNotContain("Consumer");
    }

    private UUID accept(byte[] bytes) {
        return inbox.accept("acme-inbox", "acme", Ids.next() + ".edi", "", new ByteArrayInputStream(bytes))
                .id();
    }

    private void register(UUID receipt, Optional<UUID> consumer, State state, int from, int to, Finding... findings) {
        var id = Ids.next();
        documents.register(List.of(new Entry(
                id,
                Direction.IN,
                "acme",
                "Order",
                "x12",
                "850",
                id.toString(),
                id.toString(),
                state,
                Optional.of(new Source(receipt, 1, ++sets, from, to)),
                "",
                Optional.empty(),
                consumer,
                Optional.empty(),
                List.of(),
                List.of(findings))));
    }

    private void process(UUID receipt) {
        database.transaction().executeWithoutResult(status -> inbox.processed(receipt));
    }

    private UUID consumer() {
        var consumer = Ids.next();
        vault.create(consumer);
        return consumer;
    }

    private List<String> pieces(UUID receipt) {
        return database.jdbc().sql("""
                        select from_offset || case when sealed_for is null then ' plain'
                            when sealed_for = receipt then ' receipt' else ' consumer' end
                        from receipt_chunk where receipt = ? order by from_offset""").param(receipt).query(String.class).list();
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = (byte) (Ids.next().hashCode() + i * 31 + i / 1000);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
