package relais.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.Vault;
import relais.mailbox.Inbox;
import relais.partner.Partners;

@Configuration(proxyBeanMethods = false)
class TrackingConfiguration {

    /** A view that takes longer asks for too much; it must not hold a connection that the way of the data needs. */
    private static final Duration QUERY_MAX = Duration.ofSeconds(5);

    @Bean
    Tracking tracking(DataSource database, Vault vault) {
        return new Tracking(bounded(database), vault);
    }

    @Bean
    Contents contents(DataSource database, Inbox inbox, Vault vault) {
        return new Contents(bounded(database), inbox, vault);
    }

    @Bean
    OrderStatuses orderStatuses(DataSource database, Contents contents, Partners partners, ObjectMapper json) {
        return new OrderStatuses(bounded(database), contents, partners, json);
    }

    @Bean
    StockLevels stockLevels(DataSource database, Partners partners, ObjectMapper json) {
        return new StockLevels(bounded(database), partners, json);
    }

    @Bean
    Performance performance(DataSource database) {
        return new Performance(bounded(database));
    }

    private static JdbcClient bounded(DataSource database) {
        var template = new JdbcTemplate(database);
        template.setQueryTimeout((int) QUERY_MAX.toSeconds());
        return JdbcClient.create(template);
    }
}
