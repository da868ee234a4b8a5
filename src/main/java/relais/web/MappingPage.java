package relais.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import relais.partner.Partners;

/**
 * The page on which operators try samples. Its script posts the form at every change and is answered with the part of the page below it; without
 * a script the form does the same with the whole page.
 */
@Controller
class MappingPage {

    static final String PATH = "/mappings";

    private static final String PAGE = "mappings";
    private static final String PART = "mappings :: reading";

    private final SampleReader reader;
    private final Partners partners;

    MappingPage(SampleReader reader, Partners partners) {
        this.reader = reader;
        this.partners = partners;
    }

    @ModelAttribute("brand")
    String brand() {
        return partners.brand().name();
    }

    @ModelAttribute("choices")
    SampleChoices choices() {
        return reader.choices();
    }

    @ModelAttribute("bytesMax")
    int bytesMax() {
        return SampleReader.SAMPLE_BYTES_MAX;
    }

    @GetMapping(PATH)
    String page(Model model) {
        return show("", "", PAGE, SampleReading.nothing(), model);
    }

    /** @param asker {@code fetch} for the page's script, which is answered with the part that changes */
    @PostMapping(PATH)
    String read(
            @RequestParam(defaultValue = "") String sample,
            @RequestParam(defaultValue = "") String mapping,
            @RequestHeader(name = "X-Requested-With", defaultValue = "") String asker,
            Model model) {
        return show(sample, mapping, asker.equals("fetch") ? PART : PAGE, reader.read(sample, mapping), model);
    }

    private static String show(String sample, String mapping, String view, SampleReading reading, Model model) {
        model.addAttribute("sample", sample);
        model.addAttribute("mapping", mapping);
        model.addAttribute("reading", reading);
        return view;
    }
}
