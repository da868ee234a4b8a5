package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.mustangproject.validator.ZUGFeRDValidator;

/** A PDF that we wrote is valid by Mustang's validator: PDF/A-3 as veraPDF checks it, the XML by the rules of Factur-X and EN 16931. */
class FacturXValidationTest {

    private static final Path EXAMPLE = Path.of("mappings/cii/Invoice/examples/two-lines.json");
    private static final FacturX FACTUR_X =
            new FacturX(Mappings.load(Path.of("mappings")).xml("cii/Invoice"));

    private final ZUGFeRDValidator validator = new ZUGFeRDValidator();

    private String report(byte[] pdf) {
        return validator.validate(pdf, "invoice.pdf");
    }

    private static byte[] written(String json) {
        var invoice = new Json().read(json.getBytes(UTF_8)).document().orElseThrow();
        return FACTUR_X.write(invoice).bytes();
    }

    private static byte[] withoutMetadata(byte[] bytes) throws IOException {
        var stripped = new ByteArrayOutputStream();
        try (var pdf = Loader.loadPDF(bytes)) {
            pdf.getDocumentCatalog().setMetadata(null);
            pdf.save(stripped);
        }
        return stripped.toByteArray();
    }

    @Test
    void nothingIsWrongWithWhatWeWrite() throws IOException {
        var report = report(written(Files.readString(EXAMPLE)));

        assertThat(validator.wasCompletelyValid()).as(report).isTrue();
        assertThat(report).contains("flavour=3", "isCompliant=true", "<profile>urn:cen.eu:en16931:2017</profile>");
        assertThat(report).doesNotContain("<error", "<exception");
    }

    @Test
    void aWrongTotalIsRefused() throws IOException {
        var report = report(written(Files.readString(EXAMPLE).replace("279.18", "279.19")));

        assertThat(validator.wasCompletelyValid()).isFalse();
        assertThat(report).contains("isCompliant=true", "[BR-CO-15]");
    }

    @Test
    void aPdfWithoutMetadataIsRefused() throws IOException {
        var report = report(withoutMetadata(written(Files.readString(EXAMPLE))));

        assertThat(validator.wasCompletelyValid()).isFalse();
        assertThat(report).contains("Not a PDF/A-3");
    }
}
