package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatTest {

    private static final Leaf TEXT = Leaf.of("reasonCode", String.class);

    @Test
    void refusesACodeOrAValueThatTheTableDoesNotName() {
        var format = Format.coded(TEXT, "a code", Map.of("D240", "FC"));

        assertThatThrownBy(() -> format.reader().read("D500", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> format.writer().write("HD")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAndWritesWhatTheTableDoesNotNameAsItsOther() {
        var format = Format.coded(TEXT, "a code", Map.of("D240", "FC", "ZZZZ", "ZZZ", "*", "ZZZ"));

        assertThat(format.reader().read("D500", "")).isEqualTo("ZZZ");
        assertThat(format.writer().write("HD")).isEqualTo("ZZZZ");
        assertThat(format.inexact().test("HD")).isTrue();
        assertThat(format.inexact().test("ZZZ")).isFalse();
    }

    @Test
    void makesNothingOfWhatTheTableDoesNotName() {
        var format = Format.coded(TEXT, "a code", Map.of("D240", "FC", "*", ""));

        assertThat(format.reader().read("D500", "")).isEqualTo("");
        assertThat(format.writer().write("HD")).isEmpty();
        assertThat(format.inexact().test("HD")).isFalse();
    }
}
