package relais.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.partner.Partners;

/** The page that asks who is there. */
@Controller
class SignIn {

    private final Operator operator;
    private final Partners partners;

    SignIn(Operator operator, Partners partners) {
        this.operator = operator;
        this.partners = partners;
    }

    @GetMapping("/sign-in")
    String page(Model model) {
        model.addAttribute("brand", partners.brand().name());
        model.addAttribute("byKey", operator.byKey());
        model.addAttribute("operator", operator.name());
        return "sign-in";
    }
}
