package relais;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.BadInputs.order;
import static relais.BadInputs.ordersMessage;
import static relais.BadInputs.problem;
import static relais.BadInputs.receipt;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Whatever partners get wrong is stored, answered, and listed in the console with one sentence on what to do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {

    private static final int LIMIT_BYTES = 1 << 16;
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};

    @TempDir
    static Path data;

    private static BadInputs partners;

    @BeforeAll
    static void start() {
        partners = new BadInputs(Hub.start(data, "--relais.mailbox.receipt-bytes-max=" + LIMIT_BYTES));
    }

    @AfterAll
    static void stop() {
        partners.hub().close();
    }

    // --- who sends ---

    @Test
    void answersAnUnknownSenderOfX12WithTa1() throws Exception {
        partners.put("unknown-sender.x12", order(301).replace("01*081466849      *ZZ", "01*099999999      *ZZ"));

        assertThat(partners.listed("unknown-sender.x12")).containsExactly("Order rejected SENDER_UNKNOWN");
        assertThat(partners.acmeGot("TA1*000000301*260223*0830*R*006~")).isTrue();
    }

    @Test
    void rejectsAnInterchangeWhoseHeaderIsInError() throws Exception {
        partners.put("control-number.x12", order(305).replace("000000305", "00000A305"));

        assertThat(partners.listed("control-number.x12")).containsExactly("Order rejected ELEMENT_NOT_NUMERIC");
        assertThat(partners.acmeGot("TA1*00000A305*260223*0830*R*018~")).isTrue();
    }

    @Test
    void answersAnUnknownSenderOfEdifactWithContrl() throws Exception {
        var answer = partners.post(
                "galeries-sud",
                "application/edifact",
                ordersMessage(302).replace("3012345000017:14+5", "3099999000017:14+5"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(partners.listed(receipt(answer))).containsExactly("Order rejected SENDER_UNKNOWN");
        assertThat(partners.galeriesGot("UCI+302+3099999000017:14+5412345000013:14+4+23"))
                .isTrue();
    }

    @Test
    void refusesAPartnersInterchangeOnTheChannelOfAnother() throws Exception {
        var answer = partners.post("galeries-sud", "application/edi-x12", order(303));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(partners.listed(receipt(answer)))
                .containsExactly("Unreadable rejected DOCUMENT_NOT_AGREED, SENDER_NOT_ON_CHANNEL");
        assertThat(partners.galeriesGot("TA1*000000303*260223*0830*R*006~")).isTrue();
    }

    @Test
    void storesNothingFromStrangers() throws Exception {
        var before = partners.hub().count("select count(*) from receipt");

        for (var key : List.of("", "guessed")) {
            var answer = partners.post("X-API-Key", key, "application/json", "{}".getBytes(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(problem(answer).path("detail").asText())
                    .isEqualTo("Send the key you were given as header X-API-Key.");
        }
        assertThat(partners.post("X-Other", "none", "application/json", "{}".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(401);
        assertThat(partners.hub().count("select count(*) from receipt")).isEqualTo(before);
    }

    // --- bytes ---

    @Test
    void parksUnreadableBytesFromAServer() throws Exception {
        partners.put("picture.x12", PICTURE);

        assertThat(partners.listed("picture.x12")).containsExactly("Unreadable rejected UNREADABLE_INPUT");
        assertThat(partners.state("picture.x12")).isEqualTo("parked");
    }

    @Test
    void parksWhatOnlyBeginsLikeAnInterchange() throws Exception {
        partners.put("invoice.txt", "Invoice 4711, please pay until Friday");

        assertThat(partners.listed("invoice.txt")).containsExactly("Unreadable rejected UNREADABLE_INPUT");
        assertThat(partners.state("invoice.txt")).isEqualTo("parked");
    }

    @Test
    void refusesUnreadableBytesOverHttp() throws Exception {
        for (var bytes : List.of(PICTURE, "Undecipherable".getBytes(UTF_8), new byte[] {(byte) 0xff, (byte) 0xfe, 0})) {
            var answer = partners.post("galeries-sud", "application/octet-stream", bytes);
            partners.hub().untilQuiet();

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(problem(answer).path("detail").asText())
                    .startsWith("Send X12 (starting with ISA), EDIFACT (UNA or UNB)");
            assertThat(partners.listed(receipt(answer))).containsExactly("Unreadable rejected UNREADABLE_INPUT");
        }
    }

    @Test
    void parksAnEmptyFile() throws Exception {
        partners.put("empty.x12", "");

        assertThat(partners.listed("empty.x12")).containsExactly("Unreadable rejected EMPTY_INPUT");
        assertThat(partners.state("empty.x12")).isEqualTo("parked");
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        var answer = partners.post("galeries-sud", "application/edifact", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).path("detail").asText()).isEqualTo("Send the document as the body of the request.");
        assertThat(partners.listed(receipt(answer))).containsExactly("Unreadable rejected EMPTY_INPUT");
    }

    @Test
    void keepsTheBeginningOfAnOverlongBody() throws Exception {
        var answer = partners.post("storefront", "application/json", "{" + " ".repeat(LIMIT_BYTES) + "}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).path("detail").asText()).isEqualTo("Split the input, or agree on a higher limit.");
        assertThat(partners.listed(receipt(answer))).containsExactly("Unreadable parked INPUT_TOO_LARGE");
        assertThat(partners.hub().count("select size_bytes from receipt where id = '" + receipt(answer) + "'"))
                .isEqualTo(LIMIT_BYTES);
    }

    @Test
    void keepsTheBeginningOfAnOverlongFile() throws Exception {
        partners.put("overlong.x12", order(304) + " ".repeat(LIMIT_BYTES));

        assertThat(partners.listed("overlong.x12")).containsExactly("Unreadable parked INPUT_TOO_LARGE");
        assertThat(partners.state("overlong.x12")).isEqualTo("parked");
    }

    // --- the API ---

    @Test
    void saysWhichMediaTypesAreRead() throws Exception {
        var answer = partners.post("storefront", "image/png", "{}");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(problem(answer).path("detail").asText()).startsWith("Send X12 or EDIFACT as");
    }

    @Test
    void saysWhereToLookForAnUnknownDocument() throws Exception {
        for (var id : List.of("00000000-0000-4000-8000-000000000404", "nonsense")) {
            var answer = partners.get("storefront", "/api/documents/" + id);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(problem(answer).path("detail").asText()).contains("follow the Location");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stillTakesGoodOrdersAfterAllOfThat() throws Exception {
        partners.put("good.x12", order(390));

        assertThat(partners.listed("good.x12")).containsExactly("Order accepted");
        assertThat(partners.acmeGot("AK2*850*0001~AK5*A~AK9*A*1*1*1~")).isTrue();
        partners.hub()
                .eventually(() -> partners.accepted("INV-ACME-390") == 1
                        || partners.hub()
                                        .count(
                                                "select count(*) from document where type = 'Invoice' and order_number = 'ACME-390' and direction = 'in'")
                                == 1);
        assertThat(partners.hub().count("select count(*) from receipt where state = 'received' or attempts > 0"))
                .isZero();
    }
}
