package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.finding.Finding;
import relais.yaml.YamlFile;

/** A mistake in the mapping of an XML format names the file, the line, what is wrong and the nearest right name. */
class XmlCompilerTest {

    private static final Path INVOICE = Path.of("mappings/ubl/Invoice/mapping.yaml");
    private static final Map<String, Map<String, String>> TABLES = Map.of(
            "unit", Map.of("EA", "EA"),
            "charge", Map.of("true", "CHARGE"),
            "reference", Map.of("Quote", "QUOTE"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cbc:ID: number             | cbc:ID: numbr               | unknown path 'numbr'; did you mean 'number'?",
                "- cbc:Note: note           | - cb:Note: note             | unknown prefix in 'cb:Note'; did you mean 'cbc'?",
                "InvoiceLine each lines     | InvoiceLine each line       | unknown path 'line'",
                "InvoiceLine each lines     | InvoiceLine in lines        | 'lines' is no part of the document to stand in",
                "InvoiceLine each lines     | InvoiceLine of lines        | 'cac:InvoiceLine of lines' is no key: write",
                "[kind=CONTRACT]            | [kind=CONTRAKT]             | 'CONTRAKT' is not one of BLANKET_ORDER",
                "[kind=CONTRACT]            | [kin=CONTRACT]              | unknown path 'kin'; did you mean 'kind'?",
                "cbc:DueDate: dueOn         | cbc:DueDate: buyer          | 'buyer' is no single value",
                "cbc:DueDate: dueOn         | cbc:DueDate: {to: dueOn, formt: x} | unknown key 'formt'; known are to",
                "cbc:DueDate: dueOn         | cbc:DueDate: {to: dueOn, formatIn: format} | formatIn names the attribute",
                "cbc:DueDate: dueOn         | cbc:DueDate@x: dueOn        | an attribute stands inside its element",
                "codes: unit                | codes: units                | unknown code table 'units'; did you mean 'unit'?",
                "when: category=E           | when: category=E=F          | 'category=E=F' is no condition",
                "where: kind=CHARGE         | where: kind=CHARG           | 'CHARG' is not one of ALLOWANCE, CHARGE",
                "sum: lines.netAmount       | sum: lines                  | 'lines' is no number to sum",
                "sum: lines.netAmount       | sum: line.netAmount         | 'line.netAmount' leads through no list",
                "cbc:Note: note             | cbc:Note: {const: x}        | 'note' is neither mapped nor listed under notCarried",
                "cbc:DueDate: dueOn         | cbc:DueDate: /du            | unknown path 'du'",
            })
    void namesLineAndRemedy(String right, String wrong, String text) throws IOException {
        var source = Files.readString(INVOICE);
        var file = YamlFile.parse("Invoice.yaml", source.replace(right, wrong));

        XmlCompiler.compile("ubl/Invoice", file, TABLES);

        assertThat(file.findings().stream().map(Finding::toString)).anySatisfy(finding -> assertThat(finding)
                .startsWith("Invoice.yaml line " + line(source, right, text) + ": FILE_INVALID " + text));
    }

    /** What is missing is reported of the file, anything else where it stands: a rule where what is inside of it begins. */
    private static long line(String source, String right, String text) {
        if (text.contains("neither mapped")) return 2;
        var line = source.substring(0, source.indexOf(right)).lines().count();
        return right.endsWith("each lines") ? line + 1 : line;
    }

    @Test
    void findsNothingWrongInTheFileItself() throws IOException {
        var file = YamlFile.parse("Invoice.yaml", Files.readString(INVOICE));

        XmlCompiler.compile("ubl/Invoice", file, TABLES);

        assertThat(file.findings()).isEmpty();
    }
}
