package relais.embedded;

import jakarta.jms.ConnectionFactory;
import java.io.File;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import relais.ledger.Entries;
import relais.partner.Partners;

/** Plays the example day once everything is up, then says what to try next, or ends the process with its result. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class DayRunner implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(DayRunner.class);

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Partners partners;
    private final ConnectionFactory broker;
    private final Supplier<String> consoleLink;
    private final Clock clock;

    DayRunner(
            JdbcClient jdbc,
            Entries entries,
            Partners partners,
            ConnectionFactory broker,
            Supplier<String> consoleLink,
            Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.partners = partners;
        this.broker = broker;
        this.consoleLink = consoleLink;
        this.clock = clock;
    }

    /** In a thread of its own, so that the hub is up, and can be stopped, while the day is played. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var hub = ready.getApplicationContext();
        new Thread(() -> play(hub), "example-day").start();
    }

    private void play(ConfigurableApplicationContext hub) {
        var settings = hub.getEnvironment();
        var exits = settings.getRequiredProperty("relais.day").equals("exit");
        var complete = false;
        try {
            complete = day(settings, System.out).play();
            if (!exits) new NextSteps(settings, consoleLink.get(), clock).print(System.out);
        } catch (RuntimeException e) {
            if (!hub.isActive()) return;
            System.err.println("The example day stopped: " + e.getMessage() + ". The log "
                    + settings.getProperty("logging.file.name") + " says more.");
            LOG.error("the example day stopped", e);
        }
        if (exits) exit(hub, complete);
    }

    private static void exit(ConfigurableApplicationContext hub, boolean complete) {
        var folder = hub.getEnvironment().getProperty(DayCommand.FOLDER, "");
        var code = SpringApplication.exit(hub, () -> complete ? 0 : 1);
        if (complete && !folder.isEmpty()) FileSystemUtils.deleteRecursively(new File(folder));
        System.exit(code);
    }

    private ExampleDay day(Environment settings, PrintStream out) {
        var data = Path.of(settings.getRequiredProperty("relais.data"), "partners");
        var addresses = new Senders.Addresses(
                data,
                Path.of(settings.getRequiredProperty("relais.keys")),
                URI.create("http://localhost:" + settings.getRequiredProperty("local.server.port")),
                settings.getRequiredProperty("relais.dropbox.port", Integer.class));
        var timeline = new Timeline(jdbc, entries, partners, clock.getZone(), out);
        var balance = new DayBalance(jdbc, new FarEnds(partners, data, broker));
        return new ExampleDay(new Senders(addresses), balance, timeline, out);
    }
}
