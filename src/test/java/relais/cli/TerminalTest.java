package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    @ParameterizedTest
    @ValueSource(strings = {"/dev/pts/3", "/dev/tty", "/dev/tty1", "/dev/ttyS0", "/dev/console"})
    void aPersonSeesWhatLeadsToATerminal(String target) {
        assertThat(Terminal.leadsToTerminal(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "pipe:[4711]", "socket:[4711]", "/tmp/findings.txt", "/dev/ptmx"})
    void nobodySeesAPipeOrAFile(String target) {
        assertThat(Terminal.leadsToTerminal(target)).isFalse();
    }
}
