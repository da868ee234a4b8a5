package relais.ledger;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import org.postgresql.PGConnection;
import relais.Database;

/** What the database itself does with rows like postings. */
final class Floor {

    private static final int ROWS = 2_000_000;
    private static final int BATCH_ROWS = 20_000;
    private static final int SINGLE = 20_000;

    private static final String TABLE = """
            create table plain (shard smallint not null, seq bigint not null, n smallint not null, line int not null,
                debit bigint not null, credit bigint not null, minor_units bigint not null, currency text not null,
                base_minor bigint not null, reason text not null, reverses_seq bigint, reverses_n smallint)""";

    private Floor() {}

    /** Rows a second by COPY, a commit after each batch. */
    static double copy() throws Exception {
        try (var database = Database.fresh();
                var connection = database.dataSource().getConnection()) {
            database.jdbc().sql(TABLE).update();
            var rows = rows();
            var start = System.nanoTime();
            for (int done = 0; done < ROWS; done += BATCH_ROWS)
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy plain from stdin", new ByteArrayInputStream(rows));
            return ROWS / seconds(start);
        }
    }

    private static byte[] rows() {
        var rows = new StringBuilder();
        for (int n = 0; n < BATCH_ROWS; n++)
            rows.append("0\t").append(n).append("\t1\t1\t17\t18\t2399\tEUR\t19990\t12 % of 199.90 EUR\t\\N\t\\N\n");
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Postings a second: one transaction each that inserts a row and moves two balances. */
    static double oneTransactionEach() throws Exception {
        try (var database = Database.fresh();
                var connection = database.dataSource().getConnection()) {
            database.jdbc()
                    .sql(TABLE + "; alter table plain add primary key (shard, seq, n)")
                    .update();
            database.jdbc()
                    .sql("create table sums (account bigint primary key, minor_units bigint not null)")
                    .update();
            database.jdbc().sql("insert into sums values (17, 0), (18, 0)").update();
            connection.setAutoCommit(false);
            var start = System.nanoTime();
            for (int n = 0; n < SINGLE; n++) post(connection, n);
            return SINGLE / seconds(start);
        }
    }

    private static void post(Connection connection, int n) throws Exception {
        try (var insert = connection.prepareStatement(
                        "insert into plain values (0, ?, 1, 1, 17, 18, 2399, 'EUR', 19990, '12 % of 199.90 EUR', null, null)");
                var move = connection.prepareStatement(
                        "update sums set minor_units = minor_units + ? where account = ?")) {
            insert.setInt(1, n);
            insert.executeUpdate();
            move.setInt(1, -2399);
            move.setInt(2, 17);
            move.executeUpdate();
            move.setInt(1, 2399);
            move.setInt(2, 18);
            move.executeUpdate();
            connection.commit();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
