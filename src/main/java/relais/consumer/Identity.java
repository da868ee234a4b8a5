package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a partner says about a person. Personal data: it lives in memory only, and at rest only sealed in the
 * {@link Vault}. Everything is text as sent; what is not known is empty.
 *
 * @param loyalty the number in a loyalty programme, with whose programme it is
 * @param address the lines of the postal address in one text
 */
public record Identity(String email, String phone, Loyalty loyalty, String name, String address) {

    /**
     * A number in a loyalty programme. The same number in another programme is another person.
     *
     * @param programme the id of the partner, or the brand's own shop, that gave out the number
     */
    public record Loyalty(String programme, String number) {

        public static Loyalty none() {
            return new Loyalty("", "");
        }
    }

    static Identity ofBytes(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Identity(
                text(buffer), text(buffer), new Loyalty(text(buffer), text(buffer)), text(buffer), text(buffer));
    }

    /** Each text in UTF-8, after its length. */
    byte[] bytes() {
        var texts = List.of(email, phone, loyalty.programme(), loyalty.number(), name, address).stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
        var buffer = ByteBuffer.allocate(
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        texts.forEach(text -> buffer.putInt(text.length).put(text));
        return buffer.array();
    }

    /** The text of one field; empty when it is not known. */
    public String text(Field field) {
        return switch (field) {
            case NAME -> name;
            case EMAIL -> email;
            case PHONE -> phone;
            case ADDRESS -> address;
            case LOYALTY_NUMBER -> loyalty.number();
        };
    }

    /** The fields that are known. */
    public Set<Field> fields() {
        var known = EnumSet.allOf(Field.class);
        known.removeIf(field -> text(field).isBlank());
        return known;
    }

    /** Whether a text tells any of it, in whatever case. */
    public boolean isToldBy(String text) {
        var told = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(Field.values())
                .map(this::text)
                .filter(known -> !known.isBlank())
                .anyMatch(known -> told.contains(known.strip().toLowerCase(Locale.ROOT)));
    }

    /** The e-mail in the form in which two spellings of one address are equal, or empty. Dots and tags stay: who reads which mailbox is for its provider to say. */
    String normalisedEmail() {
        return compatible(email).strip().toLowerCase(Locale.ROOT);
    }

    /** The phone number as digits, with {@code +} before an international one, or empty. {@code (0)} after a country code is not dialled. */
    String normalisedPhone() {
        var plain = compatible(phone).strip();
        if (plain.startsWith("+") || plain.startsWith("00")) plain = plain.replace("(0)", "");
        var digits = plain.replaceAll("[^0-9+]", "").replaceFirst("^00", "+").replaceAll("(?<!^)\\+", "");
        return digits.equals("+") ? "" : digits;
    }

    /** Programme and number in one text, the number as its letters and digits, or empty. */
    String normalisedLoyalty() {
        var number =
                compatible(loyalty.number()).replaceAll("[^\\p{L}\\p{Nd}]", "").toUpperCase(Locale.ROOT);
        return number.isEmpty() ? "" : loyalty.programme() + '/' + number;
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
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
