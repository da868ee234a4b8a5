package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.document.DocumentType;
import relais.finding.Finding;
import relais.yaml.YamlFile;

/** Stylesheets do what they are asked for and nothing else, and say what is wrong with them. */
class XsltMappingTest {

    private static final Map<String, XmlMapping> BASES =
            Map.of("ubl/DespatchAdvice", XmlExamplesTest.MAPPINGS.xml("ubl/DespatchAdvice"));
    private static final String YAML = """
            xml: note
            base: ubl/DespatchAdvice
            xslt: {read: read.xslt, write: write.xslt}
            """;
    private static final String SHEET = """
            <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:template match="/">%s</xsl:template>
              <xsl:template name="again"><a><xsl:call-template name="again"/></a></xsl:template>
            </xsl:stylesheet>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void twoStylesheets() throws IOException {
        sheet("read.xslt", "<note/>");
        sheet("write.xslt", "<note/>");
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        Files.delete(folder.resolve("read.xslt"));

        assertThat(mistakes(YAML))
                .containsExactly(
                        "mapping.yaml line 3: FILE_INVALID there is no read.xslt in the folder of the mapping");
        assertThat(mistakes(YAML.replace("Advice", "Advise")))
                .contains("mapping.yaml line 2: FILE_INVALID unknown 'ubl/DespatchAdvise'; did you mean"
                        + " 'ubl/DespatchAdvice'?");
        assertThat(mistakes(YAML.replace("write:", "wirte:")))
                .anyMatch(text -> text.startsWith("mapping.yaml line 3: FILE_INVALID unknown key 'wirte'"));
    }

    @Test
    void aStylesheetThatIsNoneIsNamed() throws IOException {
        sheet("write.xslt", "<xsl:value-of select='count('/>");
        assertThat(mistakes(YAML))
                .containsExactly("mapping.yaml line 3: FILE_INVALID write.xslt: Syntax error in 'count('.");

        sheet("write.xslt", "<note>");
        assertThat(mistakes(YAML))
                .containsExactly(
                        "mapping.yaml line 3: FILE_INVALID write.xslt line 2, column 35: XML_INVALID The element type \"note\" must be"
                                + " terminated by the matching end-tag \"</note>\".");
    }

    @Test
    void nothingElseIsReadOrCalled() throws IOException {
        Files.writeString(folder.resolve("other.xml"), "<secret/>");
        sheet(
                "read.xslt",
                "<xsl:copy-of select=\"document('" + folder.resolve("other.xml").toUri() + "')\"/>");

        assertThat(read("<note/>")).singleElement().satisfies(text -> assertThat(text)
                .startsWith("UNREADABLE_INPUT read.xslt: Could not read")
                .contains("'other.xml', because 'file' access is not allowed"));
    }

    @Test
    void aStylesheetWithoutAnEndIsStopped() throws IOException {
        sheet("read.xslt", "<xsl:call-template name='again'/>");

        assertThat(read("<note/>")).containsExactly("UNREADABLE_INPUT read.xslt calls itself without an end");
    }

    @Test
    void whatTheBaseCannotReadIsSaidOfTheStylesheet() {
        assertThat(read("<note/>"))
                .containsExactly("/{}note: UNREADABLE_INPUT in what read.xslt makes of it: expected DespatchAdvice of"
                        + " ubl/DespatchAdvice, got {}note");
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        sheet("write.xslt", "<xsl:message terminate='yes'>no boxes today</xsl:message>");
        var document = new Json()
                .read(Files.readAllBytes(Path.of("mappings/ubl/DespatchAdvice/examples/two-packages.json")))
                .document()
                .orElseThrow();

        var writing = mapping().orElseThrow().write(document);

        assertThat(writing.bytes()).isEmpty();
        assertThat(writing.findings().stream().map(Finding::toString))
                .containsExactly("UNREADABLE_INPUT write.xslt: no boxes today");
    }

    @Test
    void onlyItsOwnRootElementIsRecognised() {
        var mapping = mapping().orElseThrow();

        assertThat(mapping.recognises("<?xml version='1.0'?><note/>".getBytes(UTF_8)))
                .isTrue();
        assertThat(mapping.recognises("<DespatchAdvice/>".getBytes(UTF_8))).isFalse();
        assertThat(mapping.document()).isEqualTo(DocumentType.DESPATCH_ADVICE);
    }

    private List<String> read(String xml) {
        var reading = mapping()
                .orElseThrow()
                .readAll(xml.getBytes(UTF_8), Map.of("partner", "verrerie-du-lac"))
                .get(0);
        assertThat(reading.document()).isEmpty();
        return reading.findings().stream().map(Finding::toString).toList();
    }

    private Optional<XsltMapping> mapping() {
        return XsltCompiler.compile("note", YamlFile.parse("mapping.yaml", YAML), folder, BASES);
    }

    private List<String> mistakes(String yaml) {
        var file = YamlFile.parse("mapping.yaml", yaml);
        assertThat(XsltCompiler.compile("note", file, folder, BASES)).isEmpty();
        return file.findings().stream().map(Finding::toString).toList();
    }

    private void sheet(String name, String body) throws IOException {
        Files.writeString(folder.resolve(name), SHEET.formatted(body));
    }
}
