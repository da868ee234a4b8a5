package relais.mailbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Looks again and again which acknowledgements have become overdue. Every node may; it is one statement. */
final class OverdueWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);

    private final ExpectedAcknowledgements expected;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;

    OverdueWatch(ExpectedAcknowledgements expected, Duration every) {
        this.expected = expected;
        this.every = every;
    }

    private void look() {
        try {
            for (var document : expected.sweep()) LOG.warn("The acknowledgement of document {} is overdue", document);
        } catch (DataAccessException e) {
            LOG.warn("Cannot look for overdue acknowledgements now: {}", e.getMessage());
        }
    }

    @Override
    public synchronized void start() {
        if (thread != null) return;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var daemon = new Thread(work, "overdue");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (thread == null) return;
        thread.shutdown();
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
