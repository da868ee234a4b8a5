package relais.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import relais.ledger.Entries;
import relais.ledger.Entry.Kind;
import relais.partner.Partner;
import relais.partner.Partners;

/** The pages on the ledger: for operators, and of their own account for partners. */
@Controller
@RequestMapping("/ledger")
class LedgerConsole {

    private static final int ENTRIES_PER_PAGE = 50;

    private final LedgerViews views;
    private final LedgerPages pages;
    private final Entries entries;
    private final Redaction redaction;
    private final Partners partners;

    LedgerConsole(LedgerViews views, LedgerPages pages, Entries entries, Redaction redaction, Partners partners) {
        this.views = views;
        this.pages = pages;
        this.entries = entries;
        this.redaction = redaction;
        this.partners = partners;
    }

    @ModelAttribute("brand")
    String brand() {
        return partners.brand().name();
    }

    @ModelAttribute("viewer")
    Viewer viewer(Viewer viewer) {
        return viewer;
    }

    @GetMapping
    String overview(Viewer viewer, Model model) {
        model.addAttribute("accounts", pages.accounts(viewer.partner()));
        model.addAttribute("performance", pages.performance(viewer.partner()));
        model.addAttribute("waiting", entries.waiting(viewer.partner()).size());
        model.addAttribute("contradicting", entries.conflicts(viewer.partner()).size());
        return "ledger";
    }

    @GetMapping("/partners/{id}")
    String account(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "") String valid,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        if (!viewer.sees(id)) throw nothing();
        var name = partners.find(id).map(Partner::name).orElseThrow(LedgerConsole::nothing);
        var asOf = views.asOf(day(valid), day(known));
        var found = views.list(
                viewer,
                new Entries.Filter(id, Optional.empty(), Optional.empty(), Optional.empty(), before, ENTRIES_PER_PAGE));
        model.addAttribute("partner", id);
        model.addAttribute("name", name);
        model.addAttribute("asOf", asOf);
        model.addAttribute("balances", views.asOf(viewer, id, asOf, 0).balances());
        model.addAttribute("courses", pages.courses(id));
        model.addAttribute("statements", views.statements(id));
        model.addAttribute("entries", found);
        model.addAttribute(
                "older",
                found.size() < ENTRIES_PER_PAGE
                        ? ""
                        : "/ledger/partners/" + id + "?before="
                                + found.get(found.size() - 1).seq());
        return "account";
    }

    @GetMapping("/partners/{id}/statements/{currency}/{number}")
    String statement(
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String currency,
            @PathVariable int number,
            Model model) {
        if (!viewer.sees(id)) throw nothing();
        model.addAttribute(
                "sheet", views.statement(viewer, id, currency, number).orElseThrow(LedgerConsole::nothing));
        return "statement";
    }

    @GetMapping("/order")
    String order(Viewer viewer, @RequestParam String seller, @RequestParam String number, Model model) {
        model.addAttribute("order", views.order(viewer, seller, number).orElseThrow(LedgerConsole::nothing));
        return "order";
    }

    @GetMapping("/entries/{seq}")
    String entry(Viewer viewer, @PathVariable long seq, Model model) {
        model.addAttribute("entry", views.entry(viewer, seq).orElseThrow(LedgerConsole::nothing));
        return "entry";
    }

    @GetMapping("/conflicts")
    String conflicts(Viewer viewer, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        var partner = viewer.partner();
        var filter = new Entries.Filter(
                partner, Optional.of(Kind.CONFLICT), Optional.empty(), Optional.empty(), before, ENTRIES_PER_PAGE);
        var claims = views.list(viewer, filter);
        model.addAttribute("claims", claims);
        model.addAttribute(
                "older",
                claims.size() < ENTRIES_PER_PAGE
                        ? ""
                        : "/ledger/conflicts?before="
                                + claims.get(claims.size() - 1).seq());
        model.addAttribute(
                "contents",
                entries.conflicts(partner).stream()
                        .map(fact -> redaction.unbooked(viewer, fact))
                        .toList());
        model.addAttribute(
                "waiting",
                entries.waiting(partner).stream()
                        .map(fact -> redaction.unbooked(viewer, fact))
                        .toList());
        return "conflicts";
    }

    /** A date field that was left empty is sent as an empty text. */
    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no day is written " + text, e);
        }
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
