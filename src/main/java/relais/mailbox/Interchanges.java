package relais.mailbox;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each interchange of a receipt turned out to be, as read so far: what its acknowledgement is made from. */
public final class Interchanges {

    private final JdbcClient jdbc;

    public Interchanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes an interchange, or what has become of it since. */
    public void save(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /** @param ordinal position in the receipt, from 1 */
    public Optional<Entry> find(UUID receipt, int ordinal) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes a sender's interchange control number; leading zeros make no difference.
     *
     * @return false if an earlier interchange has it
     */
    public boolean claimControlNumber(String partner, String standard, String controlNumber, UUID receipt) {
        throw new UnsupportedOperationException();
    }

    public enum State {
        READING,
        ACCEPTED,
        PARTLY_ACCEPTED,
        REJECTED
    }

    /**
     * @param partner whose it is by its envelope and channel; empty when unknown
     * @param standard x12, edifact, json or smooks
     * @param sender qualifier:id as in the envelope
     * @param outcomeJson groups and transaction sets with their findings, as read so far
     */
    public record Entry(
            UUID receipt,
            int ordinal,
            String partner,
            String standard,
            String sender,
            String receiver,
            String controlNumber,
            String outcomeJson,
            State state) {}
}
