package relais.consumer;

import static java.util.stream.Collectors.toCollection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What consumers agreed to, field by field and purpose by purpose. A history: what was said last holds, and nothing that was said goes away. Every method joins the caller's transaction. */
public final class Consents {

    /**
     * What a consumer said about one field.
     *
     * @param given whether it was agreed to, or withdrawn
     * @param source where it was said, without personal data: "order ACME-1001 of acme-retail"
     */
    public record Consent(Purpose purpose, Field field, boolean given, Instant at, String source) {}

    private final JdbcClient jdbc;

    public Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The consumer agrees. Where that held already nothing is written, so that the history tells changes only.
     *
     * @return how many fields that changes
     */
    public int give(UUID consumer, Purpose purpose, Set<Field> fields, Instant at, String source) {
        return say(consumer, purpose, fields, true, at, source);
    }

    /**
     * The consumer withdraws what it agreed to; what never was agreed to stays unsaid.
     *
     * @return how many fields that changes
     */
    public int withdraw(UUID consumer, Purpose purpose, Set<Field> fields, Instant at, String source) {
        return say(consumer, purpose, fields, false, at, source);
    }

    private int say(UUID consumer, Purpose purpose, Set<Field> fields, boolean given, Instant at, String source) {
        if (fields.isEmpty()) return 0;
        return jdbc.sql("""
                        insert into consent (consumer, purpose, field, given, at, source)
                        select :consumer, :purpose, said.field, :given, :at, :source
                        from unnest(:fields) as said (field)
                        where :given <> coalesce((select given from consent c
                            where c.consumer = :consumer and c.purpose = :purpose and c.field = said.field
                            order by id desc limit 1), false)""")
                .param("consumer", consumer)
                .param("purpose", Names.of(purpose))
                .param("given", given)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .param("fields", fields.stream().map(Names::of).toArray(String[]::new))
                .update();
    }

    /** The fields that may be used for a purpose now. */
    public Set<Field> agreed(UUID consumer, Purpose purpose) {
        return jdbc
                .sql("""
                        select field from (
                            select distinct on (field) field, given from consent
                            where consumer = :consumer and purpose = :purpose order by field, id desc) latest
                        where given""")
                .param("consumer", consumer)
                .param("purpose", Names.of(purpose))
                .query(String.class)
                .list()
                .stream()
                .map(name -> Names.of(Field.class, name))
                .collect(toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    /** Everything a consumer said, the first first. */
    public List<Consent> history(UUID consumer) {
        return jdbc.sql("select purpose, field, given, at, source from consent where consumer = :consumer order by id")
                .param("consumer", consumer)
                .query(Consents::consent)
                .list();
    }

    /** What a consumer said last on each purpose and field, in their order; nothing on what it never spoke of. */
    public List<Consent> latest(UUID consumer) {
        return jdbc.sql("""
                        select distinct on (purpose, field) purpose, field, given, at, source from consent
                        where consumer = :consumer order by purpose, field, id desc""").param("consumer", consumer).query(Consents::consent).stream()
                .sorted(Comparator.comparing(Consent::purpose).thenComparing(Consent::field))
                .toList();
    }

    private static Consent consent(ResultSet row, int n) throws SQLException {
        return new Consent(
                Names.of(Purpose.class, row.getString("purpose")),
                Names.of(Field.class, row.getString("field")),
                row.getBoolean("given"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("source"));
    }

    /**
     * What a partner may see: what its terms allow and the consumer agreed to, as long as the terms allow it.
     *
     * @param until the last day
     */
    static Set<Field> visible(Set<Field> allowed, Set<Field> agreed, LocalDate until, LocalDate today) {
        var visible = EnumSet.noneOf(Field.class);
        if (today.isAfter(until)) return visible;
        Arrays.stream(Field.values())
                .filter(field -> allowed.contains(field) && agreed.contains(field))
                .forEach(visible::add);
        return visible;
    }
}
