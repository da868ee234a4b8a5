package relais.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Books what was recorded, on one node at a time. An advisory lock elects the node; the epoch it then begins fences a
 * predecessor that does not know yet that it has lost the lock. It wakes when facts are recorded, or each second.
 */
final class Sequencer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    /** A leader that is not heard of for so long, because its process or its machine stands still, loses the lock. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** First half of the advisory lock's key, so that it meets nobody else's; the second is the shard. */
    private static final int LOCK_CLASS = 0x4c45444; // "LED"

    private final DataSource dataSource;
    private final Booking booking;
    private final Agenda agenda;
    private final Runnable afterBatch;

    private @Nullable Run run;

    /** @param afterBatch done by the node that books, when a batch is committed and each second when there was none */
    Sequencer(DataSource dataSource, Booking booking, Agenda agenda, Runnable afterBatch) {
        this.dataSource = dataSource;
        this.booking = booking;
        this.agenda = agenda;
        this.afterBatch = afterBatch;
    }

    @Override
    public synchronized void start() {
        if (run == null) run = new Run();
    }

    @Override
    public synchronized void stop() {
        if (run != null) run.stop();
        run = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    /** One thread, from start to stop. */
    private final class Run implements Runnable {

        private final CountDownLatch stopping = new CountDownLatch(1);
        private final Thread thread = new Thread(this, "ledger-sequencer");

        Run() {
            thread.start();
        }

        void stop() {
            stopping.countDown();
            try {
                thread.join(STOP_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void run() {
            while (!isStopping()) {
                try {
                    leadIfElected();
                } catch (Booking.Fenced e) {
                    LOG.info("{}; waiting for the next election", e.getMessage());
                } catch (SQLException | DataAccessException | TransactionException e) {
                    LOG.warn("the ledger's sequencer starts again after a fault of the database", e);
                }
                pause();
            }
        }

        /** Holds one connection for the lock and for listening; batches run on others. */
        private void leadIfElected() throws SQLException {
            try (var connection = dataSource.getConnection()) {
                if (!isElected(connection)) return;
                try {
                    lead(connection);
                } finally {
                    execute(connection, "select pg_advisory_unlock_all()");
                    execute(connection, "unlisten *");
                    execute(connection, "reset idle_session_timeout");
                }
            }
        }

        private void lead(Connection connection) throws SQLException {
            execute(connection, "listen " + Ledger.CHANNEL);
            execute(connection, "set idle_session_timeout = " + LEASE.toMillis());
            var epoch = booking.takeOver();
            LOG.info("sequencer of ledger shard {} begins epoch {}", Booking.SHARD, epoch);
            agenda.recordTerms();
            while (!isStopping()) {
                agenda.recordDays();
                var looked = booking.book(epoch);
                afterBatch.run();
                execute(connection, "select"); // still there
                if (looked < Booking.BATCH_FACTS_MAX)
                    connection.unwrap(PGConnection.class).getNotifications((int) WAIT.toMillis());
            }
        }

        private boolean isStopping() {
            return stopping.getCount() == 0;
        }

        private void pause() {
            try {
                if (stopping.await(WAIT.toMillis(), TimeUnit.MILLISECONDS)) return;
            } catch (InterruptedException e) {
                stopping.countDown();
            }
        }
    }

    private static boolean isElected(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, Booking.SHARD);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
