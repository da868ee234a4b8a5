package relais.consumer;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import relais.consumer.MasterKeys.Wrapped;

/**
 * Wraps with the newest master key whatever an older one wrapped, in batches of one transaction each, beside the hub's work. It runs at every
 * start: what a stop interrupts goes on then, and where nothing is left it ends at once. It says in the log how far it is, and when the older keys
 * may go.
 */
public final class KeyRotation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int REPORT_KEYS = 10_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final MasterKeys masters;
    private final SecureRandom random;
    private final int batchKeysMax;
    private volatile boolean running;

    KeyRotation(
            JdbcClient jdbc,
            TransactionOperations transactions,
            MasterKeys masters,
            SecureRandom random,
            int batchKeysMax) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.masters = masters;
        this.random = random;
        this.batchKeysMax = batchKeysMax;
    }

    private record Old(UUID owner, Wrapped wrapped) {}

    /** How many keys an older master key still wraps. */
    public long left() {
        return jdbc.sql("select count(*) from vault_key where wrapped is not null and wrapped_with <> :newest")
                .param("newest", masters.newest())
                .query(Long.class)
                .single();
    }

    /**
     * Wraps all of them.
     *
     * @return how many it did; less than were left if it was stopped
     * @throws IllegalStateException if one is wrapped with a master key that is not configured; those before it are done
     */
    public long rotate() {
        running = true;
        return rotateWhileRunning(left());
    }

    private long rotateWhileRunning(long left) {
        var done = 0L;
        var last = BEFORE_ALL;
        while (running && done < left) {
            var from = last;
            var batch = transactions.execute(status -> batch(from));
            if (batch == null || batch.isEmpty()) break;
            last = batch.get(batch.size() - 1).owner();
            if ((done + batch.size()) / REPORT_KEYS > done / REPORT_KEYS)
                LOG.info("master key {}: {} of {} keys are wrapped with it anew", masters.newest(), done, left);
            done += batch.size();
        }
        return done;
    }

    private List<Old> batch(UUID from) {
        var old = jdbc.sql("""
                        select id, wrapped, wrapped_with from vault_key
                        where id >= :from and wrapped is not null and wrapped_with <> :newest
                        order by id limit :max for update""")
                .param("from", from)
                .param("newest", masters.newest())
                .param("max", batchKeysMax)
                .query((row, n) -> new Old(
                        row.getObject("id", UUID.class),
                        new Wrapped(row.getBytes("wrapped"), row.getString("wrapped_with"))))
                .list();
        old.forEach(this::rewrap);
        return old;
    }

    private void rewrap(Old old) {
        var wrapped = masters.wrap(masters.unwrap(old.wrapped(), old.owner(), random), old.owner(), random);
        jdbc.sql("update vault_key set wrapped = :key, wrapped_with = :with where id = :owner")
                .param("owner", old.owner())
                .param("key", wrapped.key())
                .param("with", wrapped.with())
                .update();
    }

    // --- as part of the hub ---

    @Override
    public void start() {
        running = true;
        var thread = new Thread(this::run, "key-rotation");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            var left = left();
            if (left == 0) return;
            LOG.info("master key {}: {} keys are to be wrapped with it anew", masters.newest(), left);
            rotateWhileRunning(left);
            if (running && left() == 0)
                LOG.info(
                        "master key {} wraps every key; those after it may go from relais.vault.master-keys",
                        masters.newest());
        } catch (RuntimeException failed) {
            if (running) LOG.error("keys are not wrapped anew: {}", failed.getMessage());
        } finally {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
