package relais.flow;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.Consents;
import relais.consumer.Consumers;
import relais.consumer.Vault;
import relais.edi.InterchangeWriter;
import relais.edi.Limits;
import relais.edi.Structures;
import relais.ledger.Ledger;
import relais.ledger.Statements;
import relais.mailbox.ControlNumbers;
import relais.mailbox.Documents;
import relais.mailbox.ExpectedAcknowledgements;
import relais.mailbox.Inbox;
import relais.mailbox.Interchanges;
import relais.mailbox.Outbox;
import relais.mapping.Json;
import relais.mapping.Mappings;
import relais.partner.MappingNames;
import relais.partner.Partners;

/** The steps under the names by which the routes call them. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    Structures structures() {
        return Structures.bundled();
    }

    /** @param home the folder that holds {@code routes} and {@code mappings} */
    @Bean
    Mappings mappings(@Value("${relais.home}") Path home) {
        return Mappings.load(home.resolve("mappings"));
    }

    /** What partner files may name. */
    @Bean
    MappingNames mappingNames(Mappings mappings) {
        return mappings::names;
    }

    @Bean
    Json json() {
        return new Json();
    }

    @Bean
    InterchangeWriter interchangeWriter(Structures structures) {
        return new InterchangeWriter(structures, Limits.standard());
    }

    @Bean
    Envelopes envelopes(Partners partners, Clock clock) {
        return new Envelopes(partners, clock);
    }

    @Bean
    ClaimStep claim(Inbox inbox) {
        return new ClaimStep(inbox);
    }

    @Bean
    ReadStep read(
            Inbox inbox,
            Interchanges interchanges,
            Structures structures,
            Partners partners,
            Mappings mappings,
            Supplier<UUID> ids,
            @Value("${relais.flow.batch-sets-max:200}") int batchSetsMax,
            FileReading files) {
        var agreements = new Agreements(partners, mappings, interchanges);
        var edi = new EdiReading(interchanges, structures, Limits.standard(), agreements, batchSetsMax, ids);
        return new ReadStep(inbox, partners, edi, files);
    }

    @Bean
    FileReading fileReading(
            Mappings mappings,
            Supplier<UUID> ids,
            @Value("${relais.flow.single-bytes-max:16777216}") int singleBytesMax,
            @Value("${relais.flow.batch-sets-max:200}") int batchSetsMax) {
        return new FileReading(mappings, singleBytesMax, batchSetsMax, ids);
    }

    @Bean
    PrecheckStep precheck(
            Inbox inbox,
            Documents documents,
            Partners partners,
            Structures structures,
            FileReading files,
            TranslateStep translate,
            CheckStep check) {
        return new PrecheckStep(inbox, documents, partners, structures, files, translate, check);
    }

    @Bean
    AcknowledgeStep acknowledge(
            Structures structures,
            InterchangeWriter writer,
            Envelopes envelopes,
            ControlNumbers numbers,
            Documents documents,
            Outbox outbox,
            Vault vault,
            Supplier<UUID> ids) {
        return new AcknowledgeStep(structures, writer, envelopes, numbers, documents, outbox, vault, ids);
    }

    @Bean
    SmooksStep smooks(Mappings mappings) {
        return new SmooksStep(mappings);
    }

    @Bean
    TranslateStep translate(Mappings mappings, Json json) {
        return new TranslateStep(mappings, json);
    }

    @Bean
    CheckStep check(Partners partners, Documents documents) {
        return new CheckStep(partners, documents);
    }

    @Bean
    BookStep book(
            Documents documents,
            Inbox inbox,
            Consumers consumers,
            Consents consents,
            Vault vault,
            Ledger ledger,
            Partners partners,
            ExpectedAcknowledgements expected,
            Json json,
            Clock clock) {
        var people = new People(consumers, documents, inbox, clock);
        return new BookStep(
                documents,
                people,
                consents,
                vault,
                ledger,
                new TradeFacts(partners),
                new Answering(expected, documents, clock),
                json,
                clock);
    }

    @Bean
    Payouts payouts(
            Statements statements,
            Partners partners,
            Inbox inbox,
            Json json,
            @Value("${relais.ledger.payouts-every:PT5S}") Duration every) {
        return new Payouts(statements, partners, inbox, json, every);
    }

    @Bean
    DispatchStep dispatch(
            Partners partners,
            Mappings mappings,
            Json json,
            InterchangeWriter writer,
            Envelopes envelopes,
            ControlNumbers numbers,
            Documents documents,
            ExpectedAcknowledgements expected,
            Outbox outbox,
            Vault vault,
            Clock clock,
            Supplier<UUID> ids) {
        var rendering = new Rendering(mappings, json, writer, envelopes, numbers);
        return new DispatchStep(
                new Recipients(partners), rendering, documents, expected, outbox, vault, json, clock, ids);
    }

    @Bean
    AdvanceStep advance(Inbox inbox, Interchanges interchanges) {
        return new AdvanceStep(inbox, interchanges);
    }

    @Bean
    UnsealStep unseal(Vault vault) {
        return new UnsealStep(vault);
    }
}
