package relais;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.document.Invoice;
import relais.embedded.BrokerServer;
import relais.mapping.Json;
import relais.mapping.Mappings;

/** Partners that trade in XML, tables and Factur-X: what they hand in, and what lies in their folders afterwards. */
class FileFormatsTest {

    private static final Path FILES = Path.of("src/test/resources/relais/files");

    @TempDir
    static Path folder;

    private static Hub hub;
    private static BadInputs partners;

    @BeforeAll
    static void start() throws IOException {
        var home = OwnHome.in(folder.resolve("home"))
                .with(FILES.resolve("boutique-lyon.yaml"))
                .with(FILES.resolve("filature-nord.yaml"));
        hub = Hub.start(
                folder.resolve("data"),
                home.setting(),
                "--relais.files-settle=PT0.2S",
                "--relais.flow.batch-sets-max=2");
        partners = new BadInputs(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    // --- in ---

    @Test
    void takesAnOrderInUblAndInvoicesItAsUblCiiAndFacturX() throws Exception {
        var answer = post("boutique-lyon", "application/xml", order("BL-100"));
        hub.eventually(() -> !invoicesIn("boutique/cii").isEmpty());
        hub.untilQuiet();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(partners.listed(BadInputs.receipt(answer))).containsExactly("Order accepted");
        assertThat(ordersOf("BL-100")).containsExactly(new String(read("erp-order.json"), UTF_8));
        assertThat(invoicesIn("boutique/ubl")).containsExactly(new String(read("invoice-ubl.xml"), UTF_8));
        assertThat(invoicesIn("boutique/cii")).containsExactly(new String(read("invoice-cii.xml"), UTF_8));
        assertThat(arrived("boutique/pdf").keySet()).allMatch(name -> name.matches("Invoice-\\d+\\.pdf"));
        assertThat(invoicesInPdfs())
                .filteredOn(invoice -> invoice.orderNumber().equals("BL-100"))
                .singleElement()
                .satisfies(invoice -> {
                    assertThat(invoice.number()).isEqualTo("I-BL-BL-100");
                    assertThat(invoice.payableAmount()).isEqualByComparingTo("158.00");
                });
        assertThat(hub.texts("select distinct content_type from outbox where name like 'Invoice-%' order by 1"))
                .containsExactly("application/pdf", "application/xml");
    }

    @Test
    void takesTheOrdersOfATableEachByItself() throws Exception {
        drop("boutique/orders", "orders.csv");

        assertThat(partners.listed("orders.csv"))
                .containsExactlyInAnyOrder(
                        "Order accepted VALUE_NOT_CARRIED",
                        "Order rejected ELEMENT_NOT_NUMERIC",
                        "Order accepted",
                        "Order accepted");
        assertThat(partners.state("orders.csv")).isEqualTo("processed");
        assertThat(
                        hub.texts(
                                "select number || ' ' || set_ordinal || ' ' || state from document where number like 'BL-20%' and direction = 'in' and type = 'Order' order by 1"))
                .containsExactly("BL-201 1 accepted", "BL-202 2 rejected", "BL-203 3 accepted", "BL-204 4 accepted");
        assertThat(hub.texts("select f.segment || ' ' || f.byte_offset || ' ' || f.text from finding f"
                        + " join document d on d.id = f.document where d.number = 'BL-202'"))
                .containsExactly("row 3 column qty 185 quantity.value: expected a number like 1234,5, got 'zwei'");
        assertThat(ordersOf("BL-202")).isEmpty();
        assertThat(ordersOf("BL-201"))
                .singleElement()
                .asString()
                .contains(
                        "\"partner\":\"boutique-lyon\"",
                        "{\"lineNumber\":1,\"item\":{\"gtin\":\"5412345010012\",\"sellerCode\":\"ML-TABLE-01\"},"
                                + "\"quantity\":{\"value\":1,\"unit\":\"EA\"},\"unitPrice\":79.00}",
                        "{\"lineNumber\":2,\"item\":{\"gtin\":\"5412345010036\",\"sellerCode\":\"ML-PEND-03\"},"
                                + "\"quantity\":{\"value\":2,\"unit\":\"EA\"},\"unitPrice\":139.00}");
        assertThat(hub.ledger("boutique-lyon")).noneMatch(entry -> entry.contains("BL-202"));
    }

    @Test
    void takesNothingOfATableWhoseRowsCannotBeToldApart() throws Exception {
        var broken = "order_no;order_date;currency;sku;qty;ean;unit_price\n"
                + "BL-401;02.03.2026;EUR;ML-TABLE-01;2;5412345010012;79,00\n"
                + "BL-402;02.03.2026;EUR;\"ML-TABLE-01;2;5412345010012;79,00\n";

        var answer = post("boutique-lyon", "text/csv", broken);
        var mended = post("boutique-lyon", "text/csv", broken.replace("\"", ""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(BadInputs.problem(answer)
                        .path("findings")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("its quotation marks do not pair up");
        assertThat(partners.listed(BadInputs.receipt(answer))).containsExactly("Order rejected UNREADABLE_INPUT");
        assertThat(partners.listed(BadInputs.receipt(mended))).containsExactly("Order accepted", "Order accepted");
    }

    @Test
    void refusesAPostedTableOnlyIfNoneOfItsDocumentsGoesOn() throws Exception {
        var header = "order_no;order_date;currency;sku;qty;ean;unit_price\n";
        var bad = "BL-301;02.03.2026;EUR;ML-TABLE-01;two;5412345010012;79,00\n";
        var good = "BL-302;02.03.2026;EUR;ML-TABLE-01;2;5412345010012;79,00\n";

        var none = post("boutique-lyon", "text/csv", header + bad);
        var one = post("boutique-lyon", "text/csv", header + bad.replace("BL-301", "BL-303") + good);

        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(BadInputs.codes(none)).containsExactly("ELEMENT_NOT_NUMERIC");
        assertThat(one.statusCode()).isEqualTo(202);
        assertThat(partners.listed(BadInputs.receipt(one)))
                .containsExactlyInAnyOrder("Order rejected ELEMENT_NOT_NUMERIC", "Order accepted");
        assertThat(ordersOf("BL-302")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithPostedXml() throws Exception {
        var order = order("BL-110");
        var wrong = post("boutique-lyon", "text/xml", order.replace(">2<", ">two<"));
        var broken = post("boutique-lyon", "application/xml", order.substring(0, order.indexOf("</a:Item>")));
        var other = post("boutique-lyon", "application/xml", order.replace("Order-2", "Order-3"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(BadInputs.codes(wrong)).containsExactly("ELEMENT_NOT_NUMERIC");
        assertThat(partners.listed(BadInputs.receipt(wrong))).containsExactly("Order rejected ELEMENT_NOT_NUMERIC");
        assertThat(hub.texts(
                        "select segment from finding f join document d on d.id = f.document where number = 'BL-110'"))
                .containsExactly("/Order/cac:OrderLine/cac:LineItem/cbc:Quantity, line 19");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(partners.listed(BadInputs.receipt(broken))).containsExactly("Order rejected XML_INVALID");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(partners.listed(BadInputs.receipt(other))).containsExactly("Order rejected UNREADABLE_INPUT");
    }

    @Test
    void tellsTheDocumentsOfOneChannelApart() throws Exception {
        var pdf = MAPPINGS.file("factur-x", "cii/Invoice").write(invoice()).bytes();
        var ubl = MAPPINGS.file("xml", "ubl/Invoice").write(invoice()).bytes();

        var asPdf = partners.post("filature-nord", "application/pdf", pdf);
        var asUbl = post("filature-nord", "application/xml", new String(ubl, UTF_8).replace("F-900", "F-901"));

        assertThat(partners.listed(BadInputs.receipt(asPdf))).containsExactly("Invoice accepted");
        assertThat(partners.listed(BadInputs.receipt(asUbl))).containsExactly("Invoice accepted");
        assertThat(hub.texts("select number || ' ' || format from document where partner = 'filature-nord'"
                        + " and direction = 'in' and type = 'Invoice' order by 1"))
                .containsExactly("F-900 factur-x", "F-901 xml");
        assertThat(hub.messagesIn(BrokerServer.copyOf("erp.invoices")))
                .filteredOn(invoice -> invoice.contains("\"F-900\""))
                .singleElement()
                .asString()
                .contains("\"partner\":\"filature-nord\"", "\"payableAmount\":240.00");
    }

    // --- in and out ---

    @Test
    void passesStockOfFixedLengthOnAsATable() throws Exception {
        drop("filature/fixed", "stock.txt");
        drop("filature/csv", "stock.csv");

        assertThat(partners.listed("stock.txt")).containsExactly("InventoryReport accepted");
        assertThat(partners.listed("stock.csv")).containsExactly("InventoryReport accepted");
        assertThat(arrived("boutique/stock").values()).contains(STOCK_COLUMNS + """
                        F-1;2026-03-02;;4012345000009;Filature Nord;;;;1;5412345010012;ML-TABLE-01;;Lampe à poser;;140,000;EA;;;\r
                        """, STOCK_COLUMNS + """
                        F-2;2026-03-02;;4012345000009;;;;;1;5412345010012;ML-TABLE-01;;Table lamp Aurore;;40;EA;;;\r
                        F-2;2026-03-02;;4012345000009;;;;;2;5412345010036;ML-PEND-03;;;;0;EA;;;\r
                        """);
        assertThat(arrived("boutique/stock").keySet()).allMatch(name -> name.matches("InventoryReport-\\d+\\.csv"));
        assertThat(hub.texts(
                        "select distinct content_type from outbox where channel in ('boutique-stock', 'boutique-fixed')"
                                + " order by 1"))
                .containsExactly("text/csv; charset=UTF-8", "text/plain; charset=ISO-8859-1");
    }

    @Test
    void putsAsideWhatAFileHasNoRoomFor() throws Exception {
        var stock = new String(read("stock.csv"), UTF_8).replace("F-2", "F-3").replace(";40\n", ";10000000000\n");
        drop("filature/csv", "much.csv", stock.getBytes(UTF_8));

        assertThat(partners.listed("much.csv")).containsExactly("InventoryReport accepted");
        assertThat(hub.texts(
                        "select format || ' ' || state from document where partner = 'boutique-lyon' and number = 'F-3'"
                                + " order by 1"))
                .containsExactly("csv sent", "fixed parked");
        assertThat(hub.texts("select f.code || ' ' || f.segment from finding f join document d on d.id = f.document"
                        + " where d.number = 'F-3' and d.format = 'fixed' and f.severity = 'ERROR'"))
                .containsExactly("ELEMENT_TOO_LONG /lines/0/quantity/value");
        assertThat(arrived("boutique/fixed").values()).noneMatch(file -> file.contains("F-3"));
    }

    /** Everything that is kept of a consumer is sealed, but for the bytes as received. */
    @Test
    void sealsWhatNamesAConsumer() throws Exception {
        post("boutique-lyon", "application/xml", order("BL-120"));
        hub.eventually(() ->
                hub.count("select count(*) from document where order_number = 'BL-120' and format = 'factur-x'") == 1);
        hub.untilQuiet();

        assertThat(hub.count("select count(*) from outbox o join document d on d.id = o.document"
                        + " where d.order_number = 'BL-120' and o.sealed_for is null and d.partner = 'boutique-lyon'"))
                .isZero();
        assertThat(hub.texts("select encode(payload, 'escape') from outbox o join document d on d.id = o.document"
                        + " where d.order_number = 'BL-120'"))
                .isNotEmpty()
                .noneMatch(payload -> payload.startsWith("<?xml") || payload.startsWith("%PDF"));
    }

    // --- files ---

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));

    private static final String STOCK_COLUMNS =
            "report_no;report_date;holder_no;holder_gln;holder_name;warehouse_no;warehouse_gln;warehouse_name;line;ean;sku;"
                    + "buyer_sku;description;lot;available;unit;available_from;on_order;on_order_unit\r\n";

    private static byte[] read(String name) throws IOException {
        return Files.readAllBytes(FILES.resolve(name));
    }

    private static String order(String number) throws IOException {
        return new String(read("order.xml"), UTF_8).replace("BL-100", number);
    }

    private static HttpResponse<String> post(String partner, String contentType, String text) throws Exception {
        return partners.post(partner, contentType, text.getBytes(UTF_8));
    }

    /** Puts a file into a folder that the hub looks into, and waits until all is done. */
    private static void drop(String channel, String name) throws IOException {
        drop(channel, name, read(name));
    }

    private static void drop(String channel, String name, byte[] bytes) throws IOException {
        var directory = Files.createDirectories(folder.resolve("data").resolve(channel));
        var part = Files.write(directory.resolve(name + ".part"), bytes);
        Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        hub.eventually(() -> hub.count("select count(*) from receipt where name = '" + name + "'") == 1);
        hub.untilQuiet();
    }

    /** The files in a folder that the hub puts them into, as UTF-8. */
    private static Map<String, String> arrived(String channel) {
        var files = new TreeMap<String, String>();
        var directory = folder.resolve("data").resolve(channel);
        if (!Files.isDirectory(directory)) return files;
        try (var list = Files.list(directory)) {
            for (var file : list.filter(f -> !f.getFileName().toString().startsWith("."))
                    .toList()) files.put(file.getFileName().toString(), new String(Files.readAllBytes(file), UTF_8));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ordersOf(String number) {
        return hub.messagesIn(BrokerServer.copyOf("erp.orders")).stream()
                .filter(order -> order.contains("\"number\":\"" + number + "\""))
                .map(order -> new String(order.getBytes(ISO_8859_1), UTF_8))
                .toList();
    }

    /** Those for order BL-100. */
    private static List<String> invoicesIn(String channel) {
        return arrived(channel).values().stream()
                .filter(invoice -> invoice.contains(">I-BL-BL-100<"))
                .toList();
    }

    private static List<Invoice> invoicesInPdfs() throws IOException {
        var facturX = MAPPINGS.file("factur-x", "cii/Invoice");
        try (var list = Files.list(folder.resolve("data/boutique/pdf"))) {
            var invoices = new ArrayList<Invoice>();
            for (var file : list.toList())
                facturX.readAll(Files.readAllBytes(file), Map.of("partner", "boutique-lyon"))
                        .get(0)
                        .document()
                        .ifPresent(invoice -> invoices.add((Invoice) invoice));
            return invoices;
        }
    }

    private static Invoice invoice() {
        var json = """
                {"type": "Invoice", "number": "F-900", "partner": "filature-nord", "issuedOn": "2026-03-02", "currency": "EUR",
                 "buyer": {"name": "Maison Lumen"}, "seller": {"name": "Filature Nord"},
                 "lines": [{"lineNumber": 1, "item": {"sellerCode": "FIL-3", "description": "Fil de cuivre"},
                            "quantity": {"value": 10, "unit": "EA"}, "unitPrice": 20.00, "taxCategory": "S",
                            "taxRatePercent": 20, "netAmount": 200.00}],
                 "taxes": [{"category": "S", "ratePercent": 20, "baseAmount": 200.00, "amount": 40.00}],
                 "netAmount": 200.00, "taxAmount": 40.00, "payableAmount": 240.00}""";
        return (Invoice) new Json().read(json.getBytes(UTF_8)).document().orElseThrow();
    }
}
