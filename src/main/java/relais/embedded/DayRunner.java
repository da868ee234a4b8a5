package relais.embedded;

import jakarta.jms.ConnectionFactory;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Entries;
import relais.partner.Partners;

/** Plays the example day once everything is up, then says what to try next, or ends the process with its result. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class DayRunner implements ApplicationListener<ApplicationReadyEvent> {

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Partners partners;
    private final ConnectionFactory broker;
    private final Supplier<String> consoleLink;

    DayRunner(
            JdbcClient jdbc,
            Entries entries,
            Partners partners,
            ConnectionFactory broker,
            Supplier<String> consoleLink) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.partners = partners;
        this.broker = broker;
        this.consoleLink = consoleLink;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var settings = ready.getApplicationContext().getEnvironment();
        var complete = day(settings, System.out).play();
        if (settings.getRequiredProperty("relais.day").equals("exit"))
            System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> complete ? 0 : 1));
        new NextSteps(settings, consoleLink.get()).print(System.out);
    }

    private ExampleDay day(Environment settings, PrintStream out) {
        var data = Path.of(settings.getRequiredProperty("relais.data"), "partners");
        var addresses = new Senders.Addresses(
                data,
                Path.of(settings.getRequiredProperty("relais.keys")),
                URI.create("http://localhost:" + settings.getRequiredProperty("local.server.port")),
                settings.getRequiredProperty("relais.dropbox.port", Integer.class));
        var timeline = new Timeline(jdbc, entries, partners, ZoneId.systemDefault(), out);
        var balance = new DayBalance(jdbc, new FarEnds(partners, data, broker));
        return new ExampleDay(new Senders(addresses), balance, timeline, out);
    }
}
