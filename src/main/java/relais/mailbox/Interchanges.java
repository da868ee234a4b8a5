package relais.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
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
        jdbc.sql("""
                        insert into interchange (receipt, ordinal, partner, standard, sender, receiver, control_number, outcome,
                                                 state)
                        values (:receipt, :ordinal, :partner, :standard, :sender, :receiver, :controlNumber,
                                cast(:outcome as json), :state)
                        on conflict (receipt, ordinal) do update
                        set partner = excluded.partner, outcome = excluded.outcome, state = excluded.state
                        """)
                .param("receipt", entry.receipt())
                .param("ordinal", entry.ordinal())
                .param("partner", entry.partner())
                .param("standard", entry.standard())
                .param("sender", entry.sender())
                .param("receiver", entry.receiver())
                .param("controlNumber", entry.controlNumber())
                .param("outcome", entry.outcomeJson())
                .param("state", Columns.text(entry.state()))
                .update();
    }

    /** @param ordinal position in the receipt, from 1 */
    public Optional<Entry> find(UUID receipt, int ordinal) {
        return jdbc.sql("select * from interchange where receipt = :receipt and ordinal = :ordinal")
                .param("receipt", receipt)
                .param("ordinal", ordinal)
                .query(Interchanges::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("receipt", UUID.class),
                row.getInt("ordinal"),
                row.getString("partner"),
                row.getString("standard"),
                row.getString("sender"),
                row.getString("receiver"),
                row.getString("control_number"),
                row.getString("outcome"),
                Columns.value(State.class, row.getString("state")));
    }

    /**
     * Takes a sender's interchange control number; leading zeros make no difference.
     *
     * @return false if an earlier interchange has it
     */
    public boolean claimControlNumber(String partner, String standard, String controlNumber, UUID receipt) {
        return jdbc.sql("""
                        insert into control_number_seen (partner, standard, control_number, receipt)
                        values (:partner, :standard, :controlNumber, :receipt)
                        on conflict do nothing
                        """)
                        .param("partner", partner)
                        .param("standard", standard)
                        .param("controlNumber", Columns.controlNumber(controlNumber))
                        .param("receipt", receipt)
                        .update()
                == 1;
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
