package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/relais/cli");
    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @ParameterizedTest
    @CsvSource({"explain-850.x12, explain-850.txt", "explain-orders.edi, explain-orders.txt"})
    void printsAnInterchangeAsAPersonReadsIt(String input, String expected) throws IOException {
        var code = session.typing(Files.readString(EXAMPLES.resolve(input), StandardCharsets.ISO_8859_1))
                .run("explain", "-");

        assertThat(session.output()).isEqualTo(Files.readString(EXAMPLES.resolve(expected)));
        assertThat(code).isOne();
    }

    @Test
    void passesWhatIsRight() {
        Samples.write(folder, "order.x12", Samples.ORDER_850);

        var code = session.run("explain", "order.x12");

        assertThat(session.out())
                .contains("850 Purchase order 0001 in version 004010, 15 segments")
                .noneMatch(line -> line.contains("! "));
        assertThat(session.err()).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void staysWithinAHundredColumns() {
        session.typing(Samples.ORDER_850).run("explain", "-");

        assertThat(session.out()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void paintsForATerminalAndNeverForAPipe() {
        var coloured = new Session(folder).coloured();
        coloured.typing(Samples.miscounted850()).run("explain", "-");
        session.typing(Samples.miscounted850()).run("explain", "-");

        assertThat(coloured.out())
                .anyMatch(line -> line.startsWith(ESCAPE + "31m") && line.contains("SEGMENT_COUNT_MISMATCH"));
        assertThat(session.output()).doesNotContain(ESCAPE).contains("SEGMENT_COUNT_MISMATCH");
    }

    @Test
    void namesWhatIsMissingWhereItShouldStand() {
        session.typing(Samples.ORDER_850.replace("BEG*00*DS*AC-70011**20260305~\n", ""))
                .run("explain", "-");

        var lines = session.out();
        var missing = lines.indexOf("    ! SEGMENT_MISSING mandatory segment BEG is missing before CUR");
        assertThat(missing).isPositive();
        assertThat(lines.get(missing + 1)).startsWith("    CUR  Currency  #2 ");
    }

    @Test
    void readsATransactionSetThatNobodyDescribed() {
        var code =
                session.typing(Samples.ORDER_850.replace("ST*850*", "ST*123*")).run("explain", "-");

        assertThat(session.out())
                .anyMatch(line -> line.startsWith("123 0001 in version 004010"))
                .anyMatch(line -> line.contains("! SET_NOT_SUPPORTED"))
                .anyMatch(line -> line.matches(" +1 +98 +Entity Identifier Code +ST +Ship to"));
        assertThat(code).isOne();
    }

    @Test
    void readsAReleaseThatIsNotKnownWithTheWordsOfTheNearest() {
        session.typing(Samples.ORDER_850.replace("*004010~", "*003060~")).run("explain", "-");

        assertThat(session.out()).anyMatch(line -> line.matches(" +2 +92 +Purchase Order Type Code +DS +Dropship"));
    }

    @Test
    void printsOneTransactionSetOfMany() {
        var second = Samples.ORDER_850.replace("AC-70011", "AC-70012");
        Samples.write(folder, "orders.x12", Samples.ORDER_850 + second);

        var code = session.run("explain", "--set", "2", "orders.x12");

        assertThat(session.output()).contains("AC-70012").doesNotContain("AC-70011", "ISA");
        assertThat(code).isZero();
    }

    @Test
    void saysThatThereAreNotThatManyTransactionSets() {
        var code = session.typing(Samples.ORDER_850).run("explain", "--set", "2", "-");

        assertThat(session.err()).containsExactly("relais: cannot read -: it has 1 transaction set");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void goesOnToTheEndOfWhatBreaksOff() {
        var code = session.typing(Samples.ORDER_850.substring(0, Samples.ORDER_850.indexOf("N4*")))
                .run("explain", "-");

        assertThat(session.out())
                .anyMatch(line -> line.contains("1 Example Street"))
                .anyMatch(line -> line.contains("! SET_TRAILER_MISSING"))
                .anyMatch(line -> line.contains("! TRUNCATED_INTERCHANGE"));
        assertThat(code).isOne();
    }

    @Test
    void saysOfALetterThatItIsNoInterchange() {
        var code = session.typing("Dear Sir or Madam").run("explain", "-");

        assertThat(session.out()).hasSize(1).first().asString().contains("! UNREADABLE_INPUT");
        assertThat(code).isOne();
    }

    @Test
    void sendsNoControlCharacterToATerminal() {
        session.typing(Samples.ORDERS.replace("GS-4711", "GS\u001b[2J")).run("explain", "-");

        assertThat(session.output()).doesNotContain("\u001b").contains("GS·[2J");
    }

    @Test
    void shortensWhatIsNotForReading() {
        session.typing(Samples.ORDER_850.replace("Arc floor lamp", "x".repeat(5_000)))
                .run("explain", "-");

        assertThat(session.output()).contains("x… (5000");
        assertThat(session.out()).hasSizeLessThan(150);
    }

    @Test
    void namesAFileThatIsNotThere() {
        var code = session.run("explain", "missing.edi");

        assertThat(session.err()).containsExactly("relais: cannot read missing.edi: there is no such file");
        assertThat(code).isEqualTo(2);
    }
}
