package relais.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners still owe an answer for. Everything joins the caller's transaction. */
public final class ExpectedAcknowledgements {

    private final JdbcClient jdbc;
    private final Clock clock;

    public ExpectedAcknowledgements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Expects an answer to a document sent under these control numbers, within a time from now. */
    public void expect(UUID document, Sent sent, Duration within) {
        parameters(jdbc.sql("""
                        insert into expected_acknowledgement (document, partner, standard, interchange_control, group_control,
                                                              set_control, state, due_at)
                        values (:document, :partner, :standard, :interchange, :group, :set, 'pending', :due)
                        on conflict do nothing
                        """), sent)
                .param("document", document)
                .param("due", Columns.at(clock.instant().plus(within)))
                .update();
    }

    /**
     * Closes what an acknowledgement answers. An accepted document whose time was over is late.
     *
     * @param answered control numbers that the acknowledgement names; an empty one matches any; leading zeros make no
     *     difference
     * @param acknowledgement the inbound document that says so
     * @return the documents it closed; empty when it matches nothing that is open
     */
    public List<UUID> close(Sent answered, Verdict verdict, UUID acknowledgement) {
        if (answered.namesNothing()) return List.of();
        return parameters(jdbc.sql("""
                        with closed as (
                            update expected_acknowledgement
                            set state = case when :verdict = 'accepted' and due_at < :now then 'late' else :verdict end,
                                closed_at = :now, closed_by = :acknowledgement
                            where partner = :partner and standard = :standard and closed_at is null
                              and (:interchange = '' or interchange_control = :interchange)
                              and (:group = '' or group_control = :group)
                              and (:set = '' or set_control = :set)
                            returning document, state),
                        marked as (
                            update document d
                            set state = case c.state when 'rejected' then 'rejected' else 'acknowledged' end, updated_at = :now
                            from closed c
                            where c.document = d.id),
                        told as (
                            insert into step (document, at, name, detail)
                            select document, :now, 'acknowledged', state from closed)
                        select document from closed
                        """), answered)
                .param("verdict", Columns.text(verdict))
                .param("now", Columns.at(clock.instant()))
                .param("acknowledgement", acknowledgement)
                .query(UUID.class)
                .list();
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, Sent sent) {
        return statement
                .param("partner", sent.partner())
                .param("standard", sent.standard())
                .param("interchange", Columns.controlNumber(sent.interchangeControl()))
                .param("group", Columns.controlNumber(sent.groupControl()))
                .param("set", Columns.controlNumber(sent.setControl()));
    }

    /** Marks what is past its time as overdue; it may still be closed later. @return the documents that became overdue */
    public List<UUID> sweep() {
        return jdbc.sql("""
                        update expected_acknowledgement set state = 'overdue'
                        where state = 'pending' and due_at < :now
                        returning document
                        """)
                .param("now", Columns.at(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /** The control numbers a document left under. */
    public record Sent(
            String partner, String standard, String interchangeControl, String groupControl, String setControl) {

        private boolean namesNothing() {
            return (interchangeControl + groupControl + setControl).isBlank();
        }
    }

    public enum Verdict {
        ACCEPTED,
        ACCEPTED_WITH_ERRORS,
        REJECTED
    }
}
