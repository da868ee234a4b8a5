package relais.partner;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.yaml.YamlNode;

/** Puts settings in the place of {@code ${name}} and {@code ${name:otherwise}}. */
record Placeholders(Function<String, @Nullable String> properties) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]*)(?::([^}]*))?}");

    /** The text of a node with its placeholders replaced; empty when there is no value for one, which is reported. */
    String resolve(YamlNode node) {
        var complete = new AtomicBoolean(true);
        var text = PLACEHOLDER.matcher(node.text()).replaceAll(found -> {
            var value = value(found.group(1), found.group(2));
            if (value.isEmpty()) {
                complete.set(false);
                node.wrong("no setting is called '" + found.group(1)
                        + "'; set it in application.yaml, the environment or as --" + found.group(1) + "=…");
            }
            return Matcher.quoteReplacement(value.orElse(""));
        });
        return complete.get() ? text : "";
    }

    private Optional<String> value(String name, @Nullable String otherwise) {
        var value = properties.apply(name);
        return Optional.ofNullable(value == null ? otherwise : value);
    }
}
