package relais.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.web.Reattributions.Order;

/** The page on which an operator decides anew who is credited for an order. For a partner there is no such page. */
@Controller
@RequestMapping("/ledger/order/decision")
class DecisionPage {

    private final Reattributions reattributions;
    private final Partners partners;

    DecisionPage(Reattributions reattributions, Partners partners) {
        this.reattributions = reattributions;
        this.partners = partners;
    }

    @ModelAttribute("brand")
    String brand() {
        return partners.brand().name();
    }

    @ModelAttribute("partners")
    List<Partner> partners() {
        return partners.all();
    }

    @ModelAttribute
    void forOperators(Viewer viewer) {
        if (!viewer.isOperator()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @GetMapping
    String form(@RequestParam String seller, @RequestParam String number, Model model, HttpServletResponse response) {
        var order = reattributions.order(seller, number);
        if (order.isPresent()) return show(DecisionForm.of(order.get()), order, model);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return show(unknown(DecisionForm.blank(seller, number)), order, model);
    }

    /** @param fields see {@link DecisionForm#of(MultiValueMap)} */
    @PostMapping
    String decide(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes onwards) {
        var typed = DecisionForm.of(fields);
        var order = reattributions.order(typed.seller(), typed.number());
        var form = order.map(known -> decided(known, typed, viewer)).orElseGet(() -> unknown(typed));
        if (form.faults().isEmpty()) return onwards(form, onwards);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(form, order, model);
    }

    /** The form without faults if the decision was recorded. */
    private DecisionForm decided(Order order, DecisionForm form, Viewer viewer) {
        if (form.isOvertaken(order)) return form.with(List.of(Reattributions.OVERTAKEN));
        return reattributions.decide(order, form.asked(), viewer.name()).fold(recorded -> form, form::with);
    }

    private static String onwards(DecisionForm form, RedirectAttributes onwards) {
        onwards.addAttribute("seller", form.seller());
        onwards.addAttribute("number", form.number());
        onwards.addFlashAttribute("recorded", true);
        return "redirect:/ledger/order";
    }

    private static DecisionForm unknown(DecisionForm form) {
        return form.with(List.of(new Fault("number", Reattributions.unknown(form.seller(), form.number()))));
    }

    private static String show(DecisionForm form, Optional<Order> order, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("order", order);
        return "decision";
    }
}
