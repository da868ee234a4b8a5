package relais.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import relais.consumer.Consents;
import relais.consumer.ConsumerEvents;
import relais.consumer.ConsumerTokens;
import relais.consumer.Consumers;
import relais.consumer.Disclosures;
import relais.consumer.Erasures;
import relais.ledger.AccountBook;
import relais.ledger.Checkpoints;
import relais.ledger.Entries;
import relais.ledger.Ledger;
import relais.ledger.Proofs;
import relais.ledger.Statements;
import relais.mapping.Mappings;
import relais.partner.ApiKeys;
import relais.partner.Partners;
import relais.tracking.Contents;
import relais.tracking.OrderStatuses;
import relais.tracking.Performance;
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
    Viewers viewers(Operator operator, ApiKeys keys) {
        return new Viewers(operator, keys);
    }

    @Bean
    ProofView ledgerProofs(Proofs proofs, Checkpoints checkpoints, Viewers viewers, Partners partners) {
        return new ProofView(proofs, checkpoints, viewers, partners);
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
    LedgerPages ledgerPages(AccountBook accounts, Performance performance, Partners partners, Clock clock) {
        return new LedgerPages(accounts, performance, partners, clock);
    }

    @Bean
    Redaction redaction(Partners partners, Consumers consumers) {
        return new Redaction(partners, consumers);
    }

    @Bean
    LedgerViews ledgerViews(
            Entries entries,
            Statements statements,
            AccountBook accounts,
            Partners partners,
            Redaction redaction,
            Clock clock) {
        return new LedgerViews(entries, statements, accounts, partners, redaction, clock);
    }

    @Bean
    BroughtConsumers broughtConsumers(LedgerViews views, Entries entries, Disclosures disclosures, Partners partners) {
        return new BroughtConsumers(views, entries, disclosures, partners);
    }

    @Bean
    ConsentNotes consentNotes(Consents consents, Consumers consumers, TransactionTemplate transaction, Clock clock) {
        return new ConsentNotes(consents, consumers, transaction, clock);
    }

    @Bean
    Reattributions reattributions(
            Entries entries, Ledger ledger, Partners partners, TransactionTemplate transaction, Clock clock) {
        return new Reattributions(entries, ledger, partners, transaction, clock);
    }

    @Bean
    LedgerJson ledgerJson(ObjectMapper json, Redaction redaction) {
        return new LedgerJson(json, redaction);
    }

    @Bean
    WebMvcConfigurer viewersAsArguments(Viewers viewers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(viewers);
            }
        };
    }
}
