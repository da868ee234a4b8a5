package relais.web;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import relais.Database;
import relais.consumer.Consents;
import relais.consumer.ConsumerEvents;
import relais.consumer.ConsumerTokens;
import relais.consumer.Consumers;
import relais.consumer.Disclosures;
import relais.consumer.Erasures;
import relais.consumer.Vault;
import relais.ledger.AccountBook;
import relais.ledger.Checkpoints;
import relais.ledger.ContributionReports;
import relais.ledger.Entries;
import relais.ledger.Fact;
import relais.ledger.Fact.TermsAgreed;
import relais.ledger.Ledger;
import relais.ledger.Proofs;
import relais.ledger.Statements;
import relais.ledger.TradingYear;
import relais.mailbox.Inbox;
import relais.mapping.Mappings;
import relais.partner.Acknowledging;
import relais.partner.ApiKeys;
import relais.partner.Channel;
import relais.partner.Partner;
import relais.partner.Partner.Role;
import relais.partner.Partners;
import relais.partner.Secrets;
import relais.partner.Terms;
import relais.proof.SigningKey;
import relais.tracking.ExampleRows;

/** The console and the API's beans on a free port, on a database with the example rows and without the rest of the hub. */
final class ConsoleServer implements AutoCloseable {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));

    final Database database = Database.fresh();
    final ExampleRows example = new ExampleRows(database);
    final Consumers consumers = new Consumers(database.jdbc(), example.vault(), Database.ids());
    final ConsumerTokens tokens = new ConsumerTokens(ExampleRows.MASTER, ExampleRows.CLOCK, Duration.ofDays(1));
    private final Partners partners;
    private final Clock clock;
    private final ServletWebServerApplicationContext context;

    private ConsoleServer(Map<String, Object> properties, Consumer<ConsoleServer> rows) {
        this(properties, rows, List.of(), ExampleRows.CLOCK);
    }

    private ConsoleServer(
            Map<String, Object> properties, Consumer<ConsoleServer> rows, List<Terms> acmesTerms, Clock clock) {
        this.partners = partners(acmesTerms);
        this.clock = clock;
        rows.accept(this);
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class)
                .initializers(beans -> register((GenericApplicationContext) beans))
                .properties(properties)
                .run("--server.port=0", "--relais.keys=" + keys());
    }

    /** Opened by a link with a key, as the embedded default is. */
    static ConsoleServer byKey() {
        return new ConsoleServer(Map.of(), server -> server.example.writeAll());
    }

    /** The same on a year of booked trade, without documents. */
    static ConsoleServer withTrade() {
        return new ConsoleServer(Map.of(), server -> TradingYear.write(server.database, server.partners));
    }

    /** On an empty database, on which nothing but a partner's terms is booked. */
    static ConsoleServer withTerms(Terms acmes, Clock clock) {
        var agreed = new TermsAgreed("acme-retail", acmes, new UUID(0, 1));
        return new ConsoleServer(Map.of(), server -> server.book(List.of(agreed)), List.of(acmes), clock);
    }

    /** Opened by name and password, as production is. @param variable in which the password is */
    static ConsoleServer byPassword(String user, String variable) {
        return new ConsoleServer(
                Map.of("relais.console.user", user, "relais.console.password", "secret:env:" + variable),
                server -> server.example.writeAll());
    }

    String url(String path) {
        return "http://127.0.0.1:" + context.getWebServer().getPort() + path;
    }

    /** The path that signs in. */
    String link() {
        return bean(Operator.class).link();
    }

    /** Books what was recorded, as the sequencer does in the hub. */
    void book() {
        TradingYear.bookRecorded(database, partners, LocalDate.ofInstant(ExampleRows.NOW, UTC));
    }

    /** Records facts and books them. */
    void book(List<Fact> facts) {
        database.transaction().executeWithoutResult(status -> ledger().record(facts));
        book();
    }

    private Ledger ledger() {
        return new Ledger(database.jdbc(), clock);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Object bean(String name) {
        return context.getBean(name);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @ComponentScan({"relais.web", "relais.tracking"})
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Parts {}

    private void register(GenericApplicationContext beans) {
        beans.registerBean(DataSource.class, database::dataSource);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean("ids", Supplier.class, Database::ids);
        beans.registerBean(Inbox.class, () -> example.inbox(clock));
        beans.registerBean(Vault.class, example::vault);
        beans.registerBean(Consents.class, () -> new Consents(database.jdbc()));
        beans.registerBean(ConsumerEvents.class, () -> new ConsumerEvents(database.jdbc()));
        beans.registerBean(Erasures.class, this::erasures);
        beans.registerBean(
                Disclosures.class,
                () -> new Disclosures(
                        consumers, new Consents(database.jdbc()), new ConsumerEvents(database.jdbc()), clock));
        beans.registerBean(ConsumerTokens.class, () -> tokens);
        beans.registerBean(Entries.class, () -> new Entries(database.jdbc()));
        var checkpoints = new Checkpoints(database.jdbc(), SigningKey.of("maison-lumen/ledger/0", new byte[32]));
        beans.registerBean(Checkpoints.class, () -> checkpoints);
        beans.registerBean(Proofs.class, () -> new Proofs(database.jdbc(), checkpoints));
        beans.registerBean(Statements.class, () -> new Statements(database.jdbc()));
        beans.registerBean(ContributionReports.class, () -> new ContributionReports(database.jdbc(), partners));
        beans.registerBean(AccountBook.class, () -> new AccountBook(database.jdbc()));
        beans.registerBean(Ledger.class, this::ledger);
        beans.registerBean(Consumers.class, () -> consumers);
        beans.registerBean(TransactionTemplate.class, database::transaction);
        beans.registerBean(Partners.class, () -> partners);
        beans.registerBean(Mappings.class, () -> MAPPINGS);
        beans.registerBean(Secrets.class, () -> new Secrets(ConsoleServer::environment));
        beans.registerBean(ApiKeys.class);
    }

    private Erasures erasures() {
        var events = new ConsumerEvents(database.jdbc());
        return new Erasures(database.transaction(), consumers, events, List.of(), clock);
    }

    /** Every variable has a value that follows from its name. */
    private static String environment(String name) {
        return "value-of-" + name;
    }

    private static Partners partners(List<Terms> acmesTerms) {
        return new Partners(List.of(
                partner("acme-retail", "Acme Retail", Role.RETAILER, acmesTerms, http("acme-retail", "ACME_KEY")),
                partner("galeries-sud", "Galeries Sud", Role.RETAILER, List.of(), http("galeries-sud", "GALERIES_KEY")),
                partner("atelier-nord", "Atelier Nord", Role.SUPPLIER, List.of()),
                partner("storefront", "Online shop", Role.SHOP, List.of()),
                partner("maison-lumen", "Maison Lumen", Role.BRAND, List.of())));
    }

    private static Channel http(String partner, String key) {
        return new Channel(
                partner + "-http",
                partner,
                Channel.Direction.IN,
                Channel.Transport.HTTP,
                Map.of("apiKey", "secret:env:" + key));
    }

    private static Partner partner(String id, String name, Role role, List<Terms> terms, Channel... channels) {
        return new Partner(
                id,
                name,
                role,
                Currency.getInstance("USD"),
                List.of(),
                List.of(channels),
                List.of(),
                List.of(),
                Acknowledging.none(),
                terms);
    }

    private static String keys() {
        try {
            return Files.createTempDirectory("console").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
