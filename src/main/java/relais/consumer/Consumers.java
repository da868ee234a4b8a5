package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who the consumer is. A person is found again by match tokens: HMAC-SHA-256 of the normalised e-mail and phone under a
 * key of the brand. No table holds either in the clear. Every method joins the caller's transaction.
 */
public final class Consumers {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Keys keys;
    private final Supplier<UUID> ids;

    /** @param master the secret from which the matching keys are derived; the vault's own */
    public Consumers(JdbcClient jdbc, Vault vault, SecretKey master, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = new Keys(master);
        this.ids = ids;
    }

    /**
     * Finds the consumer with this e-mail, else with this phone, else creates one with a data key of its own. A phone
     * that belongs to a consumer with another e-mail does not match: households share phones. Without e-mail and phone
     * nobody can be recognised, and every call creates a consumer. Two transactions that bring the same new person at
     * once get the same consumer: the later one waits for the earlier.
     *
     * @param at when the person was seen
     */
    public UUID recognise(Identity identity, Instant at) {
        var tokens = tokens(identity);
        var consumer = find(tokens).orElseGet(() -> create(identity, tokens, at));
        tokens.forEach(token -> claim(token, consumer));
        return consumer;
    }

    /** What was known of a consumer when it was first seen; empty once erased. */
    public Optional<Identity> identity(UUID consumer) {
        return vault.identity(consumer).map(Identity::ofBytes);
    }

    /**
     * The name under which a partner may know a consumer: 32 hexadecimal digits, always the same for the two, and
     * another one for every partner, so that partners cannot join their customers.
     */
    public String tokenFor(UUID consumer, String partner) {
        var token = keys.agreement(partner).authenticate(Bytes.of(consumer));
        return HexFormat.of().formatHex(token, 0, 16);
    }

    private record MatchToken(String kind, byte[] value) {}

    /** The stronger first. */
    private List<MatchToken> tokens(Identity identity) {
        var tokens = new ArrayList<MatchToken>();
        if (!identity.normalisedEmail().isEmpty()) tokens.add(token("email", identity.normalisedEmail()));
        if (!identity.normalisedPhone().isEmpty()) tokens.add(token("phone", identity.normalisedPhone()));
        return tokens;
    }

    private MatchToken token(String kind, String text) {
        return new MatchToken(kind, keys.matching().authenticate((kind + ':' + text).getBytes(UTF_8)));
    }

    private Optional<UUID> find(List<MatchToken> tokens) {
        var mayHaveAnotherEmail = tokens.size() == 1;
        for (var token : tokens) {
            var found = find(token, token.kind().equals("email") || mayHaveAnotherEmail);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** Locks what it finds against erasure, which would otherwise leave a token that names an erased consumer. */
    private Optional<UUID> find(MatchToken token, boolean mayHaveAnotherEmail) {
        return jdbc.sql("""
                        select c.id from consumer_match m join consumer c on c.id = m.consumer
                        where m.token = :token and c.erased_at is null
                          and (:mayHaveAnotherEmail or not exists (
                              select from consumer_match e where e.consumer = c.id and e.kind = 'email'))
                        for share of c""")
                .param("token", token.value())
                .param("mayHaveAnotherEmail", mayHaveAnotherEmail)
                .query(UUID.class)
                .optional();
    }

    private UUID create(Identity identity, List<MatchToken> tokens, Instant at) {
        var consumer = ids.get();
        if (!tokens.isEmpty() && !claim(tokens.get(0), consumer)) return findBroughtMeanwhile(tokens.get(0));
        vault.create(consumer, identity.bytes(), at);
        return consumer;
    }

    private UUID findBroughtMeanwhile(MatchToken token) {
        return find(token, true).orElseThrow(() -> new IllegalStateException("a consumer was erased as it came again"));
    }

    /** @return whether the token was free; waits for another transaction that is just taking it */
    private boolean claim(MatchToken token, UUID consumer) {
        return jdbc.sql("""
                                insert into consumer_match (token, kind, consumer)
                                values (:token, :kind, :consumer) on conflict do nothing""")
                        .param("token", token.value())
                        .param("kind", token.kind())
                        .param("consumer", consumer)
                        .update()
                == 1;
    }
}
