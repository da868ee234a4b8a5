package relais.consumer;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.MasterKeys.Wrapped;

/**
 * Seals bytes under keys (AES-256-GCM, bound to the owner's id), each of which is itself wrapped by a master key. An owner is
 * a consumer, or something that was received or sent and may name consumers. Destroying a key makes unreadable whatever was
 * sealed with it, wherever it lies. A key can be shared out among consumers: then it is gone with any one of them. Every method joins the
 * caller's transaction.
 */
public final class Vault {

    private static final int KEY_BYTES = 32;

    /** Whose key is the secret that match tokens are made with. It must not follow from what rotates. */
    private static final UUID MATCHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final SecureRandom random;

    public Vault(JdbcClient jdbc, MasterKeys masters, SecureRandom random) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.random = random;
    }

    /** A key at hand. It opens what was sealed with it for its owner, and nothing else. */
    public static final class Key {

        private final byte[] bytes;
        private final UUID owner;
        private final Cipher cipher;

        private Key(byte[] bytes, UUID owner, SecureRandom random) {
            this.bytes = bytes;
            this.owner = owner;
            this.cipher = new Cipher(new SecretKeySpec(bytes, "AES"), random);
        }

        /** @return a version byte, the nonce, the ciphertext and its tag */
        public byte[] seal(byte[] plain) {
            return cipher.seal(plain, Bytes.of(owner));
        }

        /** @throws IllegalArgumentException if the bytes are not what was sealed with this key */
        public byte[] open(byte[] sealed) {
            return cipher.open(sealed, Bytes.of(owner));
        }
    }

    /** Gives an owner its key. */
    public Key create(UUID owner) {
        var key = fresh(owner);
        insert(owner, key.bytes);
        return key;
    }

    /** Gives an owner another key in the place of its own, which nobody has any more once this is committed. */
    public Key renew(UUID owner) {
        var key = fresh(owner);
        unshare(owner);
        update(owner, key.bytes);
        return key;
    }

    /** Destroys a key. What was sealed with it stays unreadable for good. Doing it twice changes nothing. */
    public void destroy(UUID owner) {
        jdbc.sql("update vault_key set wrapped = null where id = :owner")
                .param("owner", owner)
                .update();
    }

    /** Takes back the key of an owner that does not come to be. */
    public void forget(UUID owner) {
        jdbc.sql("delete from vault_key where id = :owner")
                .param("owner", owner)
                .update();
    }

    /**
     * Shares an owner's key out among consumers, in the place of whom it was shared among before: it can be had as long as all of
     * them are there, and is gone with the first that is erased. If one of them is erased already, it is gone at once.
     */
    public void share(UUID owner, Set<UUID> consumers) {
        var key = key(owner);
        if (key.isEmpty() || consumers.isEmpty()) return;
        var keys = keys(consumers);
        unshare(owner);
        if (keys.size() < consumers.size()) {
            destroy(owner);
            return;
        }
        var own = key.get().bytes.clone();
        for (var consumer : consumers) {
            var share = bytes();
            add(share, own);
            jdbc.sql("insert into vault_share (key, consumer, share) values (:owner, :consumer, :share)")
                    .param("owner", owner)
                    .param("consumer", consumer)
                    .param("share", keys.get(consumer).seal(share))
                    .update();
        }
        update(owner, own);
    }

    /**
     * @return a version byte, the nonce, the ciphertext and its tag
     * @throws ConsumerErased if the key was destroyed
     * @throws IllegalArgumentException if there is no such key
     */
    public byte[] seal(UUID owner, byte[] plain) {
        return key(owner).orElseThrow(() -> new ConsumerErased(owner)).seal(plain);
    }

    /**
     * @return what was sealed; empty once the key, or one that it is shared out to, is destroyed
     * @throws IllegalArgumentException if there is no such key, or the bytes are not what was sealed with it
     */
    public Optional<byte[]> open(UUID owner, byte[] sealed) {
        return key(owner).map(key -> key.open(sealed));
    }

    /** @return whether an owner has, or had, a key */
    public boolean knows(UUID owner) {
        return row(owner).isPresent();
    }

    /**
     * @return empty once it, or one that it is shared out to, is destroyed
     * @throws IllegalArgumentException if there is no such key
     */
    public Optional<Key> key(UUID owner) {
        var row = row(owner).orElseThrow(() -> new IllegalArgumentException("nobody has the key " + owner));
        if (row.wrapped().isEmpty()) return Optional.empty();
        var own = masters.unwrap(row.wrapped().get(), owner, random);
        return row.shared() ? whole(owner, own) : Optional.of(new Key(own, owner, random));
    }

    /** The keys of these consumers, as far as they are not destroyed. */
    public Map<UUID, Key> keys(Collection<UUID> consumers) {
        var found = new HashMap<UUID, Key>();
        if (consumers.isEmpty()) return found;
        jdbc.sql("select id, wrapped, wrapped_with from vault_key where id = any(:ids) and wrapped is not null")
                .param("ids", consumers.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Wrapped(row.getBytes("wrapped"), row.getString("wrapped_with"))))
                .list()
                .forEach(row -> found.put(
                        row.getKey(),
                        new Key(masters.unwrap(row.getValue(), row.getKey(), random), row.getKey(), random)));
        return found;
    }

    /** The secret behind match tokens; made when there is none yet. Two nodes that start at once agree on one. */
    Keys matching() {
        var wrapped = masters.wrap(bytes(), MATCHING, random);
        jdbc.sql("insert into vault_key (id, wrapped, wrapped_with) values (:id, :key, :with) on conflict do nothing")
                .param("id", MATCHING)
                .param("key", wrapped.key())
                .param("with", wrapped.with())
                .update();
        return new Keys(key(MATCHING).orElseThrow().bytes);
    }

    private record Row(Optional<Wrapped> wrapped, boolean shared) {}

    private Optional<Row> row(UUID owner) {
        return jdbc.sql("""
                        select wrapped, wrapped_with, exists (select from vault_share s where s.key = k.id) as shared
                        from vault_key k where id = :owner""")
                .param("owner", owner)
                .query((row, n) -> {
                    var with = row.getString("wrapped_with");
                    var wrapped = Optional.ofNullable(row.getBytes("wrapped")).map(key -> new Wrapped(key, with));
                    return new Row(wrapped, row.getBoolean("shared"));
                })
                .optional();
    }

    /** The consumers among whom a key is shared out. */
    public Set<UUID> sharers(UUID owner) {
        return jdbc.sql("select consumer from vault_share where key = :owner")
                .param("owner", owner)
                .query(UUID.class)
                .set();
    }

    private record Share(UUID consumer, byte[] sealed) {}

    private Optional<Key> whole(UUID owner, byte[] own) {
        var shares = jdbc.sql("select consumer, share from vault_share where key = :owner")
                .param("owner", owner)
                .query((row, n) -> new Share(row.getObject("consumer", UUID.class), row.getBytes("share")))
                .list();
        var keys = keys(shares.stream().map(Share::consumer).toList());
        if (keys.size() < shares.size()) return Optional.empty();
        for (var share : shares) add(keys.get(share.consumer()).open(share.sealed()), own);
        return Optional.of(new Key(own, owner, random));
    }

    private void unshare(UUID owner) {
        jdbc.sql("delete from vault_share where key = :owner")
                .param("owner", owner)
                .update();
    }

    /** Adds without carry: the same again takes it away. */
    private static void add(byte[] share, byte[] to) {
        for (int i = 0; i < to.length; i++) to[i] ^= share[i];
    }

    private Key fresh(UUID owner) {
        return new Key(bytes(), owner, random);
    }

    private byte[] bytes() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private void insert(UUID owner, byte[] key) {
        var wrapped = masters.wrap(key, owner, random);
        jdbc.sql("insert into vault_key (id, wrapped, wrapped_with) values (:owner, :key, :with)")
                .param("owner", owner)
                .param("key", wrapped.key())
                .param("with", wrapped.with())
                .update();
    }

    private void update(UUID owner, byte[] key) {
        var wrapped = masters.wrap(key, owner, random);
        jdbc.sql("update vault_key set wrapped = :key, wrapped_with = :with where id = :owner")
                .param("owner", owner)
                .param("key", wrapped.key())
                .param("with", wrapped.with())
                .update();
    }
}
