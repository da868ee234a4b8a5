package relais.channel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.mailbox.Outbox;
import relais.mailbox.Wakeups;

/**
 * Runs the outbound route for every channel that has something to send, each channel in a thread of its own, so that a
 * channel whose far end is down holds up no other. One exchange is one round for one channel.
 */
final class OutboxWorkers extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorkers.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** How long a channel rests after a failure; each payload has a longer back-off of its own. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Wakeups wakeups;
    private final List<String> channels;
    private final int workers;

    /** Calls that came while a round was running, by channel: the round is then run once more. */
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Until when a channel rests, in {@link System#nanoTime()}. */
    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();

    private @Nullable ExecutorService threads;
    private @Nullable ExecutorService dispatcher;

    /** @param channels ids of all channels that send */
    OutboxWorkers(
            Endpoint endpoint, Processor route, Outbox outbox, Wakeups wakeups, List<String> channels, int workers) {
        super(endpoint, route);
        this.outbox = outbox;
        this.wakeups = wakeups;
        this.channels = channels;
        this.workers = workers;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var executors = getEndpoint().getCamelContext().getExecutorServiceManager();
        threads = executors.newFixedThreadPool(this, "outbox", workers);
        dispatcher = executors.newSingleThreadExecutor(this, "outbox-dispatcher");
        dispatcher.execute(this::dispatch);
    }

    /** The rounds at hand are finished first. */
    @Override
    protected void doStop() throws Exception {
        var executors = getEndpoint().getCamelContext().getExecutorServiceManager();
        executors.shutdownGraceful(dispatcher);
        executors.shutdownGraceful(threads);
        super.doStop();
    }

    private boolean mayRun() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    private void dispatch() {
        try {
            while (mayRun()) {
                for (var channel : due()) call(channel);
                wakeups.await(Wakeups.Topic.OUTBOX, LOOK_AGAIN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> due() {
        try {
            return outbox.due(channels.stream().filter(this::rested).toList());
        } catch (RuntimeException databaseDown) {
            LOG.error("Nothing is sent for now: {}", Failures.line(databaseDown));
            return List.of();
        }
    }

    private boolean rested(String channel) {
        var until = restsUntil.get(channel);
        return until == null || System.nanoTime() - until > 0;
    }

    private void call(String channel) {
        if (calls.computeIfAbsent(channel, c -> new AtomicInteger()).getAndIncrement() == 0)
            threads.execute(() -> answer(channel, calls.get(channel)));
    }

    private void answer(String channel, AtomicInteger waiting) {
        for (var answered = waiting.get(); answered > 0; answered = waiting.addAndGet(-answered))
            while (mayRun() && turn(channel)) LOG.trace("{} may have more", channel);
    }

    /** @return whether there may be more to send by this channel right now */
    private boolean turn(String channel) {
        var exchange = createExchange(false);
        var round = new Round();
        exchange.setProperty(State.CHANNEL, channel);
        exchange.setProperty(State.ROUND, round);
        try {
            getProcessor().process(exchange);
            if (exchange.getException() != null || round.failed())
                restsUntil.put(channel, System.nanoTime() + REST.toNanos());
            return exchange.getException() == null && round.sentSomething() && !round.failed();
        } catch (Exception databaseDown) {
            LOG.error("Nothing is sent by {} for now: {}", channel, Failures.line(databaseDown));
            return false;
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
