package relais.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Who may use the console.
 *
 * @param secret password, or the key that opens the console by itself
 * @param byKey whether the secret is a key that the hub made: a link that carries it signs in
 */
record Operator(String name, String secret, boolean byKey) {

    private static final String BASIC = "Basic ";

    /** The name of the operator where nobody chose one. */
    static final String NAME = "operator";

    /** Whether this is the key of the link; never true for a password. */
    boolean hasKey(String candidate) {
        return byKey
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a header {@code Authorization} says, as Basic (RFC 7617), this name and secret. */
    boolean isSaidBy(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) return false;
        try {
            var said = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            return MessageDigest.isEqual((name + ':' + secret).getBytes(StandardCharsets.UTF_8), said);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Where to start in a browser: with the key that signs in, where there is one. */
    String link() {
        return byKey ? "/?key=" + secret : "/";
    }

    /** No secret reaches a log by accident. */
    @Override
    public String toString() {
        return "Operator[" + name + "]";
    }
}
