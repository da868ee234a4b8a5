package relais.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletResponse;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.consumer.Consents.Consent;
import relais.partner.Partners;

/**
 * The page on a consumer. A partner sees there what it may see of one it brought; an operator what the consumer agreed to,
 * and notes what else it says.
 */
@Controller
@RequestMapping("/ledger/consumers/{id}")
class ConsumerPage {

    private final LedgerViews views;
    private final BroughtConsumers brought;
    private final ConsentNotes notes;
    private final Partners partners;

    ConsumerPage(LedgerViews views, BroughtConsumers brought, ConsentNotes notes, Partners partners) {
        this.views = views;
        this.brought = brought;
        this.notes = notes;
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

    /** @param id of the consumer for an operator, the partner's own token for a partner */
    @GetMapping
    String consumer(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("story", views.story(viewer, id).orElseThrow(ConsumerPage::nothing));
        if (viewer.isOperator()) return consents(views.consumer(viewer, id).orElseThrow(), ConsentForm.blank(), model);
        model.addAttribute("brought", brought.find(viewer, id));
        return "consumer";
    }

    /** @param typed see {@link ConsentForm#of(MultiValueMap)} */
    @PostMapping("/consents")
    String note(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes onwards) {
        if (!viewer.isOperator()) throw nothing();
        var consumer = views.consumer(viewer, id).filter(notes::concern).orElseThrow(ConsumerPage::nothing);
        model.addAttribute("story", views.story(viewer, id).orElseThrow(ConsumerPage::nothing));
        var form = ConsentForm.of(typed);
        return notes.note(consumer, form.asked()).fold(changed -> onwards(changed, onwards), faults -> {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return consents(consumer, form.with(faults), model);
        });
    }

    private static String onwards(int changed, RedirectAttributes onwards) {
        onwards.addFlashAttribute("changed", changed);
        return "redirect:/ledger/consumers/{id}";
    }

    private String consents(UUID consumer, ConsentForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("canBeNoted", notes.concern(consumer));
        model.addAttribute(
                "consents",
                notes.latest(consumer).stream().collect(groupingBy(Consent::purpose, TreeMap::new, toList())));
        return "consumer";
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
