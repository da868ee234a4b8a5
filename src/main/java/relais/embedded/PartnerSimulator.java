package relais.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The example retailer at its own end: it looks into {@code in}, and lays a 997 for each invoice into {@code out}, once. */
final class PartnerSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerSimulator.class);
    private static final long LOOK_MS = 500;

    private final Path in;
    private final Path out;
    private final Clock clock;
    private final Set<String> seen = new HashSet<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "simulator-acme");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts looking. @param home the folder of the partner's server, with {@code in} and {@code out} */
    PartnerSimulator(Path home, Clock clock) {
        this.in = home.resolve("in");
        this.out = home.resolve("out");
        this.clock = clock;
        watch.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try (var files = Files.list(in)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                if (!name.startsWith(".") && seen.add(name)) answer(file);
            }
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("Acme cannot look into its folder: {}", trouble.getMessage());
        }
    }

    private void answer(Path file) throws IOException {
        var name = "997-for-" + file.getFileName();
        if (Files.exists(out.resolve(name)) || Files.exists(out.resolve(".done").resolve(name))) return;
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        var answer = AcmeAnswers.acknowledge(text, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (answer.isEmpty()) return;
        var part = out.resolve(name + ".part");
        Files.writeString(part, answer.get(), StandardCharsets.ISO_8859_1);
        Files.move(part, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
