package relais.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that is lost at the n-th thing asked of it: each statement, each COPY, and the commit. */
final class Crashes extends DelegatingDataSource {

    private static final Set<String> ASKING = Set.of("prepareStatement", "createStatement", "unwrap", "commit");

    private int left = Integer.MAX_VALUE;
    private boolean afterTheFact;

    Crashes(DataSource target) {
        super(target);
    }

    /** Lets this many go through. */
    void after(int statements) {
        left = statements;
        afterTheFact = false;
    }

    /** Lets the next commit go through, but its answer never arrives. */
    void afterTheNextCommit() {
        left = Integer.MAX_VALUE;
        afterTheFact = true;
    }

    void stop() {
        after(Integer.MAX_VALUE);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (ASKING.contains(method.getName()) && left-- <= 0) throw lost();
                    try {
                        var result = method.invoke(connection, arguments);
                        if (afterTheFact && method.getName().equals("commit")) throw lost();
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static SQLException lost() {
        return new SQLException("connection lost", "08006");
    }
}
