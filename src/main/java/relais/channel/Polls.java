package relais.channel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches every poll: says once that a channel does not answer and once that it does again, and knows how long ago the last
 * good poll was, because a poll that hangs says nothing at all.
 */
final class Polls implements PollingConsumerPollStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

    private final Map<String, Long> lastGood = new ConcurrentHashMap<>();
    private final Map<String, String> failing = new ConcurrentHashMap<>();

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        lastGood.putIfAbsent(channel(consumer), System.nanoTime());
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        lastGood.put(channel(consumer), System.nanoTime());
        if (failing.remove(channel(consumer)) != null) LOG.info("{}: answers again", channel(consumer));
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        var line = Failures.line(cause);
        if (failing.put(channel(consumer), line) == null)
            LOG.warn("{}: does not answer, and is tried again: {}", channel(consumer), line);
        return false;
    }

    /** How long ago each polled channel was last polled without failure. */
    Map<String, Duration> ages() {
        var now = System.nanoTime();
        var ages = new ConcurrentHashMap<String, Duration>();
        lastGood.forEach((channel, at) -> ages.put(channel, Duration.ofNanos(now - at)));
        return ages;
    }

    /** Why the last poll of a channel failed; empty if it did not. */
    Optional<String> failure(String channel) {
        return Optional.ofNullable(failing.get(channel));
    }

    private static String channel(Consumer consumer) {
        return ((DefaultConsumer) consumer).getRouteId();
    }
}
