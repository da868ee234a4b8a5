package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedLinesTest {
    private static final String EARLIER = """
              BEG 1 1
              TD5 0 12
              N9 0 1000 loop
                DTM 0 *
                MSG 0 1000
              N1 0 200 loop
                N2 0 2
                N3 0 2
              CTT 0 1
            """;

    @Test
    void keepsWhatDoesNotChange() {
        assertThat(changed("")).isEqualTo(lines(EARLIER));
    }

    @Test
    void givesALineOtherNumbers() {
        assertThat(changed("  TD5 0 *")).isEqualTo(lines(EARLIER.replace("TD5 0 12", "TD5 0 *")));
    }

    @Test
    void takesOutALoopWithAllThatIsInIt() {
        assertThat(changed("  - N9"))
                .isEqualTo(lines(EARLIER.replace("  N9 0 1000 loop\n    DTM 0 *\n    MSG 0 1000\n", "")));
    }

    @Test
    void putsOneLineInPlaceOfAnotherInsideALoop() {
        assertThat(changed("  N9\n    - MSG\n    + MTX 0 *"))
                .isEqualTo(lines(EARLIER.replace("    MSG 0 1000", "    MTX 0 *")));
    }

    @Test
    void putsALoopBehindALoopWithAllThatIsInIt() {
        assertThat(changed("  N1\n  + LM 0 * loop\n    + LQ 1 *"))
                .isEqualTo(lines(EARLIER.replace("  CTT", "  LM 0 * loop\n    LQ 1 *\n  CTT")));
    }

    @Test
    void putsALineFirstInALoop() {
        assertThat(changed("  N1\n    + IN2 0 *")).isEqualTo(lines(EARLIER.replace("    N2", "    IN2 0 *\n    N2")));
    }

    @Test
    void refusesALineThatIsNotFurtherDownInTheSameLoop() {
        assertThatThrownBy(() -> changed("  CUR 0 1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> changed("  CTT\n  TD5 0 *")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> changed("  N9\n    N2 0 1")).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> changed(String changes) {
        return ChangedLines.of(lines(EARLIER), lines(changes));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
