package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsTest {

    private static final String OVERLAY = """
            base: x12/846
            versions:
              - from: 2026-01-01
                changes: [{require: "LIN/DTM[1=018]"}]
            """;

    @TempDir
    Path folder;

    private Session session;

    /** The project's stock report, with a partner's overlay. */
    @BeforeEach
    void copy() throws IOException {
        session = new Session(folder);
        copy("x12/codes.yaml");
        copy("x12/846/mapping.yaml");
        for (var name : Files.list(Path.of("mappings/x12/846/examples")).toList())
            copy("x12/846/examples/" + name.getFileName());
        write("partners/acme/846.yaml", OVERLAY);
    }

    @Test
    void everyExampleHolds() {
        assertThat(session.run("map", "test")).isZero();
        assertThat(session.output()).matches("(\\d+) of \\1 hold\\n");
    }

    @Test
    void showsWhatDiffersSideBySide() throws IOException {
        var example = folder.resolve("mappings/x12/846/examples/two-lines.json");
        Files.writeString(
                example,
                Files.readString(example).replaceFirst("\"issuedOn\": *\"[^\"]*\"", "\"issuedOn\": \"2020-02-02\""));

        var code = session.run("map", "test", "x12/846");

        assertThat(code).isEqualTo(1);
        assertThat(session.output())
                .contains("x12/846/examples/two-lines.edi read")
                .containsPattern("\"issuedOn\" : \"2020-02-02\", +\\| +\"issuedOn\" : ")
                .containsPattern("BIA[^\\n]* \\| BIA[^\\n]*20200202");
    }

    @Test
    void printsTheGuideOfAPartner() {
        assertThat(session.run("map", "show", "846", "--partner", "acme")).isZero();

        assertThat(session.out().get(0)).isEqualTo("partners/acme/846: InventoryReport as X12 846");
        assertThat(session.output()).containsPattern("DTM\\[1=018] +Date/Time Reference +required");
    }

    @Test
    void printsTheGuideAsAPage() {
        assertThat(session.run("map", "show", "x12/846", "--html")).isZero();

        assertThat(session.output()).startsWith("<!DOCTYPE html>").contains("<th scope=\"row\"", "Date/Time Reference");
    }

    @Test
    void showsASampleInTheGuideOfAPartner() throws IOException {
        write("partners/acme/846.yaml", OVERLAY.replace("LIN/DTM[1=018]", "LIN"));

        assertThat(session.run("map", "show", "846", "--partner", "acme", "--html", "--sample"))
                .isZero();

        assertThat(session.output())
                .contains("<h2>Sample</h2>")
                .containsPattern(
                        "<th scope=\"row\"[^>]*>BIA</th><th>Beginning Segment for Inventory Inquiry/Advice</th>"
                                + "<th colspan=\"2\"><code>BIA\\*00\\*SI\\*I-3001\\*20260305</code></th>")
                .containsPattern("<td[^>]*>1</td><td>Transaction Set Purpose Code</td><td>00</td><td>Original</td>");
    }

    @Test
    void showsTheSampleAsTextToo() {
        assertThat(session.run("map", "show", "x12/846", "--sample")).isZero();

        assertThat(session.output()).contains("\nSample\n").containsPattern("BIA  Beginning Segment [^\\n]+  #2 @");
    }

    @Test
    void hasNoSampleWhereNoExampleIsAccepted() throws IOException {
        write("partners/acme/846.yaml", OVERLAY.replace("require: \"LIN/DTM[1=018]\"", "forbid: BIA"));

        assertThat(session.run("map", "show", "846", "--partner", "acme", "--sample"))
                .isEqualTo(2);

        assertThat(session.errors()).contains("cannot read partners/acme/846: there is no example that it accepts");
    }

    @Test
    void saysWhatAnOverlayChanges() {
        assertThat(session.run("map", "diff", "x12/846", "partners/acme/846")).isEqualTo(1);

        assertThat(session.out()).containsExactly("LIN/DTM[1=018] is required");
    }

    @Test
    void namesTheNearestMappingOfAMisspeltOne() {
        assertThat(session.run("map", "show", "x12/864")).isEqualTo(2);

        assertThat(session.errors()).contains("no mapping 'x12/864'; did you mean 'x12/846'?");
    }

    private void copy(String name) throws IOException {
        write(name, Files.readString(Path.of("mappings").resolve(name)));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve("mappings").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
