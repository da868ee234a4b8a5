package relais.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.Consents;
import relais.consumer.ConsumerEvents;
import relais.consumer.ConsumerTokens;
import relais.consumer.Consumers;
import relais.consumer.Erasures;
import relais.ledger.Checkpoints;
import relais.ledger.Entries;
import relais.ledger.Proofs;
import relais.mapping.Mappings;
import relais.partner.ApiKeys;
import relais.partner.Partners;
import relais.tracking.Acquisitions;
import relais.tracking.Contents;
import relais.tracking.OrderStatuses;
import relais.tracking.StockLevels;
import relais.tracking.Tracking;

/** The console's parts, and the beans that the REST routes call by name. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    DocumentView documentView(Tracking tracking, ApiKeys keys, ConsumerTokens tokens, ObjectMapper json) {
        return new DocumentView(tracking, keys, tokens, json);
    }

    @Bean
    OrderView consumerOrders(OrderStatuses orders, ConsumerTokens tokens, ObjectMapper json) {
        return new OrderView(orders, tokens, json);
    }

    @Bean
    ConsumerView consumerView(
            Consumers consumers,
            Consents consents,
            ConsumerEvents events,
            Erasures erasures,
            Tracking tracking,
            Contents contents,
            Entries ledger,
            ObjectMapper json,
            Operator operator,
            Clock clock) {
        var file = new ConsumerFile(consumers, consents, events, tracking, contents, ledger, json, clock);
        return new ConsumerView(file, erasures, operator);
    }

    @Bean
    StockView stock(StockLevels levels, ApiKeys keys, ObjectMapper json) {
        return new StockView(levels, keys, json);
    }

    @Bean
    ProofView ledgerProofs(Proofs proofs, Checkpoints checkpoints, ApiKeys keys) {
        return new ProofView(proofs, checkpoints, keys);
    }

    @Bean
    SchemaView schemas(ObjectMapper json) {
        return new SchemaView(json);
    }

    @Bean
    Wording wording(Partners partners) {
        return new Wording(partners);
    }

    @Bean
    DocumentDetails documentDetails(Tracking tracking, Contents contents, Entries ledger, ObjectMapper json) {
        return new DocumentDetails(tracking, contents, ledger, json);
    }

    @Bean
    SampleReader sampleReader(Mappings mappings, Partners partners, Clock clock) {
        return new SampleReader(mappings, partners, clock);
    }

    @Bean
    LedgerPages ledgerPages(Entries ledger, Acquisitions acquisitions, Partners partners, Clock clock) {
        return new LedgerPages(ledger, acquisitions, partners, clock);
    }
}
