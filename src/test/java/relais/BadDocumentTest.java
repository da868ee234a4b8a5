package relais;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.BadInputs.codes;
import static relais.BadInputs.invoice;
import static relais.BadInputs.order;
import static relais.BadInputs.ordersMessage;
import static relais.BadInputs.problem;
import static relais.BadInputs.receipt;
import static relais.BadInputs.webOrder;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Interchanges and documents that can be read but must not go on: what is stored, answered and listed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadDocumentTest {

    @TempDir
    static Path data;

    private static BadInputs partners;

    @BeforeAll
    static void start() {
        partners = new BadInputs(Hub.start(data));
    }

    @AfterAll
    static void stop() {
        partners.hub().close();
    }

    // --- interchanges ---

    @Test
    void asksForATruncatedX12InterchangeAgain() throws Exception {
        var whole = order(305);
        partners.put("truncated.x12", whole.substring(0, whole.indexOf("CTT*")));

        assertThat(partners.listed("truncated.x12"))
                .singleElement()
                .asString()
                .startsWith("Order rejected ")
                .contains("SET_TRAILER_MISSING", "TRUNCATED_INTERCHANGE");
        assertThat(partners.acmeGot("TA1*000000305*260223*0830*R*023~")).isTrue();

        partners.put("whole.x12", whole);

        assertThat(partners.listed("whole.x12")).containsExactly("Order accepted");
    }

    @Test
    void takesNoneOfTheSetsBeforeTheInputBreaksOff() throws Exception {
        var whole = order(306);
        partners.put("no-trailer.x12", whole.substring(0, whole.indexOf("GE*")));

        assertThat(partners.listed("no-trailer.x12"))
                .singleElement()
                .asString()
                .startsWith("Order rejected ")
                .contains("TRUNCATED_INTERCHANGE");
        assertThat(partners.acmeGot("TA1*000000306*260223*0830*R*023~")).isTrue();
    }

    @Test
    void asksForATruncatedEdifactInterchangeAgain() throws Exception {
        var whole = ordersMessage(307);
        var answer = partners.post("galeries-sud", "application/edifact", whole.substring(0, whole.indexOf("UNS+S")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(partners.listed(receipt(answer)))
                .singleElement()
                .asString()
                .contains("Order rejected", "TRUNCATED_INTERCHANGE");
        assertThat(partners.galeriesGot("UCI+307+3012345000017:14+5412345000013:14+4+13+UNZ"))
                .isTrue();
    }

    @Test
    void notesAWrongTrailerWithoutRejectingWhatItEnds() throws Exception {
        partners.put("wrong-count.x12", order(308).replace("IEA*1*", "IEA*2*"));

        assertThat(partners.listed("wrong-count.x12")).containsExactly("Order accepted INTERCHANGE_COUNT_MISMATCH");
        assertThat(partners.acmeGot("TA1*000000308*260223*0830*E*021~")).isTrue();
    }

    @Test
    void linksAnInterchangeThatComesTwiceToTheFirst() throws Exception {
        partners.put("first.x12", order(309));
        var orders = partners.hub().messagesIn("erp.orders").size();
        partners.put("second.x12", order(309));

        assertThat(partners.listed("first.x12")).containsExactly("Order accepted");
        assertThat(partners.listed("second.x12")).containsExactly("Repetition duplicate ALREADY_RECEIVED");
        assertThat(partners.hub()
                        .texts("select f.name from receipt r join receipt f on f.id = r.duplicate_of"
                                + " where r.name = 'second.x12'"))
                .containsExactly("first.x12");
        assertThat(partners.accepted("ACME-309")).isEqualTo(1);
        assertThat(partners.hub().messagesIn("erp.orders")).hasSize(orders);
    }

    @Test
    void answersAPostThatComesTwiceAsTheFirst() throws Exception {
        var first = partners.post("galeries-sud", "application/edifact", ordersMessage(310));
        var second = partners.post("galeries-sud", "application/edifact", ordersMessage(310));

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).contains("\"state\":\"duplicate\"");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(partners.accepted("GS-310")).isEqualTo(1);
    }

    @Test
    void refusesAnX12ControlNumberThatCameBeforeWithOtherContent() throws Exception {
        partners.put("number.x12", order(311));
        partners.put("number-again.x12", order(311).replace("ACME-311", "ACME-311-B"));

        assertThat(partners.listed("number.x12")).containsExactly("Order accepted");
        assertThat(partners.listed("number-again.x12"))
                .containsExactly("Order rejected INTERCHANGE_CONTROL_NUMBER_REUSED");
        assertThat(partners.acmeGot("TA1*000000311*260223*0830*R*025~")).isTrue();
    }

    @Test
    void refusesAnEdifactControlNumberThatCameBeforeWithOtherContent() throws Exception {
        partners.post("galeries-sud", "application/edifact", ordersMessage(312));
        var again = partners.post(
                "galeries-sud", "application/edifact", ordersMessage(312).replace("GS-312", "GS-312-B"));

        assertThat(partners.listed(receipt(again))).containsExactly("Order rejected INTERCHANGE_CONTROL_NUMBER_REUSED");
        assertThat(partners.galeriesGot("UCI+312+3012345000017:14+5412345000013:14+4+26"))
                .isTrue();
    }

    @Test
    void refusesADocumentNobodyAgreedOn() throws Exception {
        var set =
                "ST*846*0001~BIA*00*SI*S-1*20260302~N1*SE*Acme*92*77120~LIN*1*EN*5412345010012~QTY*33*5*EA~CTT*1~SE*7*0001~";
        var order = order(313).replace("GS*PO*", "GS*IB*");
        partners.put(
                "stock.x12", order.substring(0, order.indexOf("ST*850")) + set + order.substring(order.indexOf("GE*")));

        assertThat(partners.listed("stock.x12")).containsExactly("Unreadable rejected DOCUMENT_NOT_AGREED");
        assertThat(partners.acmeGot("AK2*846*0001~AK5*R*1~AK9*R*1*1*0*1~")).isTrue();
    }

    @Test
    void keepsAnInterchangeWhoseHeaderCannotBeWrittenBack() throws Exception {
        partners.put("header.x12", order(315).replace("*000000315*0*", "*\u0001BC/00315*0*"));

        assertThat(partners.listed("header.x12")).singleElement().asString().startsWith("Order ");
        assertThat(
                        partners.hub()
                                .texts(
                                        "select d.state || ' ' || f.code from document d join finding f on f.document = d.id"
                                                + " join receipt r on r.id = d.receipt where r.name = 'header.x12' and d.direction = 'out'"))
                .containsExactlyInAnyOrder("parked INTERCHANGE_HEADER_INVALID", "parked CHARACTER_NOT_ALLOWED");
    }

    // --- documents ---

    @Test
    void refusesAnOrderWhoseNumberWasAcceptedBefore() throws Exception {
        partners.put("order.x12", order(316));
        partners.put("order-again.x12", order(317).replace("ACME-317", "ACME-316"));

        assertThat(partners.listed("order-again.x12")).containsExactly("Order rejected DOCUMENT_NUMBER_REUSED");
        assertThat(partners.accepted("ACME-316")).isEqualTo(1);
        assertThat(partners.hub().count("select count(*) from fact where kind = 'order' and number = 'ACME-316'"))
                .isEqualTo(1);
        assertThat(partners.hub().messagesIn("erp.orders")).noneMatch(order -> order.contains("ACME-317"));
    }

    @Test
    void refusesAPostedOrderWhoseNumberWasAcceptedBefore() throws Exception {
        partners.post("storefront", "application/json", webOrder("WEB-318"));
        var again = partners.post("storefront", "application/json", webOrder("WEB-318") + "\n");
        var same = partners.post("storefront", "application/json", webOrder("WEB-318"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(codes(again)).containsExactly("DOCUMENT_NUMBER_REUSED");
        assertThat(partners.listed(receipt(again))).containsExactly("Order rejected DOCUMENT_NUMBER_REUSED");
        assertThat(same.statusCode()).isEqualTo(202);
        assertThat(partners.accepted("WEB-318")).isEqualTo(1);
    }

    @Test
    void listsEveryViolationOfTheSchemaWithItsPointer() throws Exception {
        var wrong = webOrder("WEB-319")
                .replace("\"value\": 1,", "\"value\": \"one\",")
                .replace("\"USD\"", "\"LUM\"");
        var answer = partners.post("storefront", "application/json", wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer).path("detail").asText()).isEqualTo("Correct the document to fit its JSON Schema.");
        assertThat(problem(answer).path("findings").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/currency", "/lines/0/quantity/value");
        assertThat(partners.listed(receipt(answer))).containsExactly("Order rejected SCHEMA_VIOLATED, SCHEMA_VIOLATED");
    }

    @Test
    void saysWhereJsonIsMalformed() throws Exception {
        var answer = partners.post("storefront", "application/json", "{\n  \"type\": \"Order\",\n  \"number\": }");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).path("findings").path(0).path("text").asText())
                .startsWith("line 3 column 1");
        assertThat(partners.listed(receipt(answer))).containsExactly("Unreadable rejected JSON_INVALID");
    }

    @Test
    void refusesAPostedDocumentNobodyAgreedOn() throws Exception {
        var report = """
                {"type": "InventoryReport", "number": "S-1", "issuedOn": "2026-03-02", "lines": [
                  {"lineNumber": 1, "item": {"gtin": "5412345010029"}, "quantity": {"value": 1, "unit": "EA"}}]}""";
        var answer = partners.post("storefront", "application/json", report);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(codes(answer)).containsExactly("DOCUMENT_NOT_AGREED");
    }

    @Test
    void listsWhatTheErpSaysAboutOrdersAndPartnersNobodyKnows() throws Exception {
        partners.put("invoiced.x12", order(320));

        assertThat(partners.fromErp(invoice("INV-320-A").replace("\"ACME-320\"", "\"ACME-404\"")))
                .containsExactly("Invoice rejected ORDER_UNKNOWN");
        assertThat(partners.fromErp(invoice("INV-320-B").replace("acme-retail", "nobody")))
                .containsExactly("Invoice rejected VALUE_INVALID");
        assertThat(partners.fromErp("{\"type\": \"Poem\"}")).containsExactly("Unreadable rejected SCHEMA_VIOLATED");
    }

    @Test
    void listsAnInvoiceThatTheLedgerCouldNotBook() throws Exception {
        partners.put("negative.x12", order(321));

        assertThat(partners.fromErp(
                        invoice("INV-321-A").replace("ACME-320", "ACME-321").replace("89.00", "-89.00")))
                .singleElement()
                .asString()
                .startsWith("Invoice rejected ")
                .contains("RULE_VIOLATED");
        assertThat(partners.fromErp(
                        invoice("INV-321-B").replace("ACME-320", "ACME-321").replace("89.00", "89.001")))
                .singleElement()
                .asString()
                .startsWith("Invoice rejected ")
                .contains("RULE_VIOLATED");
        assertThat(partners.hub().count("select count(*) from fact where number like 'INV-321-%'"))
                .isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stillTakesGoodOrdersAfterAllOfThat() throws Exception {
        partners.put("good-again.x12", order(391));

        assertThat(partners.listed("good-again.x12")).containsExactly("Order accepted");
        assertThat(partners.acmeGot("AK2*850*0001~AK5*A~AK9*A*1*1*1~")).isTrue();
        partners.hub()
                .eventually(() -> partners.accepted("INV-ACME-391") == 1
                        || partners.hub()
                                        .count(
                                                "select count(*) from document where type = 'Invoice' and order_number = 'ACME-391' and direction = 'in'")
                                == 1);
        assertThat(partners.hub().count("select count(*) from receipt where state = 'received' or attempts > 0"))
                .isZero();
    }
}
