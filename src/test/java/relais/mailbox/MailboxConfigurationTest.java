package relais.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import relais.Database;
import relais.consumer.Vault;
import relais.consumer.Vaults;
import relais.mailbox.ExpectedAcknowledgements.Sent;

class MailboxConfigurationTest {

    private static final Database database = Database.fresh();

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withInitializer(started ->
                    started.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withUserConfiguration(Surroundings.class, MailboxConfiguration.class)
            .withPropertyValues("relais.mailbox.receipt-bytes-max=7", "relais.mailbox.look-for-overdue=PT0.05S");

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void putsTheMailboxTogether() {
        context.run(started -> {
            assertThat(started)
                    .hasNotFailed()
                    .hasSingleBean(Inbox.class)
                    .hasSingleBean(Outbox.class)
                    .hasSingleBean(Wakeups.class);
            assertThat(started.getBean(MailboxLimits.class).receiptBytesMax()).isEqualTo(7);
        });
    }

    @Test
    void noticesWhatIsOverdue() {
        context.run(started -> {
            var invoice = Entries.out("acme", "1/1/1");
            started.getBean(Documents.class).register(java.util.List.of(invoice));
            started.getBean(ExpectedAcknowledgements.class)
                    .expect(invoice.id(), new Sent("acme", "x12", "1", "1", "1"), Duration.ofHours(-1));

            await().atMost(Duration.ofSeconds(20)).until(() -> database.jdbc()
                    .sql("select state from expected_acknowledgement")
                    .query(String.class)
                    .single()
                    .equals("overdue"));
        });
    }

    static class Surroundings {

        @Bean(destroyMethod = "")
        DataSource dataSource() {
            return database.dataSource();
        }

        @Bean
        Vault vault() {
            return Vaults.on(database);
        }

        @Bean
        Clock clock() {
            return Entries.CLOCK;
        }

        @Bean
        Supplier<UUID> ids() {
            return Ids.supplier();
        }
    }
}
