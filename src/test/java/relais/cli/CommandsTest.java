package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @TempDir
    Path folder;

    @Test
    void startsTheHubWithoutACommandWithRunWithDemoAndWithASetting() {
        assertThat(List.of(
                        Commands.startHub(),
                        Commands.startHub("run", "--server.port=9090"),
                        Commands.startHub("demo", "--exit"),
                        Commands.startHub("--server.port=9090")))
                .containsOnly(true);
    }

    @Test
    void startsNoHubForACommandOrForHelp() {
        assertThat(List.of(
                        Commands.startHub("check", "order.edi"),
                        Commands.startHub("--help"),
                        Commands.startHub("demo", "--help"),
                        Commands.startHub("rum")))
                .containsOnly(false);
    }

    @Test
    void namesTheCommandSomebodyProbablyMeant() {
        var session = new Session(folder);

        var code = session.run("chekc", "order.edi");

        assertThat(code).isEqualTo(2);
        assertThat(session.err())
                .containsExactly("relais: unknown command 'chekc'; did you mean 'check'?", "See 'relais --help'.");
    }

    @Test
    void namesTheOptionSomebodyProbablyMeant() {
        var session = new Session(folder);

        var code = session.run("acknowledge", "--polcy", "group", "order.edi");

        assertThat(code).isEqualTo(2);
        assertThat(session.err()).first().isEqualTo("relais: unknown option --polcy; did you mean '--policy'?");
    }

    @Test
    void namesTheCommandOfTheLedgerThatSomebodyProbablyMeant() {
        var session = new Session(folder);

        var code = session.run("ledger", "verify-prof");

        assertThat(code).isEqualTo(2);
        assertThat(session.err())
                .containsExactly(
                        "relais: unknown command 'verify-prof'; did you mean 'verify-proof'?",
                        "See 'relais ledger --help'.");
    }

    @Test
    void saysWhatIsWrongWithTheWayToALedger() {
        var jobs = new Session(folder);
        var database = new Session(folder);

        assertThat(jobs.run("ledger", "verify", "--jobs", "0")).isEqualTo(2);
        assertThat(jobs.err()).first().isEqualTo("relais: --jobs must be 1 or more, not 0");
        assertThat(database.run("ledger", "verify", "--database", "nonsense")).isEqualTo(2);
        assertThat(database.err())
                .containsExactly("relais: cannot read the database: an address is written like"
                        + " jdbc:postgresql://HOST/relais, not nonsense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "explain", "acknowledge", "translate", "consumer", "run", "demo"})
    void showsAnExampleInTheHelpOfEachCommand(String command) {
        var session = new Session(folder);

        var code = session.run(command, "--help");

        assertThat(code).isZero();
        assertThat(session.out()).anyMatch(line -> line.startsWith("  relais " + command + " "));
    }

    @Test
    void listsTheCommandsWhenAskedForHelp() {
        var session = new Session(folder);

        var code = session.run("--help");

        assertThat(code).isZero();
        assertThat(String.join("\n", session.out()))
                .contains("check", "explain", "acknowledge", "translate", "run", "demo");
    }
}
