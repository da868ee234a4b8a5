package relais.mapping;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import relais.mapping.XmlValidationTest.Complaint;

/**
 * Orders and what answers them pass the rules of Peppol BIS 3. A document may hold more than Peppol has a place for: that is written
 * where UBL has one, and listed here. What a partner of Peppol is sent should not hold it.
 */
class PeppolOrderingTest {

    private static final String VERSION = ":2026.5";
    private static final String NO_PLACE = "Document MUST NOT contain elements not part of the data model.";

    /** What Peppol has no place for, and the document carries. */
    private static final Map<String, Set<String>> BEYOND = Map.of(
            "Order",
            Set.of(
                    "cac:AdditionalDocumentReference/cbc:IssueDate",
                    "cac:SellerSupplierParty/cac:Party/cac:PartyTaxScheme",
                    // Where the consumer lives; where goods are delivered has its own place.
                    "cac:OriginatorCustomerParty/cac:Party/cac:PostalAddress",
                    "cac:Delivery/cac:Shipment/cac:ShipmentStage",
                    // Peppol says terms of payment in words.
                    "cac:PaymentTerms/cbc:SettlementDiscountPercent",
                    "cac:PaymentTerms/cac:SettlementPeriod",
                    "cac:PaymentTerms/cac:PenaltyPeriod"),
            "OrderChange",
            Set.of(
                    "cac:OrderReference/cbc:IssueDate",
                    "cac:AdditionalDocumentReference/cbc:IssueDate",
                    "cac:SellerSupplierParty/cac:Party/cac:PartyTaxScheme"),
            "OrderCancellation",
            Set.of(
                    "cac:OrderReference/cbc:IssueDate",
                    "cac:AdditionalDocumentReference/cbc:IssueDate",
                    "cac:SellerSupplierParty/cac:Party/cac:PartyTaxScheme"),
            "OrderResponse",
            Set.of(
                    "cac:OrderReference/cbc:IssueDate",
                    "cac:AdditionalDocumentReference",
                    // Of the parties Peppol wants to know here no more than who they are.
                    "cac:SellerSupplierParty/cac:Party/cac:PostalAddress",
                    "cac:SellerSupplierParty/cac:Party/cac:PartyTaxScheme",
                    "cac:SellerSupplierParty/cac:Party/cac:Contact",
                    "cac:BuyerCustomerParty/cac:Party/cac:PostalAddress",
                    "cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme",
                    "cac:BuyerCustomerParty/cac:Party/cac:Contact",
                    "cac:OrderLine/cac:LineItem/cac:Item/cac:AdditionalItemProperty",
                    "cac:OrderLine/cac:SellerSubstitutedLineItem/cac:Item/cac:BuyersItemIdentification"),
            "DespatchAdvice",
            Set.of(
                    "cac:OrderReference/cbc:IssueDate",
                    "cac:AdditionalDocumentReference/cbc:IssueDate",
                    "cac:DespatchSupplierParty/cac:Party/cac:PartyTaxScheme",
                    "cac:DeliveryCustomerParty/cac:Party/cac:PartyTaxScheme",
                    "cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme",
                    "cac:BuyerCustomerParty/cac:Party/cac:Contact",
                    "cac:Shipment/cac:Consignment/cbc:CarrierAssignedID",
                    "cac:Shipment/cac:Delivery/cac:Despatch/cac:DespatchParty",
                    // Packages with their lines inside; Peppol has the number of a package at each of its lines.
                    "cac:Shipment/cac:TransportHandlingUnit",
                    "cac:DespatchLine/cac:Shipment/cbc:ID"));

    static Stream<String> mappings() {
        return BEYOND.keySet().stream().sorted();
    }

    private static List<Complaint> complaints(String mapping, byte[] bytes) throws Exception {
        var rules = mapping.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return XmlValidationTest.complaints("eu.peppol.bis3:" + rules + VERSION, bytes);
    }

    private static byte[] example(String mapping, String name) throws Exception {
        return Files.readAllBytes(Path.of("mappings/ubl", mapping, "examples", name + ".xml"));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void whatPeppolHasAPlaceForPassesItsRules(String mapping) throws Exception {
        assertThat(complaints(mapping, example(mapping, "within-peppol"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Order, drop-ship",
        "OrderChange, two-lines",
        "OrderCancellation, whole-order",
        "OrderResponse, changed",
        "DespatchAdvice, two-packages"
    })
    void aFullDocumentBreaksNoOtherRule(String mapping, String name) throws Exception {
        assertThat(complaints(mapping, example(mapping, name)))
                .extracting(Complaint::place)
                .isSubsetOf(BEYOND.get(mapping));
    }

    /** Whatever the values, which need not make sense together: no element is anywhere else, and lines come to what they should. */
    @ParameterizedTest
    @MethodSource("mappings")
    void whatIsWrittenAtRandomHasNoOtherPlaces(String mapping) throws Exception {
        var written = XmlExamplesTest.MAPPINGS.xml("ubl/" + mapping);
        for (var seed = 0; seed < 20; seed++) {
            var document = new RandomDocuments(new Random(seed), "abc123 &<").of(written.document());

            var complaints = complaints(mapping, written.write(document).bytes());

            assertThat(complaints)
                    .extracting(Complaint::rule)
                    .noneMatch(rule -> rule != null && rule.endsWith("-R024"));
            assertThat(complaints.stream()
                            .filter(complaint -> NO_PLACE.equals(complaint.text()))
                            .map(Complaint::place)
                            .collect(toSet()))
                    .as(mapping + " " + seed)
                    .isSubsetOf(BEYOND.get(mapping));
        }
    }
}
