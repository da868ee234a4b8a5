package relais.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.tracking.DocumentCursor;
import relais.tracking.DocumentFilter;
import relais.tracking.Tracking;

/** The operators' pages. */
@Controller
class Console {

    private static final List<String> TYPES = List.of(
            "Order",
            "OrderResponse",
            "DespatchAdvice",
            "Invoice",
            "CreditNote",
            "RemittanceAdvice",
            "SalesReport",
            "InventoryReport",
            "Acknowledgement",
            "Unreadable",
            "Repetition");
    private static final List<String> STATES =
            List.of("accepted", "rejected", "parked", "duplicate", "due", "sent", "acknowledged", "overdue");

    private final Tracking tracking;
    private final DocumentDetails details;
    private final Partners partners;
    private final Wording wording;

    Console(Tracking tracking, DocumentDetails details, Partners partners, Wording wording) {
        this.tracking = tracking;
        this.details = details;
        this.partners = partners;
        this.wording = wording;
    }

    @ModelAttribute("brand")
    String brand() {
        return partners.brand().name();
    }

    @ModelAttribute("partners")
    List<Partner> partners() {
        return partners.all();
    }

    @GetMapping("/")
    String documents(
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        var filter = new DocumentFilter(partner, type, state, direction, reference, DocumentCursor.parse(before));
        model.addAttribute("list", DocumentList.of(filter, tracking.documents(filter)));
        model.addAttribute("attention", tracking.attention());
        model.addAttribute("types", TYPES);
        model.addAttribute("states", STATES);
        return "documents";
    }

    @GetMapping("/documents/{id}")
    String document(@PathVariable UUID id, Model model) {
        var detail = details.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no document has the id " + id));
        model.addAttribute("title", wording.title(detail.row()));
        model.addAttribute("document", detail);
        return "document";
    }
}
