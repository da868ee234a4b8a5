package relais.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be sent, written in the transaction that decided it. Everything joins the caller's transaction. */
public final class Outbox {

    private final JdbcOperations batches;
    private final JdbcClient jdbc;
    private final MailboxLimits.Retries retries;
    private final Clock clock;

    public Outbox(JdbcOperations jdbc, MailboxLimits limits, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.retries = limits.outgoing();
        this.clock = clock;
    }

    /** Makes one payload due. */
    public void put(Payload payload) {
        put(List.of(payload));
    }

    /** Makes payloads due, in this order. */
    public void put(List<Payload> payloads) {
        if (payloads.isEmpty()) return;
        var now = Columns.at(clock.instant());
        batches.batchUpdate(
                """
                insert into outbox (document, channel, ordering_key, name, content_type, sealed_for, payload, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, 'due', ?)
                """, payloads.stream().map(payload -> values(payload, now)).toList());
        wake();
    }

    private static Object[] values(Payload payload, OffsetDateTime now) {
        return new Object[] {
            payload.document(),
            payload.channel(),
            payload.orderingKey(),
            payload.name(),
            payload.contentType(),
            payload.sealedFor().orElse(null),
            payload.bytes(),
            now
        };
    }

    private void wake() {
        jdbc.sql("select pg_notify('outbox', '')").query().singleRow();
    }

    /**
     * Takes payloads of one channel that are due and that no other worker holds, oldest first and only the oldest of each
     * ordering key; they are held until the transaction ends. A payload that backs off holds back its key, a parked one
     * does not. One channel at a time, so that one whose far end is down holds up no other.
     */
    public List<Outgoing> claim(String channel, int max) {
        return jdbc.sql("""
                        select id, document, channel, ordering_key, name, content_type, sealed_for, payload, attempts, resends
                        from outbox o
                        where channel = :channel and state = 'due' and due_at <= now()
                          and not exists (select from outbox earlier
                                          where earlier.channel = o.channel and earlier.ordering_key = o.ordering_key
                                            and earlier.state = 'due' and earlier.id < o.id)
                        order by id
                        limit :max
                        for update skip locked
                        """)
                .param("channel", channel)
                .param("max", max)
                .query(Outbox::outgoing)
                .list();
    }

    /** Which of these channels have payloads that are due; a payload may still be held back by an older one of its key. */
    public List<String> due(Collection<String> channels) {
        if (channels.isEmpty()) return List.of();
        return jdbc.sql("""
                        select channel from unnest(array[:channels]::text[]) as channel
                        where exists (select from outbox
                                      where outbox.channel = channel.channel and state = 'due' and due_at <= now())
                        """)
                .param("channels", List.copyOf(channels))
                .query(String.class)
                .list();
    }

    private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
        var payload = new Payload(
                row.getObject("document", UUID.class),
                row.getString("channel"),
                row.getString("ordering_key"),
                row.getString("name"),
                row.getString("content_type"),
                Optional.ofNullable(row.getObject("sealed_for", UUID.class)),
                row.getBytes("payload"));
        var resends = row.getInt("resends");
        var deliveryId = resends == 0 ? payload.name() : payload.name() + "-" + resends;
        return new Outgoing(row.getLong("id"), payload, row.getInt("attempts"), deliveryId);
    }

    /** Marks a payload and its document as sent. */
    public void sent(long id) {
        sent(List.of(id));
    }

    /** Marks payloads and their documents as sent. */
    public void sent(Collection<Long> ids) {
        if (ids.isEmpty()) return;
        jdbc.sql("""
                        with gone as (
                            update outbox set state = 'sent', sent_at = :now, last_error = ''
                            where id in (:ids) and state = 'due'
                            returning document, channel, name),
                        marked as (
                            update document set state = 'sent', updated_at = :now
                            where id in (select document from gone) and state = 'due')
                        insert into step (document, at, name, detail)
                        select document, :now, 'sent', channel || ' ' || name from gone
                        """)
                .param("now", Columns.at(clock.instant()))
                .param("ids", ids)
                .update();
    }

    /**
     * Counts a failure: the payload is due again after a pause, and parked together with its document after
     * {@link MailboxLimits#outgoing} many.
     *
     * @param error what happened, without payload
     */
    public void failed(long id, String error) {
        jdbc.sql("select attempts from outbox where id = :id and state = 'due' for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .ifPresent(attempts -> failed(id, attempts + 1, error));
    }

    private void failed(long id, int attempts, String error) {
        jdbc.sql("""
                        update outbox
                        set attempts = :attempts, last_error = :error, due_at = now() + :pause * interval '1 millisecond'
                        where id = :id
                        """)
                .param("attempts", attempts)
                .param("error", error)
                .param("pause", retries.pauseAfter(attempts).toMillis())
                .param("id", id)
                .update();
        if (retries.exhausted(attempts)) park(id, "sending failed " + attempts + " times: " + error);
    }

    private void park(long id, String reason) {
        jdbc.sql("""
                        with parked as (update outbox set state = 'parked' where id = :id returning document),
                        marked as (
                            update document set state = 'parked', updated_at = :now
                            where id in (select document from parked) and state = 'due')
                        insert into step (document, at, name, detail) select document, :now, 'parked', :reason from parked
                        """)
                .param("id", id)
                .param("now", Columns.at(clock.instant()))
                .param("reason", reason)
                .update();
    }

    /**
     * Sends parked or sent payloads of these documents (again). What is due already stays as it is, so asking twice sends
     * once.
     *
     * @return how many payloads became due
     */
    public int resend(Collection<UUID> documents) {
        var again = jdbc.sql("""
                        with again as (
                            update outbox
                            set state = 'due', attempts = 0, due_at = now(), sent_at = null,
                                resends = resends + case state when 'sent' then 1 else 0 end
                            where document = any(cast(:documents as uuid[])) and state in ('parked', 'sent')
                            returning document, channel),
                        marked as (
                            update document set state = 'due', updated_at = :now
                            where id in (select document from again) and state in ('parked', 'sent'))
                        insert into step (document, at, name, detail)
                        select document, :now, 'resend', channel from again
                        """)
                .param("documents", documents.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("now", Columns.at(clock.instant()))
                .update();
        if (again > 0) wake();
        return again;
    }

    /**
     * One payload for one channel.
     *
     * @param orderingKey payloads of one channel and key leave one after the other
     * @param name file name, or the duplicate id on a queue
     * @param sealedFor whose key seals the payload: of a consumer, or of the document itself; empty when it names no person
     */
    public record Payload(
            UUID document,
            String channel,
            String orderingKey,
            String name,
            String contentType,
            Optional<UUID> sealedFor,
            byte[] bytes) {}

    /**
     * A payload that this transaction sends.
     *
     * @param attempts failures so far
     * @param deliveryId the same for every attempt, another when an operator asks to send again: for the far end to
     *     recognise what it has
     */
    public record Outgoing(long id, Payload payload, int attempts, String deliveryId) {}
}
