package relais;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own for one test class, on a real PostgreSQL that is started once per JVM; its schema is what Flyway
 * makes of the migrations.
 *
 * <pre>{@code
 * private static final Database database = Database.fresh();
 *
 * @AfterAll static void close() { database.close(); }
 * }</pre>
 */
public final class Database implements AutoCloseable {

    private static final String TEMPLATE = "relais_template";
    /** Tests do without waiting for the disk; benchmarks say {@code -Drelais.test.durable=on}. */
    private static final String DURABLE = System.getProperty("relais.test.durable", "off");

    private static final AtomicLong COUNT = new AtomicLong();

    private final HikariDataSource pool;

    private final String name;

    private Database(String name, HikariDataSource pool) {
        this.name = name;
        this.pool = pool;
    }

    /** An empty, migrated database. */
    public static Database fresh() {
        var name = "relais_" + COUNT.incrementAndGet();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database " + name + " template " + TEMPLATE)
                .update();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(Server.POSTGRES.getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(1);
        return new Database(name, pool);
    }

    /** One whose tables belong to a user of its own that is no superuser, and who is connected as it. */
    public static Database ofPlainUser() {
        var name = "relais_" + COUNT.incrementAndGet();
        var postgres = JdbcClient.create(Server.POSTGRES.getPostgresDatabase());
        postgres.sql("create role " + name + " login").update();
        postgres.sql("create database " + name + " owner " + name).update();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(Server.POSTGRES.getJdbcUrl(name, name));
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(1);
        Flyway.configure().dataSource(pool).load().migrate();
        return new Database(name, pool);
    }

    public DataSource dataSource() {
        return pool;
    }

    public String url() {
        return pool.getJdbcUrl();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    /** One transaction around what it is given. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    /** Ids that count up, the same in every run. */
    public static Supplier<UUID> ids() {
        var count = new AtomicLong();
        return () -> new UUID(0x7000L, 0x8000000000000000L | count.incrementAndGet());
    }

    /** Drops it, so that many do not make the server slow to stop. */
    @Override
    public void close() {
        pool.close();
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("drop database " + name + " with (force)")
                .update();
    }

    /** Started with the first database, stopped with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", DURABLE)
                        .setServerConfig("synchronous_commit", DURABLE)
                        .start();
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("create database " + TEMPLATE)
                        .update();
                Flyway.configure()
                        .dataSource(postgres.getJdbcUrl("postgres", TEMPLATE), "postgres", "")
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
