package relais.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ErpAnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final String ORDER = """
            {"type": "Order", "number": "4711", "partner": "acme-retail", "issuedOn": "2026-03-01", "currency": "USD",
             "buyer": {"id": "B"}, "seller": {"id": "S"}, "lines": [
              {"lineNumber": 1, "item": {"gtin": "05412345000105"}, "quantity": {"value": 2, "unit": "EA"}, "unitPrice": 12.50},
              {"lineNumber": 2, "item": {"gtin": "05412345000112"}, "quantity": {"value": 3, "unit": "EA"}, "unitPrice": 0.335}]}
            """;

    @Test
    void acceptsShipsAndChargesAnOrder() throws Exception {
        var answers = new ErpAnswers(order(), TODAY).all();

        assertThat(answers)
                .extracting(
                        a -> a.path("type").asText() + " " + a.path("number").asText())
                .containsExactly("OrderResponse R-AR-4711", "DespatchAdvice S-AR-4711", "Invoice I-AR-4711");
        assertThat(answers).allMatch(a -> a.path("orderNumber").asText().equals("4711"));
    }

    @Test
    void chargesPricesTimesQuantitiesRoundedPerLine() throws Exception {
        var invoice = new ErpAnswers(order(), TODAY).all().get(2);

        assertThat(invoice.path("lines").get(0).path("netAmount").decimalValue())
                .isEqualByComparingTo("25.00");
        assertThat(invoice.path("lines").get(1).path("netAmount").decimalValue())
                .isEqualByComparingTo("1.01");
        assertThat(invoice.path("payableAmount")).hasToString("26.01");
        assertThat(invoice.path("lines").get(0).path("netAmount")).hasToString("25.00");
        assertThat(invoice.path("dueOn").asText()).isEqualTo("2026-04-01");
    }

    @Test
    void givesThePackageAnSsccWithTheRightCheckDigit() throws Exception {
        var sscc = new ErpAnswers(order(), TODAY)
                .all()
                .get(1)
                .path("packages")
                .get(0)
                .path("sscc")
                .asText();

        assertThat(sscc).hasSize(18).startsWith("05412345");
        assertThat(ErpAnswers.checkDigit("629104150021"))
                .as("the example on GS1's site")
                .isEqualTo(3);
    }

    @Test
    void answersTheSameOrderAlike() throws Exception {
        assertThat(new ErpAnswers(order(), TODAY).all()).isEqualTo(new ErpAnswers(order(), TODAY).all());
    }

    private static JsonNode order() throws Exception {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(ORDER);
    }
}
