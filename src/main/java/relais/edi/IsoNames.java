package relais.edi;

import java.util.Currency;
import java.util.Locale;

/** English names of currencies (ISO 4217), countries (ISO 3166) and languages (ISO 639), which both standards use without lists of their own. */
final class IsoNames {

    private IsoNames() {}

    /** Empty when the element holds none of these, or the code is not known. */
    static String of(String element, String code) {
        var name =
                switch (element) {
                    case "100", "6345" -> currency(code);
                    case "26", "3207" ->
                        code.length() == 2 ? new Locale("", code).getDisplayCountry(Locale.ENGLISH) : "";
                    case "819", "3453" -> new Locale(code).getDisplayLanguage(Locale.ENGLISH);
                    default -> "";
                };
        return name.equalsIgnoreCase(code) ? "" : name;
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code).getDisplayName(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
