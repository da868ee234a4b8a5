package relais.mailbox;

import java.time.Duration;
import javax.sql.DataSource;

/**
 * Wakes workers when something was committed to the Inbox or the Outbox, on whichever node: one connection of its own
 * listens, and is opened again when it is lost. A wake-up is a hint; workers also look once in a while.
 */
public final class Wakeups implements AutoCloseable {

    private final DataSource database;

    public Wakeups(DataSource database) {
        this.database = database;
    }

    /**
     * Waits until something may be due.
     *
     * @return false if the time was over first
     */
    public boolean await(Topic topic, Duration atMost) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    public enum Topic {
        INBOX,
        OUTBOX
    }
}
