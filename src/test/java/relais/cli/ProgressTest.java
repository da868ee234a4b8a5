package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    private static final String ERASE = "\r\u001b[K";
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @Test
    void showsHowFarItIsHowFastAndHowLongItWillTake() {
        assertThat(Progress.line(450_000_000, 1_000_000_000, 3 * SECOND))
                .isEqualTo("[==========>             ]  45 %  450 MB of 1.0 GB  150 MB/s  4 s left");
    }

    @Test
    void showsBytesAndRateWhenNobodyKnowsTheTotal() {
        assertThat(Progress.line(45_600_000, Source.UNKNOWN, SECOND / 2)).isEqualTo("46 MB  91 MB/s");
    }

    @Test
    void isFullWhenAllIsRead() {
        assertThat(Progress.line(700, 677, SECOND))
                .isEqualTo("[========================] 100 %  700 bytes of 677 bytes  700 bytes/s  0 s left");
    }

    @Test
    void appearsAfterHalfASecondAndIsGoneAtTheEnd() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        session.watched().passing(Duration.ofMillis(600)).run("check", "order.x12");

        assertThat(session.errors())
                .startsWith("[========================] 100 %  528 bytes of 528 bytes  ")
                .endsWith("0 s left" + ERASE);
        assertThat(session.out()).hasSize(1);
    }

    @Test
    void doesNotAppearWhenItIsOverBefore() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        session.watched().passing(Duration.ofMillis(100)).run("check", "order.x12");

        assertThat(session.errors()).isEmpty();
    }

    @Test
    void doesNotAppearWhereNobodyWatches() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        session.passing(Duration.ofSeconds(5)).run("check", "order.x12");

        assertThat(session.errors()).isEmpty();
    }

    @Test
    void makesRoomForWhatIsPrinted() {
        var terminal = session.watched().passing(Duration.ofMillis(300)).terminal();

        try (var progress = new Progress(terminal, Source.UNKNOWN)) {
            progress.read(1000);
            progress.read(1000);
            progress.aside(() -> terminal.err().print("a finding\n"));
            progress.read(1000);
        }

        assertThat(session.errors())
                .matches("2\\.0 kB  .*/s" + "\r\u001b\\[K" + "a finding\n" + "3\\.0 kB  .*/s" + "\r\u001b\\[K");
    }

    @Test
    void readsStandardInputOfAnyLength() {
        session.watched()
                .passing(Duration.ofMillis(600))
                .typing(Samples.ORDER_850)
                .run("check", "-");

        assertThat(session.errors()).startsWith("528 bytes  ").endsWith(ERASE);
    }
}
