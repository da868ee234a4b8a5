package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "677, 677 bytes",
        "1000, 1.0 kB",
        "1249, 1.2 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "1073741824, 1.1 GB",
        "5000000000000000, 5000 TB"
    })
    void writesBytesWithTwoOrThreeDigits(long bytes, String written) {
        assertThat(Figures.bytes(bytes)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "1, 1 s", "59000000000, 59 s", "125000000000, 2 min 5 s", "4200000000000, 1 h 10 min"})
    void writesTimeInTheTwoLargestUnits(long nanos, String written) {
        assertThat(Figures.time(nanos)).isEqualTo(written);
    }

    @Test
    void writesRatesPerSecond() {
        assertThat(Figures.rate(278_000_000, 2 * SECOND)).isEqualTo("139 MB/s");
    }

    @Test
    void countsOneAndMany() {
        assertThat(Figures.count(1, "file")).isEqualTo("1 file");
        assertThat(Figures.count(0, "file")).isEqualTo("0 files");
    }
}
