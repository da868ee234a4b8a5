package relais.mailbox;

import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a receipt and its chunks while the bytes arrive. */
final class ReceiptWriter {

    ReceiptWriter(JdbcClient jdbc, long receiptBytesMax, Clock clock, Supplier<UUID> ids) {}

    Written write(Arrival arrival, InputStream bytes) {
        throw new UnsupportedOperationException();
    }

    record Arrival(String channel, String partner, String name, String contentType) {}

    /** @param complete false when the bytes went on beyond the limit */
    record Written(Inbox.Receipt receipt, boolean complete) {}
}
