package relais.consumer;

import java.util.Locale;

/** Constants as the tables name them: {@code PARTNER_SHARING} is "partner sharing". */
final class Names {

    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static <E extends Enum<E>> E of(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
