package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What a partner says about a person. Personal data: it lives in memory only, and at rest only sealed in the
 * {@link Vault}. Everything is text as sent; what is not known is empty.
 *
 * @param address the lines of the postal address in one text
 */
public record Identity(String email, String phone, String name, String address) {

    static Identity ofBytes(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Identity(text(buffer), text(buffer), text(buffer), text(buffer));
    }

    /** Each text in UTF-8, after its length. */
    byte[] bytes() {
        var texts = List.of(email, phone, name, address).stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
        var buffer = ByteBuffer.allocate(
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        texts.forEach(text -> buffer.putInt(text.length).put(text));
        return buffer.array();
    }

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

    private static String text(ByteBuffer buffer) {
        var text = new byte[buffer.getInt()];
        buffer.get(text);
        return new String(text, UTF_8);
    }
}
