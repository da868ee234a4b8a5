package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;

class TurnsTest {

    private static final int SIZE = Turns.KEPT_CHARACTERS_MAX / 2;

    @TempDir
    Path folder;

    private Session session;
    private Turns turns;

    @BeforeEach
    void open() {
        session = new Session(folder);
        var terminal = session.terminal();
        turns = new Turns(new TextReport(terminal, false), new Progress(terminal, 0));
    }

    @Test
    void keepsWhatALaterFileFindsUntilTheEarlierOneHasEnded() {
        var first = take("first");
        var second = take("second");

        second.found(List.of(finding("two")));
        second.end(Optional.empty());
        assertThat(session.out()).isEmpty();
        first.found(List.of(finding("one")));
        assertThat(session.out()).containsExactly("first: VALUE_INVALID one");
        first.end(Optional.empty());

        assertThat(session.out()).containsExactly("first: VALUE_INVALID one", "second: VALUE_INVALID two");
    }

    @Test
    void saysWhatCouldNotBeReadAfterWhatWasFoundInIt() {
        var first = take("first");

        first.found(List.of(finding("one")));
        first.end(Optional.of("cannot read first: the disk is gone"));

        assertThat(session.out()).containsExactly("first: VALUE_INVALID one");
        assertThat(session.err()).containsExactly("relais: cannot read first: the disk is gone");
        assertThat(turns.total().hasUnread()).isTrue();
    }

    @Test
    void makesALaterFileWaitWhenTooMuchIsKept() throws InterruptedException {
        var first = take("first");
        var second = take("second");
        var reader = new Thread(() -> {
            for (var nth = 0; nth < 3; nth++) second.found(List.of(lengthy(String.valueOf(nth))));
            second.end(Optional.empty());
        });

        reader.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> reader.getState() == Thread.State.WAITING);
        first.end(Optional.empty());
        reader.join(20_000);

        assertThat(session.out()).hasSize(3);
    }

    private Turns.Turn take(String name) {
        return turns.take(new Source(name, Optional.empty(), Source.UNKNOWN));
    }

    private static Finding finding(String text) {
        return Finding.error(FindingCode.VALUE_INVALID, Location.nowhere(), text);
    }

    private static Finding lengthy(String text) {
        return new Finding(FindingCode.VALUE_INVALID, Severity.ERROR, Location.nowhere(), text, "x".repeat(SIZE));
    }
}
