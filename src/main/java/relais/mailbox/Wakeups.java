package relais.mailbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes workers when something was committed to the Inbox or the Outbox, on whichever node: one connection of its own
 * listens, and is opened again when it is lost. A wake-up is a hint; workers also look once in a while.
 */
public final class Wakeups implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    private static final int PATIENCE_MS = 500;
    private static final int QUIET_ROUNDS_MAX = 60;
    private static final int VALID_WITHIN_SECONDS = 5;
    private static final int WAKEUPS_KEPT_MAX = 16;

    private final DataSource database;
    private final Map<Topic, Semaphore> wakeups = new EnumMap<>(Topic.class);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread listener = new Thread(this::listen, "wakeups");
    private boolean started;

    /** Connects when someone waits for the first time. */
    public Wakeups(DataSource database) {
        this.database = database;
        for (var topic : Topic.values()) wakeups.put(topic, new Semaphore(0));
        listener.setDaemon(true);
    }

    /**
     * Waits until something may be due. One commit wakes one worker; a commit that happened since that worker last looked
     * does not get lost.
     *
     * @return false if the time was over first
     */
    public boolean await(Topic topic, Duration atMost) throws InterruptedException {
        start();
        return wakeups.get(topic).tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void start() {
        if (started) return;
        started = true;
        listener.start();
    }

    private void listen() {
        while (isOpen()) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (isOpen()) LOG.warn("No wake-ups until the database answers again: {}", e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            for (var topic : Topic.values()) statement.execute("listen " + topic.channel());
            for (var topic : Topic.values()) wake(topic); // for what was committed before we listened
            for (var quiet = 0; isOpen(); quiet++) {
                if (deliver(connection.unwrap(PGConnection.class))) quiet = 0;
                if (quiet % QUIET_ROUNDS_MAX == QUIET_ROUNDS_MAX - 1 && !connection.isValid(VALID_WITHIN_SECONDS))
                    throw new SQLException("the listening connection is gone");
            }
            statement.execute("unlisten *");
        }
    }

    private boolean deliver(PGConnection connection) throws SQLException {
        var notifications = connection.getNotifications(PATIENCE_MS);
        if (notifications == null) return false;
        for (var notification : notifications)
            for (var topic : Topic.values()) if (topic.channel().equals(notification.getName())) wake(topic);
        return notifications.length > 0;
    }

    private void wake(Topic topic) {
        var waiting = wakeups.get(topic);
        if (waiting.availablePermits() < WAKEUPS_KEPT_MAX) waiting.release();
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            if (closed.await(1, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    /** Stops listening, within a second or so. */
    @Override
    public void close() {
        closed.countDown();
        try {
            listener.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What there is to wait for. */
    public enum Topic {
        INBOX,
        OUTBOX;

        private String channel() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
