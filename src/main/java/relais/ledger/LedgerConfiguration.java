package relais.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.consumer.ErasureListener;
import relais.ledger.Fact.ConsumerErased;
import relais.partner.Partners;
import relais.proof.SigningKey;

@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledger ledger(JdbcClient jdbc, Clock clock) {
        return new Ledger(jdbc, clock);
    }

    @Bean
    Entries entries(JdbcClient jdbc) {
        return new Entries(jdbc);
    }

    /** The books keep that a consumer was erased, and everything but who it was. */
    @Bean
    ErasureListener ledgerOfErasures(Ledger ledger, Partners partners) {
        return (consumer, at, by) -> ledger.record(List.of(new ConsumerErased(
                partners.brand().id(), consumer, LocalDate.ofInstant(at, ZoneOffset.UTC), Agenda.NO_DOCUMENT)));
    }

    @Bean
    ContributionReports contributionReports(JdbcClient jdbc, Partners partners) {
        return new ContributionReports(jdbc, partners);
    }

    /** Needs a {@code SecretKey} bean named {@code ledgerKey}, made from the secret that {@code relais.ledger.signing-key} refers to. */
    @Bean
    Checkpoints checkpoints(JdbcClient jdbc, SecretKey ledgerKey, Partners partners) {
        var name = partners.brand().id() + "/ledger/" + Booking.SHARD;
        return new Checkpoints(jdbc, SigningKey.of(name, ledgerKey.getEncoded()));
    }

    @Bean
    Proofs proofs(JdbcClient jdbc, Checkpoints checkpoints) {
        return new Proofs(jdbc, checkpoints);
    }

    @Bean
    CheckpointSchedule checkpointSchedule(
            JdbcClient jdbc,
            Checkpoints checkpoints,
            Clock clock,
            @Value("${relais.ledger.checkpoint-every:PT1M}") Duration every,
            @Value("${relais.ledger.checkpoint-seals-max:1000}") int sealsMax) {
        return new CheckpointSchedule(jdbc, checkpoints, clock, every, sealsMax);
    }

    @Bean
    Statements statements(JdbcClient jdbc) {
        return new Statements(jdbc);
    }

    @Bean
    AccountBook accountBook(JdbcClient jdbc) {
        return new AccountBook(jdbc);
    }

    @Bean
    Sequencer sequencer(
            DataSource dataSource,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Ledger ledger,
            Partners partners,
            Clock clock,
            CheckpointSchedule checkpointSchedule) {
        return new Sequencer(
                dataSource,
                new Booking(dataSource, transactions, partners, clock),
                new Agenda(jdbc, new TransactionTemplate(transactions), ledger, partners, clock),
                checkpointSchedule);
    }
}
