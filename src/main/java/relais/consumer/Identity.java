package relais.consumer;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a partner says about a person. Personal data: it lives in memory only, and at rest only sealed in the
 * {@link Vault}. Everything is text as sent; what is not known is empty.
 *
 * @param address the lines of the postal address in one text
 */
public record Identity(String email, String phone, String name, String address) {

    /** The e-mail in the form in which two spellings of one address are equal, or empty. */
    String normalisedEmail() {
        return Normalizer.normalize(email, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The phone number as digits, with {@code +} before an international one, or empty. */
    String normalisedPhone() {
        var digits = phone.replaceAll("[^0-9+]", "").replaceFirst("^00", "+");
        return digits.replaceAll("(?<!^)\\+", "");
    }

    /** No personal data reaches a log by accident. */
    @Override
    public String toString() {
        return "Identity[sealed]";
    }
}
