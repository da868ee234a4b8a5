package relais.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;

class SettledFilesTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void holdsBackAFileThatIsStillGrowing() {
        var settled = new SettledFiles(0);

        for (var size = 0; size < 5; size++)
            assertThat(settled.accept(file("orders.x12", size))).isFalse();
        assertThat(settled.accept(file("orders.x12", 4))).isTrue();
    }

    @Test
    void waitsUntilAFileHasStayedTheSameForLongEnough() {
        var settled = new SettledFiles(200);
        var start = System.nanoTime();

        await().atMost(LIMIT).until(() -> settled.accept(file("orders.x12", 10)));

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000);
    }

    private static GenericFile<Object> file(String name, long size) {
        var file = new GenericFile<Object>();
        file.setAbsoluteFilePath(name);
        file.setFileLength(size);
        file.setLastModified(1);
        return file;
    }
}
