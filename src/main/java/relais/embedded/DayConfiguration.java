package relais.embedded;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Entries;
import relais.partner.Partners;

/** The example day: {@code relais.day} is {@code none}, {@code play}, or {@code exit} to end the process with the day's result. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${relais.day:none}' != 'none'")
class DayConfiguration {

    @Bean
    DayRunner dayRunner(
            JdbcClient jdbc,
            Entries entries,
            Partners partners,
            ConnectionFactory broker,
            @Qualifier("consoleLink") Supplier<String> consoleLink,
            Clock clock) {
        return new DayRunner(jdbc, entries, partners, broker, consoleLink, clock);
    }
}
