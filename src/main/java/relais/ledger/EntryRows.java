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
import relais.ledger.Entry.Posting;
import relais.ledger.Entry.Share;

/** Entries as they stand in the tables: with the fact, the posting and its accounts. */
final class EntryRows {

    /** All of an entry; {@code where} and {@code order by} follow. */
    static final String SELECT = "select " + RecordedFact.COLUMNS + """
            , e.shard, e.seq, e.kind, e.partner, e.consumer, e.valid_on, e.booked_at, e.terms_version, e.inputs,
            e.parties, e.shares_ppm, e.rates_ppm, e.explanation, e.leaf, p.minor_units, p.currency,
            debit.name debit, credit.name credit
            from entry e join fact f on f.id = e.fact
            left join posting p on p.shard = e.shard and p.seq = e.seq
            left join account debit on debit.id = p.debit
            left join account credit on credit.id = p.credit
            """;

    static final RowMapper<Entry> ENTRY = (row, n) -> {
        var fact = RecordedFact.ROW.mapRow(row, n).fact();
        return new Entry(
                row.getInt("shard"),
                row.getLong("seq"),
                kind(row),
                bookedAt(row),
                row.getObject("valid_on", LocalDate.class),
                row.getString("partner"),
                fact.partner(),
                fact.orderNumber(),
                fact.document(),
                consumer(row),
                shares(row),
                posting(row),
                row.getInt("terms_version"),
                row.getString("explanation"));
    };

    static final RowMapper<Draft> DRAFT = (row, n) -> new Draft(
            kind(row),
            RecordedFact.ROW.mapRow(row, n),
            row.getString("partner"),
            consumer(row),
            row.getObject("valid_on", LocalDate.class),
            shares(row),
            posting(row),
            row.getInt("terms_version"),
            row.getBytes("inputs"),
            row.getString("explanation"));

    private EntryRows() {}

    static Instant bookedAt(ResultSet row) throws SQLException {
        return row.getObject("booked_at", OffsetDateTime.class).toInstant();
    }

    static List<Share> shares(ResultSet row) throws SQLException {
        var array = row.getArray("parties");
        if (array == null) return List.of();
        var parties = (String[]) array.getArray();
        var shares = (Integer[]) row.getArray("shares_ppm").getArray();
        var rates = (Integer[]) row.getArray("rates_ppm").getArray();
        var all = new ArrayList<Share>();
        for (int i = 0; i < parties.length; i++) all.add(new Share(parties[i], shares[i], rates[i]));
        return all;
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    private static Optional<UUID> consumer(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("consumer", UUID.class));
    }

    private static Optional<Posting> posting(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        if (currency == null) return Optional.empty();
        var amount = Money.ofMinorUnits(row.getLong("minor_units"), Currency.getInstance(currency));
        return Optional.of(new Posting(row.getString("debit"), row.getString("credit"), amount));
    }
}
