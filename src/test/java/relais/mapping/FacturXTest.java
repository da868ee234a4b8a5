package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mustangproject.ZUGFeRD.ZUGFeRDInvoiceImporter;
import relais.document.Invoice;
import relais.finding.FindingCode;

/** An invoice in a PDF is the same for people, for us, and for the library that others read it with. */
class FacturXTest {

    private static final Path EXAMPLE = Path.of("mappings/cii/Invoice/examples/two-lines.xml");
    private static final Map<String, String> GIVEN = Map.of("partner", "galeries-sud");

    private final XmlMapping mapping = Mappings.load(Path.of("mappings")).xml("cii/Invoice");
    private final FacturX facturX = new FacturX(mapping);

    private Invoice invoice() throws IOException {
        return (Invoice)
                mapping.read(Files.readAllBytes(EXAMPLE), GIVEN).document().orElseThrow();
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        var pdf = facturX.write(invoice()).bytes();

        var reading = facturX.read(pdf, GIVEN);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.document()).contains(invoice());
    }

    @Test
    void peopleReadTheSame() throws IOException {
        try (var pdf = Loader.loadPDF(facturX.write(invoice()).bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Maison Lumen", "INVOICE R-7001 of 2026-03-06", "Lampe Aurora, noire", "279.18");
        }
    }

    @Test
    void othersFindTheXmlAndCountTheSame() throws Exception {
        var importer = new ZUGFeRDInvoiceImporter(
                new java.io.ByteArrayInputStream(facturX.write(invoice()).bytes()));

        assertThat(importer.getUTF8()).isEqualTo(Files.readString(EXAMPLE));
    }

    @Test
    void saysWhatIsNoInvoice() {
        assertThat(facturX.read("no PDF".getBytes(UTF_8), GIVEN).findings())
                .singleElement()
                .extracting(finding -> finding.code())
                .isEqualTo(FindingCode.UNREADABLE_INPUT);
    }
}
