package relais.flow;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import relais.document.Document;
import relais.ledger.Statement;
import relais.ledger.Statements;
import relais.mailbox.Inbox;
import relais.mapping.Json;
import relais.partner.Channel.Direction;
import relais.partner.DocumentAgreement;
import relais.partner.Partners;

/**
 * Hands in the documents of statements that paid something out, where the brand's own systems would: by the channel that
 * its partner file names for them. From there they go the way of every document. A crash in between hands the same bytes
 * in again, which the Inbox knows.
 */
final class Payouts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Payouts.class);

    private final Statements statements;
    private final Partners partners;
    private final Inbox inbox;
    private final Json json;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;

    Payouts(Statements statements, Partners partners, Inbox inbox, Json json, Duration every) {
        this.statements = statements;
        this.partners = partners;
        this.inbox = inbox;
        this.json = json;
        this.every = every;
    }

    private void look() {
        try {
            statements.toSend().forEach(this::handIn);
        } catch (DataAccessException e) {
            LOG.warn("Cannot look for statements to send now: {}", e.getMessage());
        }
    }

    private void handIn(Statement statement) {
        var documents = new SettlementDocuments(partners.brand());
        partners.find(statement.partner())
                .ifPresent(partner -> documents.of(statement, partner).forEach(this::handIn));
        statements.sent(statement);
    }

    private void handIn(Document document) {
        var channel = channel(document);
        if (channel.isEmpty()) {
            LOG.warn(
                    "The file of {} names no channel by which a {} comes in, so {} is not sent; add one",
                    partners.brand().id(),
                    document.type().title(),
                    document.number());
            return;
        }
        inbox.accept(
                channel.get(),
                partners.brand().id(),
                document.number() + ".json",
                "application/json",
                new ByteArrayInputStream(json.write(document)));
    }

    private Optional<String> channel(Document document) {
        return partners.brand().documents().stream()
                .filter(agreed -> agreed.document() == document.type()
                        && agreed.direction() == Direction.IN
                        && agreed.format().equals("json"))
                .map(DocumentAgreement::channel)
                .findFirst();
    }

    @Override
    public synchronized void start() {
        if (thread != null) return;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var daemon = new Thread(work, "payouts");
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
