package relais.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The ledger as of one moment, read on several connections at once. What they read is taken in the order of the work, so that what is
 * found first does not depend on who reads faster; not more of it is held than two pieces for each connection.
 */
final class Snapshot implements AutoCloseable {

    private static final int PIECES_AHEAD = 2;

    private final List<Connection> connections;
    private final BlockingQueue<JdbcClient> readers;
    private final Optional<ExecutorService> threads;

    private Snapshot(List<Connection> connections, List<JdbcClient> readers, Optional<ExecutorService> threads) {
        this.connections = connections;
        this.readers = new ArrayBlockingQueue<>(readers.size(), false, readers);
        this.threads = threads;
    }

    /** Reads piece after piece in the caller's thread and transaction. */
    static Snapshot of(JdbcClient jdbc) {
        return new Snapshot(List.of(), List.of(jdbc), Optional.empty());
    }

    /** @param readers how many connections to read on */
    static Snapshot take(DataSource dataSource, int readers) throws SQLException {
        var connections = new ArrayList<Connection>();
        try {
            for (int n = 0; n < readers; n++) connections.add(begin(dataSource));
            var id = text(connections.get(0), "select pg_export_snapshot()");
            for (var connection : connections.subList(1, readers))
                execute(connection, "set transaction snapshot '" + id + "'");
        } catch (SQLException e) {
            for (var connection : connections) connection.close();
            throw e;
        }
        var clients = connections.stream().map(Snapshot::client).toList();
        return new Snapshot(connections, clients, Optional.of(Executors.newFixedThreadPool(readers)));
    }

    private static Connection begin(DataSource dataSource) throws SQLException {
        var connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.unwrap(PGConnection.class).setPrepareThreshold(-1); // hashes come as bytes, not as digits
        return connection;
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** A piece of work: reads on a connection that nobody else uses meanwhile. */
    @FunctionalInterface
    interface Piece<T> {
        T read(JdbcClient jdbc, long number);
    }

    /**
     * Reads pieces 0 to before {@code count} at the same time and takes what they gave one after the other, until a fault.
     *
     * @param take what to do with each, in the caller's thread
     */
    <T> Optional<Fault> inOrder(long count, Piece<T> piece, Function<T, Optional<Fault>> take) {
        var pending = new ArrayDeque<Future<T>>();
        long next = 0;
        try {
            while (next < count || !pending.isEmpty()) {
                for (; next < count && pending.size() < Math.max(1, connections.size() * PIECES_AHEAD); next++)
                    pending.addLast(submit(piece, next));
                var fault = take.apply(result(pending.removeFirst()));
                if (fault.isPresent()) return fault;
            }
            return Optional.empty();
        } finally {
            pending.forEach(Snapshot::await);
        }
    }

    /** Asks one thing on one connection. */
    <T> T ask(Function<JdbcClient, T> question) {
        var jdbc = take();
        try {
            return question.apply(jdbc);
        } finally {
            readers.add(jdbc);
        }
    }

    private <T> Future<T> submit(Piece<T> piece, long number) {
        Callable<T> reading = () -> ask(jdbc -> piece.read(jdbc, number));
        if (threads.isPresent()) return threads.get().submit(reading);
        var now = new FutureTask<>(reading);
        now.run();
        return now;
    }

    private JdbcClient take() {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException afterTheFirstFault) {
            return;
        }
    }

    @Override
    public void close() {
        threads.ifPresent(ExecutorService::shutdown);
        for (var connection : connections) {
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException gone) {
                continue;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
