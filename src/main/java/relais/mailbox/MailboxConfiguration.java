package relais.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import relais.consumer.Vault;

@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

    @Bean
    MailboxLimits mailboxLimits(@Value("${relais.mailbox.receipt-bytes-max:1073741824}") long receiptBytesMax) {
        var standard = MailboxLimits.standard();
        return new MailboxLimits(receiptBytesMax, standard.receipts(), standard.outgoing());
    }

    @Bean
    Inbox inbox(
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            MailboxLimits limits,
            Clock clock,
            Supplier<UUID> ids) {
        return new Inbox(jdbc, transactions, vault, limits, clock, ids);
    }

    @Bean
    OutboxErasure outboxErasure(JdbcClient jdbc) {
        return new OutboxErasure(jdbc);
    }

    @Bean
    Outbox outbox(JdbcOperations jdbc, MailboxLimits limits, Clock clock) {
        return new Outbox(jdbc, limits, clock);
    }

    @Bean
    Documents documents(JdbcOperations jdbc, Vault vault, Clock clock) {
        return new Documents(jdbc, vault, clock);
    }

    @Bean
    Interchanges interchanges(JdbcClient jdbc) {
        return new Interchanges(jdbc);
    }

    @Bean
    ControlNumbers controlNumbers(JdbcClient jdbc) {
        return new ControlNumbers(jdbc);
    }

    @Bean
    ExpectedAcknowledgements expectedAcknowledgements(JdbcClient jdbc, Clock clock) {
        return new ExpectedAcknowledgements(jdbc, clock);
    }

    @Bean
    OverdueWatch overdueWatch(
            ExpectedAcknowledgements expected, @Value("${relais.mailbox.look-for-overdue:PT30S}") Duration every) {
        return new OverdueWatch(expected, every);
    }

    @Bean
    Wakeups wakeups(DataSource database) {
        return new Wakeups(database);
    }
}
