package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner is told of files that a hub once wrote. */
class VerifyProofTest {

    private static final String KEY = read("ledger.vkey").strip();

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void files() throws IOException {
        session = new Session(folder);
        for (var name : new String[] {"entry-7.json", "consistency.json", "checkpoint-7.txt", "ledger.vkey"})
            Files.writeString(folder.resolve(name), read(name));
    }

    @Test
    void saysWhichEntryIsProvenUnderWhichCheckpoint() {
        var code = session.run("ledger", "verify-proof", "entry-7.json", "--key", "ledger.vkey");

        assertThat(session.output())
                .contains("Entry 0/7 is in the ledger maison-lumen/ledger/0, under the checkpoint of 7 entries.")
                .contains("It is an accrual for acme-retail of 2026-11-17")
                .contains("It moves 12.00 USD from commission expense to commission held:acme-retail.")
                .endsWith("Proven, signed with the key " + KEY + ".\n");
        assertThat(code).isZero();
    }

    @Test
    void saysThatAFileVouchesForItselfAlone() {
        var code = session.run("ledger", "verify-proof", "entry-7.json");

        assertThat(session.output()).contains("which is the file's own word: compare it with the one you were given");
        assertThat(code).isZero();
    }

    @Test
    void joinsTheCheckpointThatWasKeptWithALaterOne() {
        var code = session.run(
                "ledger", "verify-proof", "consistency.json", "--key", KEY, "--checkpoint", "checkpoint-7.txt");

        assertThat(session.output())
                .startsWith(
                        "The first 7 entries of ledger maison-lumen/ledger/0 are unchanged in the ledger of 1107 entries.");
        assertThat(code).isZero();
    }

    @Test
    void saysWhatJoinsTheProofWithALaterCheckpoint() throws IOException {
        var later =
                new ObjectMapper().readTree(read("consistency.json")).path("to").asText();
        Files.writeString(folder.resolve("later.txt"), later);

        var code = session.run("ledger", "verify-proof", "entry-7.json", "--key", KEY, "--checkpoint", "later.txt");

        assertThat(session.output())
                .isEqualTo("Not proven: later.txt is of 1107 entries, the proof of [7];"
                        + " fetch /api/ledger/consistency?from=7&to=1107 to join them.\n");
        assertThat(code).isOne();
    }

    @Test
    void saysWhereAFileCeasesToBeJson() throws IOException {
        Files.writeString(folder.resolve("entry-7.json"), "{\n");

        var code = session.run("ledger", "verify-proof", "entry-7.json", "--key", KEY);

        assertThat(session.output()).isEqualTo("Not proven: this is no JSON, from line 2 on.\n");
        assertThat(code).isOne();
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        edit("entry-7.json", "12.00 USD", "12000.00 USD");

        var code = session.run("ledger", "verify-proof", "entry-7.json", "--key", "ledger.vkey");

        assertThat(session.output())
                .startsWith("Not proven: 'postings' is ")
                .contains("12000.00 USD")
                .endsWith("in the leaf that is proven.\n");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void refusesACheckpointThatWasChanged() throws IOException {
        edit("checkpoint-7.txt", "\n7\n", "\n8\n");

        var code = session.run(
                "ledger", "verify-proof", "consistency.json", "--key", KEY, "--checkpoint", "checkpoint-7.txt");

        assertThat(session.output()).startsWith("Not proven: the signature does not fit the checkpoint of 8 entries");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void refusesWhatIsSignedWithAnotherKey() throws IOException {
        edit("ledger.vkey", KEY, "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");

        var code = session.run("ledger", "verify-proof", "entry-7.json", "--key", "ledger.vkey");

        assertThat(session.output())
                .isEqualTo(
                        "Not proven: the checkpoint is of the ledger maison-lumen/ledger/0, the key of sum.golang.org.\n");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThat(session.run("ledger", "verify-proof", "gone.json")).isEqualTo(2);
        assertThat(session.errors()).isEqualTo("relais: cannot read gone.json: there is no such file\n");
    }

    @Test
    void saysWhatIsWrongWithAKey() {
        assertThat(session.run("ledger", "verify-proof", "entry-7.json", "--key", "checkpoint-7.txt"))
                .isEqualTo(2);
        assertThat(session.errors()).contains("cannot read checkpoint-7.txt: a key looks like");
    }

    @Test
    void explainsItself() {
        assertThat(session.run("ledger", "verify-proof", "--help")).isZero();
        assertThat(session.output())
                .contains("relais ledger verify-proof entry-4711.json --key hub.vkey", "1   not proven");
    }

    private void edit(String name, String from, String to) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private static String read(String name) {
        try (var in = VerifyProofTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
