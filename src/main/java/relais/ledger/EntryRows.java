package relais.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import relais.document.Money;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;

/** Entries as they stand in the tables: with their facts, postings and accounts. */
final class EntryRows {

    /** All of an entry; {@code where} and {@code order by} follow. */
    static final String SELECT = "select " + RecordedFact.COLUMNS + """
            , s.id subject_id, s.hash subject_hash, s.partner seller, s.order_number, e.shard, e.seq, e.kind, e.partner,
            e.consumer, e.valid_on, e.due_on, e.booked_at, e.terms_version, e.inputs, e.parties, e.shares_ppm,
            e.versions, e.turnover, e.currency, e.explanation, e.leaf,
            (select json_agg(json_build_array(p.n, p.line, debit.name, credit.name, p.minor_units, p.currency,
                    p.base_minor, p.reason, p.reverses_seq, p.reverses_n) order by p.n)
             from posting p
             left join account debit on debit.id = p.debit and debit.currency = p.currency
             left join account credit on credit.id = p.credit and credit.currency = p.currency
             where p.shard = e.shard and p.seq = e.seq) postings
            from entry e join fact f on f.id = e.fact join fact s on s.id = e.subject
            """;

    static final RowMapper<Entry> ENTRY = (row, n) -> new Entry(
            row.getInt("shard"),
            row.getLong("seq"),
            kind(row),
            bookedAt(row),
            row.getObject("valid_on", LocalDate.class),
            dueOn(row),
            row.getString("partner"),
            row.getString("seller"),
            row.getString("order_number"),
            row.getObject("fact_document", UUID.class),
            consumer(row),
            shares(row),
            PostingRows.read(row.getString("postings")),
            row.getInt("terms_version"),
            row.getString("explanation"));

    static final RowMapper<Draft> DRAFT = (row, n) -> new Draft(
            kind(row),
            RecordedFact.ROW.mapRow(row, n),
            new Draft.Subject(row.getLong("subject_id"), row.getBytes("subject_hash")),
            row.getString("partner"),
            consumer(row),
            row.getObject("valid_on", LocalDate.class),
            dueOn(row),
            shares(row),
            PostingRows.read(row.getString("postings")),
            row.getInt("terms_version"),
            turnover(row),
            row.getBytes("inputs"),
            row.getString("explanation"),
            Optional.empty());

    private EntryRows() {}

    static Instant bookedAt(ResultSet row) throws SQLException {
        return row.getObject("booked_at", OffsetDateTime.class).toInstant();
    }

    static List<Share> shares(ResultSet row) throws SQLException {
        var array = row.getArray("parties");
        if (array == null) return List.of();
        var parties = (String[]) array.getArray();
        var shares = (Integer[]) row.getArray("shares_ppm").getArray();
        var versions = (Integer[]) row.getArray("versions").getArray();
        var all = new ArrayList<Share>();
        for (int i = 0; i < parties.length; i++) all.add(new Share(parties[i], shares[i], versions[i]));
        return all;
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    private static Optional<UUID> consumer(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("consumer", UUID.class));
    }

    private static Optional<Money> turnover(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        if (currency == null) return Optional.empty();
        return Optional.of(Money.ofMinorUnits(row.getLong("turnover"), Currency.getInstance(currency)));
    }

    private static Optional<LocalDate> dueOn(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("due_on", LocalDate.class));
    }
}
