package relais.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.mailbox.Entries.CLOCK;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import relais.Database;
import relais.consumer.Vaults;

class InboxAtScaleTest {

    private static final Database database = Database.fresh();
    private static final int RECEIPTS = 2000;
    private static final int RECEIPT_BYTES = 2000;

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void takesMoreBytesThanThereIsMemory() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = new File(folder.toFile(), "output");
        var process = new ProcessBuilder(
                        java,
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeReceipt.class.getName(),
                        database.url(),
                        Long.toString(64L << 20))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).content().isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    /** Prints a figure and asserts none, because it is the machine's; commits wait for the disk, as they do in earnest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void printsHowManySmallReceiptsItTakes(int sessions) throws Exception {
        var threads = Executors.newFixedThreadPool(sessions);
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url() + "&options=-c%20synchronous_commit=on");
            pool.setMaximumPoolSize(sessions);
            var inbox = new Inbox(
                    new JdbcTemplate(pool),
                    new JdbcTransactionManager(pool),
                    Vaults.on(JdbcClient.create(pool)),
                    MailboxLimits.standard(),
                    CLOCK,
                    Ids.supplier());
            var count = new AtomicLong(sessions * 1_000_000L);
            Callable<Object> arrival =
                    () -> inbox.accept("acme-inbox", "acme", "a.edi", "", bytes(count.incrementAndGet()));
            threads.invokeAll(java.util.Collections.nCopies(RECEIPTS, arrival));

            var from = System.nanoTime();
            for (var done : threads.invokeAll(java.util.Collections.nCopies(RECEIPTS, arrival))) done.get();
            var seconds = (System.nanoTime() - from) / 1e9;

            System.out.printf(
                    "bench mailbox accept-%d-sessions-%d-bytes %.0f receipts/s%n",
                    sessions, RECEIPT_BYTES, RECEIPTS / seconds);
        } finally {
            threads.shutdown();
        }
    }

    private static ByteArrayInputStream bytes(long number) {
        return new ByteArrayInputStream(
                ByteBuffer.allocate(RECEIPT_BYTES).putLong(number).array());
    }
}
