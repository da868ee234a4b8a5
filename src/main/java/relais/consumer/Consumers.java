package relais.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who the consumer is. A person is found again by match tokens: HMAC-SHA-256 of the normalised e-mail, loyalty number and phone under a
 * key of the brand. That key follows from a secret that stays when master keys rotate. No table holds any of them in the clear. Every method
 * joins the caller's transaction.
 */
public final class Consumers {

    private static final String EMAIL = "email";
    private static final String LOYALTY = "loyalty";
    private static final String PHONE = "phone";
    private static final int TOKEN_BYTES = 16;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Keys keys;
    private final Supplier<UUID> ids;

    public Consumers(JdbcClient jdbc, Vault vault, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = vault.matching();
        this.ids = ids;
    }

    /**
     * Finds the consumer with this e-mail, else with this loyalty number, else with this phone, else creates one with a key of its own. A phone
     * that belongs to a consumer with another e-mail does not match: households share phones. Without any of them
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

    /** What was known of a consumer when it was first seen; empty once erased, and for a consumer that never was. */
    public Optional<Identity> identity(UUID consumer) {
        return find(consumer).flatMap(Known::identity);
    }

    /**
     * What is held on a consumer here.
     *
     * @param identity empty once erased
     * @param matchKinds what it is recognised by: email, loyalty, phone
     */
    public record Known(
            Instant createdAt, Optional<Instant> erasedAt, Optional<Identity> identity, List<String> matchKinds) {}

    /** @return empty if there was never such a consumer */
    public Optional<Known> find(UUID consumer) {
        return jdbc.sql("""
                        select created_at, erased_at, identity,
                            array(select kind from consumer_match m where m.consumer = c.id order by kind) as kinds
                        from consumer c where id = :consumer""")
                .param("consumer", consumer)
                .query((row, n) -> new Row(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("erased_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getBytes("identity")),
                        List.of((String[]) row.getArray("kinds").getArray())))
                .optional()
                .map(row -> new Known(
                        row.createdAt(),
                        row.erasedAt(),
                        row.identity()
                                .flatMap(closed -> vault.open(consumer, closed))
                                .map(Identity::ofBytes),
                        row.matchKinds()));
    }

    private record Row(
            Instant createdAt, Optional<Instant> erasedAt, Optional<byte[]> identity, List<String> matchKinds) {}

    /**
     * The name under which a partner may know a consumer: 32 hexadecimal digits, always the same for the two, and
     * another one for every partner, so that partners cannot join their customers.
     */
    public String tokenFor(UUID consumer, String partner) {
        return hex(keys.agreement(partner).authenticate(Bytes.of(consumer)));
    }

    /**
     * Match tokens that a partner may be given for a person it knows, to recognise it by without being told more: 32 hexadecimal digits by kind
     * (email, loyalty, phone). They are made under a key of the agreement with this partner, so that what two partners hold of one person cannot be joined.
     */
    public Map<String, String> matchTokensFor(Identity identity, String partner) {
        var given = new LinkedHashMap<String, String>();
        tokens(identity, keys.agreement(partner)).forEach(token -> given.put(token.kind(), hex(token.value())));
        return given;
    }

    /** What a consumer is erased by; the id stays. */
    void erase(UUID consumer, Instant at) {
        jdbc.sql("update consumer set identity = null, erased_at = :at where id = :consumer and erased_at is null")
                .param("consumer", consumer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from consumer_match where consumer = :consumer")
                .param("consumer", consumer)
                .update();
        vault.destroy(consumer);
    }

    private record MatchToken(String kind, byte[] value) {}

    /** The stronger first. */
    private List<MatchToken> tokens(Identity identity) {
        return tokens(identity, keys.matching());
    }

    private static List<MatchToken> tokens(Identity identity, Mac key) {
        var tokens = new ArrayList<MatchToken>();
        add(EMAIL, identity.normalisedEmail(), key, tokens);
        add(LOYALTY, identity.normalisedLoyalty(), key, tokens);
        add(PHONE, identity.normalisedPhone(), key, tokens);
        return tokens;
    }

    private static void add(String kind, String text, Mac key, List<MatchToken> tokens) {
        if (!text.isEmpty()) tokens.add(new MatchToken(kind, key.authenticate((kind + ':' + text).getBytes(UTF_8))));
    }

    private static String hex(byte[] token) {
        return HexFormat.of().formatHex(token, 0, TOKEN_BYTES);
    }

    private Optional<UUID> find(List<MatchToken> tokens) {
        var hasEmail = tokens.stream().anyMatch(token -> token.kind().equals(EMAIL));
        for (var token : tokens) {
            var found = find(token, !(hasEmail && token.kind().equals(PHONE)));
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
        var key = vault.create(consumer);
        jdbc.sql("insert into consumer (id, created_at, identity) values (:id, :at, :identity)")
                .param("id", consumer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("identity", key.seal(identity.bytes()))
                .update();
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
