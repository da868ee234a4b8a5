package relais.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void isTheWorkingDirectoryWhereThatHasRoutes() throws Exception {
        Files.createDirectory(folder.resolve("routes"));

        assertThat(Home.find("", folder, folder.resolve("unpacked"))).isEqualTo(folder);
    }

    @Test
    void isUnpackedFromTheJarElsewhere() {
        var home = Home.find("", folder, folder.resolve("unpacked"));

        assertThat(home).isEqualTo(folder.resolve("unpacked"));
        assertThat(home.resolve("routes/partners/acme-retail.yaml")).isNotEmptyFile();
    }

    @Test
    void saysWhatToDoWhenTheOneThatIsSetHasNoRoutes() {
        assertThatThrownBy(() -> Home.find("nowhere", folder, folder))
                .hasMessage(folder.resolve("nowhere")
                        + " has no folder routes; choose another with --relais.home=FOLDER, or leave it out");
    }
}
