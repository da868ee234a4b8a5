package relais.partner;

import java.util.List;
import java.util.Map;

/** Terms as a partner file states them, for tests that are about what they mean. */
public final class TermsText {

    private TermsText() {}

    /** @param terms the keys of one version in YAML flow style: {@code attribution: {…}, commission: {…}} */
    public static Terms parse(String terms) {
        var file = "partner: acme\nname: Acme\nrole: retailer\ncurrency: EUR\nterms: [{version: 1, from: 2026-01-01, "
                + terms + "}]\n";
        return PartnerFiles.parse(Map.of("acme.yaml", file), key -> "", (format, document) -> List.of())
                .get("acme")
                .terms()
                .get(0);
    }
}
