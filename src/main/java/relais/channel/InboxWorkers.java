package relais.channel;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.mailbox.Inbox;
import relais.mailbox.Wakeups;

/**
 * Threads that run the inbound route, one exchange a batch, until it says that nothing was claimed; then they wait for the
 * Inbox to wake them. A batch that fails was rolled back by the route's transaction and is counted here, afterwards, because
 * the count must outlive the rollback.
 */
final class InboxWorkers extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWorkers.class);

    /** How long a wake-up may get lost. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final Wakeups wakeups;
    private final int workers;
    private @Nullable ExecutorService threads;

    InboxWorkers(Endpoint endpoint, Processor route, Inbox inbox, Wakeups wakeups, int workers) {
        super(endpoint, route);
        this.inbox = inbox;
        this.wakeups = wakeups;
        this.workers = workers;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        threads =
                getEndpoint().getCamelContext().getExecutorServiceManager().newFixedThreadPool(this, "inbox", workers);
        for (var worker = 0; worker < workers; worker++) threads.execute(this::work);
    }

    /** The batch at hand is finished first. */
    @Override
    protected void doStop() throws Exception {
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(threads);
        super.doStop();
    }

    private void work() {
        try {
            while (isRunAllowed() && !isSuspendingOrSuspended())
                if (!turn()) wakeups.await(Wakeups.Topic.INBOX, LOOK_AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there may be more to do right now */
    private boolean turn() {
        var exchange = createExchange(false);
        try {
            getProcessor().process(exchange);
            if (exchange.getException() == null) return !exchange.getProperty(State.IDLE, false, Boolean.class);
            failed(exchange.getProperty(State.RECEIPT, UUID.class), exchange.getException());
        } catch (Exception databaseDown) {
            LOG.error("No work on the inbox for now: {}", Failures.line(databaseDown));
        } finally {
            releaseExchange(exchange, false);
        }
        return false;
    }

    private void failed(@Nullable UUID receipt, Exception cause) {
        if (receipt != null) inbox.failed(receipt, Failures.line(cause));
    }
}
