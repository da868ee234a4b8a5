package relais.embedded;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those at the far ends in the example business: the brand's ERP and warehouse, and Acme. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("relais.embedded.business")
class BusinessConfiguration {

    @Bean
    ErpSimulator erpSimulator(ConnectionFactory broker, Clock clock) {
        return new ErpSimulator(broker, clock);
    }

    @Bean
    PartnerSimulator acme(DataFolder data, Clock clock) {
        data.folder("partners/acme-retail/in");
        data.folder("partners/acme-retail/out");
        return new PartnerSimulator(data.folder("partners/acme-retail"), clock);
    }
}
