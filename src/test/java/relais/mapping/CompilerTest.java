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

/** A mistake in a mapping names the file, the line, what is wrong and the nearest right name. */
class CompilerTest {

    private static final Path ORDERS = Path.of("src/test/resources/relais/mapping/850.yaml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document: Order            | document: Ordr              | 4  | unknown 'Ordr'; did you mean 'Order'?",
                "2: consumerOrderNumber     | 2: consumerOrderNumbr       | 8  | unknown path 'consumerOrderNumbr'; did you mean 'consumerOrderNumber'?",
                "PO1 each lines             | PO1 each line              | 25 | unknown path 'line'",
                "PO1 each lines             | PO1 in lines               | 25 | 'lines' is no part of the document to stand in",
                "PO1 each lines             | PO1 each lines[lin=1]      | 25 | unknown path 'lin'",
                "PO1 each lines             | PO1 each lines[quantity]   | 25 | 'quantity' is no single value",
                "PO1 each lines             | PO1 each lines[lineNumber=x] | 25 | 'x' is not a whole number",
                "4: unitPrice               | 4: quantity                | 28 | 'quantity' is no single value",
                "4: unitPrice               | 4: {to: unitPrice, minus: x=76} | 28 | 'x=76' is no condition",
                "3: number                  | 3: {to: number, minus: 1=76} | 6 | only a number can be less than zero",
                "4: unitPrice               | 4: ^currenc                | 28 | unknown path 'currenc'; did you mean 'currency'?",
                "3: number                  | 3: ^number                 | 6  | there is nothing around this for '^number'",
                "4: unitPrice               | otherwise: {lineNumber: x} | 28 | unknown path 'x'",
                "4: unitPrice               | 4..5 each line: {4: x}     | 28 | unknown path 'line'",
                "4: unitPrice               | 4,: unitPrice              | 28 | '4,' is no element: write 3, or 2.1 for a component",
                "codes: unit                | codes: units               | 27 | unknown code table 'units'; did you mean 'unit'?",
                "2: requestedOn             | 2: {to: requestedOn, formt: 1} | 9 | unknown key 'formt'; known are to",
                "2: requestedOn             | 2: {to: requestedOn, when: lines=x} | 9 | 'x' is no value of 'lines'",
                "2: requestedOn             | 2: {to: requestedOn, when: '!line'} | 9 | unknown path 'line'",
                "DTM[1=002]                 | DTM[MSG=1]                | 9  | 'MSG=1' is no condition; write 1=ST, 1=ST|SF, 4, !4, MAN, !MAN or HL.3=I",
                "'N1[1=BY] in buyer'        | 'N1[1=BY in buyer'         | 10 | 'N1[1=BY in buyer' lacks its ']'",
                "count: lines               | count: number              | 36 | 'number' is no list to count",
                "4: unitPrice               | 4: {const: x}              | 2  | 'lines.unitPrice' is neither mapped nor listed under notCarried",
            })
    void namesLineAndRemedy(String right, String wrong, int line, String text) throws IOException {
        var file = YamlFile.parse("850.yaml", Files.readString(ORDERS).replace(right, wrong));

        Compiler.compile("x12/850", file, Map.of("unit", Map.of("EA", "EA")));

        assertThat(file.findings().stream().map(Finding::toString)).anySatisfy(finding -> assertThat(finding)
                .startsWith("850.yaml line " + line + ": FILE_INVALID " + text));
    }

    @Test
    void findsNothingWrongInTheFileItself() throws IOException {
        var file = YamlFile.parse("850.yaml", Files.readString(ORDERS));

        Compiler.compile("x12/850", file, Map.of("unit", Map.of("EA", "EA")));

        assertThat(file.findings()).isEmpty();
    }
}
