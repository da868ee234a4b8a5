package relais.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import relais.document.Document;
import relais.document.DocumentType;
import relais.document.InventoryReport;
import relais.document.Invoice;
import relais.document.Order;
import relais.document.Party;
import relais.partner.Acknowledging;
import relais.partner.Channel.Direction;
import relais.partner.DocumentAgreement;
import relais.partner.Partner;
import relais.partner.Partner.Role;
import relais.partner.Partners;

class RecipientsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Party NOBODY = new Party("", "", "", "", Optional.empty(), Optional.empty());

    private final Partner brand = partner("brand", Role.BRAND, DocumentType.ORDER, DocumentType.INVENTORY_REPORT);
    private final Partner north = partner("north", Role.RETAILER, DocumentType.INVOICE, DocumentType.INVENTORY_REPORT);
    private final Partner south = partner("south", Role.RETAILER, DocumentType.INVOICE, DocumentType.INVENTORY_REPORT);
    private final Partner silent = partner("silent", Role.RETAILER);
    private final Partner supplier = partner("supplier", Role.SUPPLIER);
    private final Recipients recipients = new Recipients(new Partners(List.of(brand, north, south, silent, supplier)));

    @Test
    void sendsAnOrderToTheBrandAndToNoOtherPartner() {
        assertThat(ids(order("north"), north)).containsExactly("brand");
    }

    @Test
    void sendsAnInvoiceToThePartnerOfItsOrderAlone() {
        assertThat(ids(invoice("south"), brand)).containsExactly("south");
    }

    @Test
    void sendsNothingToAPartnerThatAgreedToNothing() {
        assertThat(ids(invoice("silent"), brand)).isEmpty();
    }

    @Test
    void sendsStockToEveryoneWhoAgreedToGetItButNotBack() {
        assertThat(ids(stock("supplier"), supplier)).containsExactly("brand", "north", "south");
        assertThat(ids(stock("north"), north)).containsExactly("brand", "south");
    }

    private List<String> ids(Document document, Partner sender) {
        return recipients.of(document, sender).stream()
                .map(recipient -> recipient.partner().id())
                .toList();
    }

    private static Partner partner(String id, Role role, DocumentType... gets) {
        var agreements = java.util.Arrays.stream(gets)
                .map(type -> new DocumentAgreement(type, Direction.OUT, "json", "", "", "", id + "-out"))
                .toList();
        return new Partner(
                id, id, role, EUR, List.of(), List.of(), agreements, List.of(), Acknowledging.none(), List.of());
    }

    private static Order order(String partner) {
        return new Order(
                "1",
                partner,
                DAY,
                EUR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOBODY,
                NOBODY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Invoice invoice(String partner) {
        return new Invoice(
                "2",
                partner,
                DAY,
                "1",
                Optional.of(DAY),
                "",
                Optional.empty(),
                "",
                EUR,
                Optional.empty(),
                Optional.empty(),
                "",
                NOBODY,
                NOBODY,
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of());
    }

    private static InventoryReport stock(String partner) {
        return new InventoryReport("3", partner, DAY, NOBODY, Optional.empty(), List.of(), List.of(), List.of());
    }
}
