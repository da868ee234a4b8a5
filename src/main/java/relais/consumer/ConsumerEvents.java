package relais.consumer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done with what is held on consumers: who, when and why, without personal data. Never changed. */
public final class ConsumerEvents {

    /** What is noted. */
    public enum Kind {
        EXPORTED,
        ERASED,
        DISCLOSED
    }

    /**
     * @param by the operator, or the partner that was told
     * @param detail the reason, or the fields that were told
     */
    public record ConsumerEvent(Kind kind, Instant at, String by, String detail) {}

    private final JdbcClient jdbc;

    public ConsumerEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes an event, in the caller's transaction. */
    public void note(UUID consumer, Kind kind, Instant at, String by, String detail) {
        jdbc.sql("""
                        insert into consumer_event (consumer, kind, at, by_whom, detail)
                        values (:consumer, :kind, :at, :by, :detail)""")
                .param("consumer", consumer)
                .param("kind", Names.of(kind))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("detail", detail)
                .update();
    }

    /** The first first. */
    public List<ConsumerEvent> of(UUID consumer) {
        return jdbc.sql("select kind, at, by_whom, detail from consumer_event where consumer = :consumer order by id")
                .param("consumer", consumer)
                .query((row, n) -> new ConsumerEvent(
                        Names.of(Kind.class, row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_whom"),
                        row.getString("detail")))
                .list();
    }
}
