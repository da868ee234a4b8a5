package relais.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.partner.PartnerFiles;

class StartFailureAnalyzerTest {

    @TempDir
    Path folder;

    private final StartFailureAnalyzer analyzer = new StartFailureAnalyzer();

    @Test
    void saysWhatIsWrongWithAPartnerFileHoweverDeepTheFailureLies() throws IOException {
        Files.writeString(folder.resolve("north.yaml"), "partner: north\nnaem: North\nrole: retailer\ncurrency: EUR\n");
        var failure = catchThrowable(() -> PartnerFiles.load(folder, name -> null, (format, document) -> List.of()));

        var analysis = analyzer.analyze(new IllegalStateException("bean", new RuntimeException(failure)));

        assertThat(analysis.getDescription()).contains("north.yaml line 2: unknown key 'naem'; did you mean 'name'?");
    }

    @Test
    void namesATakenPortAndTheSettingThatChangesIt() {
        var analysis = analyzer.analyze(new IllegalStateException(new PortTaken(2222, "relais.dropbox.port")));

        assertThat(analysis.getDescription()).contains("port 2222 is taken", "--relais.dropbox.port=PORT");
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(analyzer.analyze(new IllegalStateException("something else")))
                .isNull();
    }
}
