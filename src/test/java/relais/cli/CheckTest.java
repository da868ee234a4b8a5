package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @Test
    void passesWhatIsRight() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);
        Samples.write(folder, "orders.edi", Samples.ORDERS);

        var code = session.run("check", "order.x12", "orders.edi");

        assertThat(session.out()).containsExactly("2 files, 2 interchanges, 2 transaction sets, 864 bytes: no errors");
        assertThat(session.err()).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void printsEachFindingWithItsPlace() {
        Samples.write(folder, "order.x12", Samples.miscounted850());

        var code = session.run("check", "order.x12");

        assertThat(session.out())
                .hasSize(2)
                .first()
                .asString()
                .matches("order.x12:segment 15 \\(SE\\) element 1 at offset \\d+: SEGMENT_COUNT_MISMATCH .*14.*15.*");
        assertThat(session.out()).last().isEqualTo("1 file, 1 interchange, 1 transaction set, 528 bytes: 1 error");
        assertThat(code).isOne();
    }

    @Test
    void readsStandardInput() {
        var code = session.typing(Samples.miscounted850()).run("check", "-");

        assertThat(session.out()).first().asString().startsWith("-:segment 15 (SE)");
        assertThat(code).isOne();
    }

    @Test
    void checksTheOtherFilesWhenOneIsMissing() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("check", "missing.edi", "order.x12");

        assertThat(session.err()).containsExactly("relais: cannot read missing.edi: there is no such file");
        assertThat(session.out())
                .containsExactly("1 file, 1 interchange, 1 transaction set, 528 bytes: no errors, 1 not read");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void findsWhatIsWrongWithTheHeaderOfAnInterchange() {
        Samples.write(folder, "order.x12", Samples.ORDER_850.replace("*260305*0915*U*", "*261305*0915*U*"));

        session.run("check", "order.x12");

        assertThat(session.out())
                .first()
                .asString()
                .startsWith("order.x12:segment 1 (ISA) element 9 at offset 70: DATE_INVALID ");
    }

    @Test
    void printsTheSummaryOnlyWhenAskedToBeQuiet() {
        Samples.write(folder, "order.x12", Samples.miscounted850());

        var code = session.run("check", "--quiet", "order.x12");

        assertThat(session.out()).containsExactly("1 file, 1 interchange, 1 transaction set, 528 bytes: 1 error");
        assertThat(code).isOne();
    }

    @Test
    void saysHowFastItWasWhenThereWasMuchToRead() {
        Samples.write(folder, "order.x12", Samples.ORDER_850 + "\n".repeat(1_000_000));

        session.passing(Duration.ofSeconds(2)).run("check", "order.x12");

        assertThat(session.out())
                .containsExactly("1 file, 1 interchange, 1 transaction set, 1.0 MB: no errors (500 kB/s)");
    }

    @Test
    void keepsControlCharactersAwayFromTheTerminal() {
        Samples.write(folder, "order.x12", Samples.ORDER_850.replace("BEG*00*", "BEG*\u001b[*"));

        session.run("check", "order.x12");

        assertThat(session.out()).first().asString().contains("CODE_UNKNOWN", "\\u001b[");
        assertThat(session.output()).doesNotContain("\u001b");
    }

    @Test
    void refusesLessThanOneJob() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("check", "--jobs", "0", "order.x12");

        assertThat(session.err()).first().isEqualTo("relais: --jobs must be 1 or more, not 0");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void findsAFileEmptyOrUnreadable() {
        Samples.write(folder, "empty.edi", "");
        Samples.write(folder, "letter.txt", "Dear Sir or Madam");

        var code = session.run("check", "empty.edi", "letter.txt");

        assertThat(session.out().get(0)).startsWith("empty.edi:").contains("EMPTY_INPUT");
        assertThat(session.out().get(1)).startsWith("letter.txt:").contains("UNREADABLE_INPUT");
        assertThat(code).isOne();
    }

    @Test
    void asksForAFile() {
        var code = session.run("check");

        assertThat(session.err()).first().isEqualTo("relais: Missing required parameter: 'FILE'");
        assertThat(code).isEqualTo(2);
    }
}
