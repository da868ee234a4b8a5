package relais.mailbox;

import static relais.mailbox.Entries.CLOCK;

import java.io.InputStream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import relais.consumer.Vaults;

/** A process of its own that takes in more bytes than it has memory, and reads them back. */
final class LargeReceipt {

    private LargeReceipt() {}

    /** @param arguments URL of the database, number of bytes */
    public static void main(String[] arguments) throws Exception {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        var size = Long.parseLong(arguments[1]);
        var inbox = new Inbox(
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                Vaults.on(JdbcClient.create(database)),
                MailboxLimits.standard(),
                CLOCK,
                () -> new java.util.UUID(2, 2));

        var receipt = inbox.accept("acme-inbox", "acme", "large.edi", "", new Pattern(size));

        if (!same(new Pattern(size), inbox.open(receipt.id(), 0))) throw new IllegalStateException("other bytes");
    }

    private static boolean same(InputStream expected, InputStream actual) throws Exception {
        var left = new byte[1 << 16];
        var right = new byte[1 << 16];
        for (var read = expected.readNBytes(left, 0, left.length); ; read = expected.readNBytes(left, 0, left.length)) {
            if (actual.readNBytes(right, 0, right.length) != read) return false;
            if (!java.util.Arrays.equals(left, 0, read, right, 0, read)) return false;
            if (read == 0) return true;
        }
    }

    /** Bytes that differ from place to place, made while they are read. */
    private static final class Pattern extends InputStream {

        private final long size;
        private long position;

        Pattern(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return position < size ? (int) (position++ * 2654435761L >>> 24 & 0xff) : -1;
        }
    }
}
