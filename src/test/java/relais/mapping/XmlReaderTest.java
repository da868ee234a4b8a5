package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no XML, or too much of it, is a finding; nothing outside of the bytes is looked at. */
class XmlReaderTest {

    private static final Path INVOICE = Path.of("mappings/ubl/Invoice/examples/two-lines.xml");

    private final XmlMapping mapping = Mappings.load(Path.of("mappings")).xml("ubl/Invoice");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                                                      | line 1, column 1: XML_INVALID",
                "no XML                                                  | line 1, column 1: XML_INVALID",
                "<Invoice>                                               | line 1, column 10: XML_INVALID",
                "<Invoice></Order>                                       | line 1, column 12: XML_INVALID",
                "<Invoice>&x;</Invoice>                                  | line 1, column 13: XML_INVALID",
                "<!DOCTYPE x><Invoice/>                                  | line 1, column 13: XML_INVALID document types are refused",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x'><Invoice/>    | line 1, column 43: XML_INVALID document types are refused",
                "<Invoice/>                                              | /{}Invoice, line 1: UNREADABLE_INPUT",
                "<a:Invoice/>                                            | line 1, column 13: XML_INVALID",
            })
    void refuses(String text, String finding) {
        var findings = mapping.read(text.getBytes(UTF_8), Map.of()).findings();

        assertThat(findings).singleElement().asString().startsWith(finding);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        var text = "<a>".repeat(XmlReader.DEPTH_MAX + 1) + "</a>".repeat(XmlReader.DEPTH_MAX + 1);

        var findings = mapping.read(text.getBytes(UTF_8), Map.of()).findings();

        assertThat(findings).singleElement().asString().endsWith("LIMIT_REACHED depthMax is 50");
    }

    @Test
    void refusesTooManyElements() {
        var text = "<a>" + "<b/>".repeat(XmlReader.ELEMENTS_MAX) + "</a>";

        var findings = mapping.read(text.getBytes(UTF_8), Map.of()).findings();

        assertThat(findings).singleElement().asString().endsWith("LIMIT_REACHED elementsMax is 500000");
    }

    @Test
    void refusesTooManyBytes() {
        var findings = mapping.read(new byte[XmlReader.BYTES_MAX + 1], Map.of()).findings();

        assertThat(findings).singleElement().asString().endsWith("bytesMax is 20000000");
    }

    @Test
    void readsTheEncodingThatIsDeclared() throws IOException {
        var text = Files.readString(INVOICE).replace("UTF-8", "UTF-16");

        var reading = mapping.read(text.getBytes(UTF_16), Map.of("partner", "p"));

        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void neverFailsOnDamagedBytes() throws IOException {
        var random = new Random(1);
        for (var i = 0; i < 300; i++) {
            var bytes = Files.readAllBytes(INVOICE);
            for (var n = random.nextInt(4); n >= 0; n--)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);

            assertThatCode(() -> mapping.read(bytes, Map.of("partner", "p"))).doesNotThrowAnyException();
        }
    }
}
