package relais.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerServerTest {

    private static final int TIMEOUT_MS = 5_000;
    private static final int COMMITS = 300;

    /** Far below what was measured (1,000), for machines that are busy with something else. */
    private static final long COMMITS_PER_SECOND_MIN = 50;

    @TempDir
    Path folder;

    private final int port = new Ports(ProcessHandle.current().pid()).free();

    @Test
    void keepsMessagesAndDuplicateIdsAcrossRestarts() throws Exception {
        try (var broker = new BrokerServer(folder, port)) {
            send(broker, "order-1");
            send(broker, "order-1");
        }

        try (var broker = new BrokerServer(folder, port);
                var connection = new ActiveMQConnectionFactory(broker.url());
                var context = connection.createContext()) {
            send(broker, "order-1");
            var consumer = context.createConsumer(context.createQueue("erp.orders"));

            assertThat(consumer.receive(TIMEOUT_MS).getStringProperty("_AMQ_DUPL_ID"))
                    .isEqualTo("order-1");
            assertThat(consumer.receiveNoWait()).isNull();
        }
    }

    @Test
    void keepsACopyOfWhatArrivedOnce() throws Exception {
        try (var broker = new BrokerServer(folder, port, List.of("erp.orders"))) {
            send(broker, "order-1");
            send(broker, "order-1");
            send(broker, "order-2");

            try (var connection = new ActiveMQConnectionFactory(broker.url());
                    var context = connection.createContext()) {
                for (var queue : List.of("erp.orders", BrokerServer.copyOf("erp.orders"))) {
                    var consumer = context.createConsumer(context.createQueue(queue));
                    assertThat(consumer.receive(TIMEOUT_MS).getStringProperty("_AMQ_DUPL_ID"))
                            .isEqualTo("order-1");
                    assertThat(consumer.receive(TIMEOUT_MS).getStringProperty("_AMQ_DUPL_ID"))
                            .isEqualTo("order-2");
                    assertThat(consumer.receiveNoWait()).isNull();
                }
            }
        }
    }

    @Test
    void commitsDurablyAtAGoodRate() {
        try (var broker = new BrokerServer(folder, port);
                var connection = new ActiveMQConnectionFactory(broker.url());
                var context = connection.createContext(JMSContext.SESSION_TRANSACTED)) {
            var producer = context.createProducer();
            var queue = context.createQueue("erp.orders");
            var start = System.nanoTime();

            for (var n = 0; n < COMMITS; n++) {
                producer.send(queue, "order " + n);
                context.commit();
            }

            var perSecond = COMMITS * 1_000_000_000L / (System.nanoTime() - start);
            System.out.println("durable commits of one JMS session: " + perSecond + "/s");
            assertThat(perSecond).isGreaterThan(COMMITS_PER_SECOND_MIN);
        }
    }

    private static void send(BrokerServer broker, String duplicateId) {
        try (var connection = new ActiveMQConnectionFactory(broker.url());
                var context = connection.createContext()) {
            context.createProducer()
                    .setProperty("_AMQ_DUPL_ID", duplicateId)
                    .send(context.createQueue("erp.orders"), "order");
        }
    }
}
