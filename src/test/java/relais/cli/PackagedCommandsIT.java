package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as it is shipped: commands find everything they need at its root, and answer before anyone gets impatient. */
class PackagedCommandsIT {

    private static final Path JAR = Path.of("target/relais.jar").toAbsolutePath();
    private static final int ATTEMPTS = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"order.x12", "orders.edi"})
    void checksASmallFileInHalfASecond(String file) throws Exception {
        Samples.write(folder, "order.x12", Samples.ORDER_850);
        Samples.write(folder, "orders.edi", Samples.ORDERS);

        assertAnswersWithin(Duration.ofMillis(500), "check", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "acknowledge"})
    void answersWithinASecond(String command) throws Exception {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        assertAnswersWithin(Duration.ofSeconds(1), command, "order.x12");
    }

    /** It reads every mapping and partner file besides. */
    @Test
    void translatesWithinThreeSeconds() throws Exception {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        assertAnswersWithin(Duration.ofSeconds(3), "translate", "order.x12");
    }

    private void assertAnswersWithin(Duration limit, String... arguments) throws Exception {
        var patience = patience(limit);
        var best = Duration.ofDays(1);
        for (var attempt = 0; attempt < ATTEMPTS && best.compareTo(patience) >= 0; attempt++)
            best = shorter(best, timed(arguments));

        System.out.println("relais " + String.join(" ", arguments) + " answered within " + best.toMillis() + " ms");
        assertThat(best).isLessThan(patience);
    }

    @Test
    void knowsTheEdifactDirectories() throws Exception {
        Samples.write(folder, "orders.edi", Samples.ORDERS);

        var printed = run("check", "orders.edi");

        assertThat(printed).contains("1 transaction set, 336 bytes: no errors");
    }

    @Test
    void translatesWithTheMappingsThatTheJarBringsAlong() throws Exception {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var printed = run("translate", "--to", "edifact", "order.x12");

        assertThat(printed).contains("BGM+220+AC-70011+9'");
    }

    @Test
    void worksWithTheMappingsThatTheJarBringsAlong() throws Exception {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        assertThat(run("map", "new", "--from", "order.x12", "--into", "drafts"))
                .contains("drafts/850.yaml", "drafts/850/examples/sample.json");
        assertThat(run("map", "show", "x12/850", "--html", "--sample")).contains("<h2>Sample</h2>", "<code>BEG*00*DS*");
    }

    /** More than the limit only where processes queue for the cores. */
    private static Duration patience(Duration limit) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var queue = system.getSystemLoadAverage() / system.getAvailableProcessors();
        return Duration.ofMillis(Math.round(limit.toMillis() * Math.max(1, queue)));
    }

    private Duration timed(String... arguments) throws Exception {
        var from = System.nanoTime();
        run(arguments);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private String run(String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-jar", JAR.toString()));
        Stream.of(arguments).forEach(command::add);
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
