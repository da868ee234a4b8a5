package relais.embedded;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The example brand's ERP and warehouse as clients of the broker. The ERP takes each order off {@code erp.orders} and puts
 * its answers into {@code hub.erp} in one JMS transaction; what else reaches the brand is taken and noted.
 */
public final class ErpSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErpSimulator.class);
    private static final String ORDERS = "erp.orders";
    private static final String ANSWERS = "hub.erp";
    private static final List<String> QUEUES = List.of(ORDERS, "erp.invoices", "wms.inventory");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final ConnectionFactory broker;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> threads;

    /** Starts listening; a broker that is down is tried again. @param clock gives the answers' dates */
    public ErpSimulator(ConnectionFactory broker, Clock clock) {
        this.broker = broker;
        this.clock = clock;
        this.threads = QUEUES.stream()
                .map(queue -> new Thread(() -> listen(queue), "simulator-" + queue))
                .toList();
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void listen(String queue) {
        while (isOpen()) {
            try (var connection = broker.createConnection();
                    var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
                connection.start();
                take(session, queue);
            } catch (JMSException | RuntimeException brokerDown) {
                if (isOpen()) LOG.warn("{} is not listened to for now: {}", queue, brokerDown.getMessage());
                pause();
            }
        }
    }

    private void take(Session session, String queue) throws JMSException {
        try (var consumer = session.createConsumer(session.createQueue(queue))) {
            while (isOpen()) {
                var message = consumer.receive(PATIENCE.toMillis());
                if (message == null) continue;
                if (queue.equals(ORDERS)) answer(session, message);
                session.commit();
            }
        }
    }

    private void answer(Session session, Message message) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(ANSWERS))) {
            for (var answer : answers(message)) {
                var bytes = session.createBytesMessage();
                bytes.writeBytes(json.writeValueAsBytes(answer));
                bytes.setStringProperty("contentType", "application/json");
                producer.send(bytes);
            }
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private List<ObjectNode> answers(Message message) throws JMSException {
        try {
            var order = json.readTree(bytes(message));
            return new ErpAnswers(order, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).all();
        } catch (IOException | IllegalArgumentException notAnOrder) {
            LOG.warn("{} held something that is no order: {}", ORDERS, message.getJMSMessageID());
            return List.of();
        }
    }

    private static byte[] bytes(Message message) throws JMSException {
        return message instanceof BytesMessage
                ? message.getBody(byte[].class)
                : message.getBody(String.class).getBytes(StandardCharsets.UTF_8);
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            if (closed.await(RECONNECT.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException stopped) {
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        for (var thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(2));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
