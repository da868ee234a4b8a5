package relais.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.ubl.UBLValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.document.Invoice;

/** What we write is valid by the schemas of its makers, and by the Schematron of EN 16931 and of Peppol, as phive runs them. */
class XmlValidationTest {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES = rules();
    private static final String UBL = "org.oasis-open:";

    /** The rules that each mapping's documents have to pass. */
    private static final Map<String, List<String>> BY_MAPPING = Map.of(
            "ubl/Invoice",
            List.of("eu.cen.en16931:ubl:1.3.16", "eu.peppol.bis3:invoice:2026.5"),
            "ubl/CreditNote",
            List.of("eu.cen.en16931:ubl-creditnote:1.3.16", "eu.peppol.bis3:creditnote:2026.5"),
            "cii/Invoice",
            List.of("eu.cen.en16931:cii:1.3.16"));

    /** A supplier's own XML has no rules but its own. */
    static Stream<Path> examples() {
        return XmlExamplesTest.written().stream().filter(file -> XmlExamplesTest.mapping(file) instanceof XmlMapping);
    }

    private static ValidationExecutorSetRegistry<IValidationSourceXML> rules() {
        var rules = new ValidationExecutorSetRegistry<IValidationSourceXML>();
        EN16931Validation.initEN16931(rules);
        UBLValidation.initUBL21(rules);
        PeppolValidation.initStandard(rules);
        return rules;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExamplePassesTheRules(Path file) throws Exception {
        var id = XmlExamplesTest.mapping(file).id();
        for (var rules : BY_MAPPING.getOrDefault(id, List.of(schema(id))))
            assertThat(complaints(rules, Files.readAllBytes(file))).as(rules).isEmpty();
    }

    /** Whatever the values, the elements are in the right places. */
    @Test
    void whatIsWrittenAtRandomFitsTheSchema() throws Exception {
        for (var mapping : XmlExamplesTest.MAPPINGS.allXml()) {
            if (!mapping.id().startsWith("ubl/")) continue;
            for (var seed = 0; seed < 20; seed++) {
                var document = new RandomDocuments(new Random(seed), "abc123 &<").of(mapping.document());

                assertThat(complaints(
                                schema(mapping.id()), mapping.write(document).bytes()))
                        .as(mapping.id() + " " + seed)
                        .isEmpty();
            }
        }
    }

    /** Lines, prices, charges and rates of tax at random, with totals that add up. */
    @ParameterizedTest
    @ValueSource(strings = {"ubl/Invoice", "cii/Invoice"})
    void anInvoiceThatAddsUpPassesTheRules(String id) throws Exception {
        var json = Files.readAllBytes(Path.of("mappings", id, "examples/two-lines.json"));
        var between = (Invoice) new Json().read(json).document().orElseThrow();
        var invoices = new RandomInvoices(new Random(7), between);
        for (var count = 0; count < 25; count++) {
            var written =
                    XmlExamplesTest.MAPPINGS.xml(id).write(invoices.next()).bytes();

            for (var rules : BY_MAPPING.get(id))
                assertThat(complaints(rules, written))
                        .as(rules + "\n" + new String(written, UTF_8))
                        .isEmpty();
        }
    }

    @Test
    void aWrongSumIsFound() throws Exception {
        var file = Path.of("mappings/ubl/Invoice/examples/rejected-wrong-total.xml");

        assertThat(complaints("eu.cen.en16931:ubl:1.3.16", Files.readAllBytes(file)))
                .extracting(Complaint::rule)
                .contains("BR-CO-10");
    }

    private static String schema(String id) {
        var name = id.substring(id.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        return UBL + name + ":2.1";
    }

    /** @param place the elements on the way, without the document's own and without numbers: {@code cac:Party/cbc:EndpointID} */
    record Complaint(String rule, String place, String text) {

        static Complaint of(IError error) {
            var way = error.hasErrorFieldName() ? error.getErrorFieldName().replaceAll("\\[[^]]*]", "") : "";
            var names = way.replaceFirst("^/[^/]*/?", "");
            return new Complaint(error.getErrorID(), names, error.getErrorText(Locale.ENGLISH));
        }
    }

    /** Errors and warnings alike. */
    static List<Complaint> complaints(String id, byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        var rules = RULES.getOfID(DVRCoordinate.parseOrThrow(id));
        assertThat(rules).as(id).isNotNull();
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(), rules, ValidationSourceXML.create(null, document));
        var complaints = new ArrayList<Complaint>();
        for (var result : results) result.getErrorList().forEach(error -> complaints.add(Complaint.of(error)));
        return complaints;
    }
}
