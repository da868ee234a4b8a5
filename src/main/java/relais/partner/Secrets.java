package relais.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the secrets that files and settings only refer to: {@code secret:env:NAME} is an environment variable,
 * {@code secret:file:PATH} the content of a file.
 */
public final class Secrets {

    private static final String ENVIRONMENT = "secret:env:";
    private static final String FILE = "secret:file:";
    private static final int FILE_BYTES_MAX = 1 << 20;

    private final Function<String, @Nullable String> environment;

    /** @param environment value of an environment variable, or null: {@code System::getenv} */
    public Secrets(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Whether a text refers to a secret, rather than being one in the clear. */
    public static boolean isReference(String text) {
        return text.startsWith(ENVIRONMENT) && text.length() > ENVIRONMENT.length()
                || text.startsWith(FILE) && text.length() > FILE.length();
    }

    /**
     * The secret as text, without the line end that editors put at the end of a file.
     *
     * @throws IllegalStateException if there is no such secret; the message names the reference, never the secret
     */
    public String text(String reference) {
        return new String(bytes(reference), UTF_8).stripTrailing();
    }

    /**
     * The secret byte for byte.
     *
     * @throws IllegalStateException if there is no such secret; the message names the reference, never the secret
     */
    public byte[] bytes(String reference) {
        if (!isReference(reference))
            throw new IllegalStateException("a secret must be referred to as secret:env:NAME or secret:file:PATH");
        return reference.startsWith(FILE)
                ? read(file(reference))
                : variable(reference).getBytes(UTF_8);
    }

    /**
     * The file that holds the secret, for what wants a path: an SSH key.
     *
     * @throws IllegalStateException if the reference is no {@code secret:file:PATH}
     */
    public Path file(String reference) {
        if (!reference.startsWith(FILE)) throw new IllegalStateException(reference + " must be a secret:file:PATH");
        return Path.of(reference.substring(FILE.length()));
    }

    private String variable(String reference) {
        var value = environment.apply(reference.substring(ENVIRONMENT.length()));
        if (value == null || value.isEmpty())
            throw new IllegalStateException(reference + ": the environment has no such variable");
        return value;
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.isRegularFile(file))
                throw new IllegalStateException("secret:file:" + file + ": there is no such file");
            if (Files.size(file) > FILE_BYTES_MAX)
                throw new IllegalStateException("secret:file:" + file + ": more than " + FILE_BYTES_MAX + " bytes");
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("secret:file:" + file + " cannot be read", e);
        }
    }
}
