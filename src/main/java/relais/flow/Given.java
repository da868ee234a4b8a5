package relais.flow;

import java.util.Map;
import relais.partner.Partner;

/** What a document need not say itself. */
final class Given {

    private Given() {}

    /** Whose it is, and in which currency. The brand's own documents have to say which partner they are for. */
    static Map<String, String> by(Partner sender) {
        return sender.role() == Partner.Role.BRAND
                ? Map.of()
                : Map.of("partner", sender.id(), "currency", sender.currency().getCurrencyCode());
    }
}
