package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFoldersTest {

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    @Test
    void readsEveryFileInAFolderAndBelowByName() throws IOException {
        miscounted("inbox/b.x12");
        miscounted("inbox/acme/z.x12");
        miscounted("inbox/a.x12");

        var code = session.run("check", "inbox");

        assertThat(files()).containsExactly("inbox/a.x12", "inbox/acme/z.x12", "inbox/b.x12");
        assertThat(session.out()).last().asString().startsWith("3 files, 3 interchanges, 3 transaction sets, ");
        assertThat(code).isOne();
    }

    @Test
    void namesTheFilesOfTheWorkingDirectoryByThemselves() throws IOException {
        miscounted("a.x12");

        session.run("check", ".");

        assertThat(files()).containsExactly("a.x12");
    }

    @Test
    void keepsTheOrderOfTheArguments() throws IOException {
        miscounted("z.x12");
        miscounted("inbox/b.x12");
        miscounted("a.x12");

        session.typing(Samples.miscounted850()).run("check", "z.x12", "inbox/", "-", "a.x12");

        assertThat(files()).containsExactly("z.x12", "inbox/b.x12", "-", "a.x12");
    }

    @Test
    void leavesOutWhatIsHiddenUnlessItIsNamed() throws IOException {
        miscounted("inbox/.part.x12");
        miscounted("inbox/.git/a.x12");
        miscounted(".outbox/a.x12");

        session.run("check", "inbox", "inbox/.part.x12", ".outbox");

        assertThat(files()).containsExactly("inbox/.part.x12", ".outbox/a.x12");
    }

    @Test
    void followsALinkToAFileButNoCircle() throws IOException {
        miscounted("inbox/a.x12");
        Files.createSymbolicLink(folder.resolve("inbox/again"), folder.resolve("inbox"));
        Files.createSymbolicLink(folder.resolve("inbox/b.x12"), folder.resolve("inbox/a.x12"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("inbox"));

        session.run("check", "link");

        assertThat(files()).containsExactly("link/a.x12", "link/b.x12");
    }

    @Test
    void missesWhatALinkLeadsTo() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
        Files.createSymbolicLink(folder.resolve("inbox/gone.x12"), folder.resolve("nowhere"));

        var code = session.run("check", "inbox");

        assertThat(session.err()).containsExactly("relais: cannot read inbox/gone.x12: there is no such file");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void findsNothingInAnEmptyFolder() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));

        var code = session.run("check", "inbox");

        assertThat(session.out()).containsExactly("0 files, 0 interchanges, 0 transaction sets, 0 bytes: no errors");
        assertThat(code).isZero();
    }

    private void miscounted(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Samples.write(folder, name, Samples.miscounted850());
    }

    /** The files that have findings, in the order of these. */
    private List<String> files() {
        return session.out().stream()
                .filter(line -> line.contains("SEGMENT_COUNT_MISMATCH"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }
}
