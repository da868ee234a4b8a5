package relais.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.DivertConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An Artemis broker with a persistent journal, on loopback only and therefore without users. Hub and simulators connect over
 * TCP, as they would to a broker elsewhere.
 */
public final class BrokerServer implements AutoCloseable {

    /**
     * How long the journal waits for more to write before it syncs. The default of 3.3 ms holds one session to some 200
     * durable commits a second, whatever the disk; with this, one session reaches 1,000 and four reach 1,700.
     */
    private static final Duration JOURNAL_WAIT = Duration.ofNanos(20_000);

    /** How many duplicate ids the broker remembers per address: the span in which sending twice is recognised. */
    private static final int DUPLICATE_IDS = 100_000;

    /** Journal files beyond these are deleted once nothing in them is needed; used again, they would keep the bytes of old messages. */
    private static final int JOURNAL_FILES = 2;

    private static final Duration COMPACTING_MAX = Duration.ofMinutes(1);

    private static final Duration REDELIVERY_PAUSE = Duration.ofSeconds(1);
    private static final Duration REDELIVERY_PAUSE_MAX = Duration.ofMinutes(1);

    /** Who cannot take a message now (a database that is down) gets it again later, and never loses it to a dead letter queue. */
    private static final int UNLIMITED = -1;

    private final EmbeddedActiveMQ server;
    private final int port;

    /**
     * @param directory where the journal is kept
     * @param port it listens on
     */
    public BrokerServer(Path directory, int port) {
        this(directory, port, List.of());
    }

    /**
     * @param directory where the journal is kept
     * @param port it listens on
     * @param copied queues of which a copy of every message is kept, to see afterwards what arrived: {@link #copyOf}
     */
    public BrokerServer(Path directory, int port, Collection<String> copied) {
        this.port = Ports.require(port, "relais.broker.port");
        var configuration = configuration(directory, port);
        for (var queue : copied)
            configuration
                    .addDivertConfiguration(copy(queue))
                    .addQueueConfiguration(anycast(queue))
                    .addQueueConfiguration(anycast(copyOf(queue)));
        this.server = new EmbeddedActiveMQ().setConfiguration(configuration);
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the broker does not start in " + directory, failed);
        }
    }

    private static Configuration configuration(Path directory, int port) {
        try {
            var configuration = new ConfigurationImpl()
                    .setName("relais")
                    .setSecurityEnabled(false)
                    .setJMXManagementEnabled(false)
                    .setPersistenceEnabled(true)
                    .setJournalType(JournalType.NIO)
                    .setJournalDirectory(directory.resolve("journal").toString())
                    .setBindingsDirectory(directory.resolve("bindings").toString())
                    .setLargeMessagesDirectory(directory.resolve("large").toString())
                    .setPagingDirectory(directory.resolve("paging").toString())
                    .setMaxDiskUsage(UNLIMITED)
                    .setIDCacheSize(DUPLICATE_IDS)
                    .setPersistIDCache(true)
                    .addAcceptorConfiguration("tcp", "tcp://localhost:" + port);
            configuration.setJournalBufferTimeout_NIO((int) JOURNAL_WAIT.toNanos());
            configuration.setJournalFileSize(10 * 1024 * 1024).setJournalMinFiles(JOURNAL_FILES);
            configuration.setJournalPoolFiles(JOURNAL_FILES);
            configuration.addAddressSetting("#", addresses());
            return configuration;
        } catch (Exception failed) {
            throw new IllegalStateException("the broker's address is no URL", failed);
        }
    }

    /** Name of the queue that holds a copy of every message that arrived at another. */
    public static String copyOf(String queue) {
        return "copy." + queue;
    }

    private static DivertConfiguration copy(String queue) {
        return new DivertConfiguration()
                .setName("divert." + queue)
                .setAddress(queue)
                .setForwardingAddress(copyOf(queue))
                .setRoutingType(ComponentConfigurationRoutingType.ANYCAST)
                .setExclusive(false);
    }

    private static QueueConfiguration anycast(String queue) {
        return QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST).setDurable(true);
    }

    private static AddressSettings addresses() {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setMaxDeliveryAttempts(UNLIMITED)
                .setRedeliveryDelay(REDELIVERY_PAUSE.toMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(REDELIVERY_PAUSE_MAX.toMillis())
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setExpiryAddress(SimpleString.of("ExpiryQueue"));
    }

    /** Writes the journal anew without the messages that were taken, of which no byte is left in it then. */
    public void forgetTakenMessages() {
        var journal = server.getActiveMQServer().getStorageManager().getMessageJournal();
        try {
            ((JournalImpl) journal).scheduleCompactAndBlock((int) COMPACTING_MAX.toMillis());
        } catch (Exception failed) {
            throw new IllegalStateException("the broker's journal is not written anew", failed);
        }
    }

    public String url() {
        return "tcp://localhost:" + port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the broker does not stop", failed);
        }
    }
}
