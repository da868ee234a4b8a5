package relais.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.consumer.ErasureListener;

/** Puts aside what still waits to be sent of a consumer who is erased: nobody can open it any more. */
final class OutboxErasure implements ErasureListener {

    private final JdbcClient jdbc;

    OutboxErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erased(UUID consumer, Instant at, String by) {
        jdbc.sql("""
                        with parked as (
                            update outbox set state = 'parked', last_error = :reason
                            where sealed_for = :consumer and state = 'due' returning document),
                        marked as (
                            update document set state = 'parked', updated_at = :at
                            where id in (select document from parked) and state = 'due')
                        insert into step (document, at, name, detail)
                        select document, :at, 'parked', :reason from parked""")
                .param("consumer", consumer)
                .param("at", Columns.at(at))
                .param("reason", "the consumer was erased before it was sent")
                .update();
    }
}
