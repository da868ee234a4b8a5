package relais.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Entry.Kind;
import relais.ledger.Fact.TermsAgreed;

/** Keeps the tables that follow from entries in step with them: earnings, terms, owners, statements. */
final class DerivedRows {

    private final JdbcClient jdbc;

    DerivedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param head where the entries begin */
    void append(Head head, List<Draft> drafts) {
        earnings(drafts);
        var seq = head.seq();
        for (var draft : drafts) {
            seq++;
            if (draft.kind() == Kind.TERMS)
                terms(seq, (TermsAgreed) draft.fact().fact());
            var place = seq;
            draft.statement().ifPresent(statement -> statement(head.shard(), place, statement));
            if (draft.kind() == Kind.ACQUISITION)
                owner(seq, draft.consumer().orElseThrow(), draft.partner(), draft.validOn());
        }
    }

    private record Day(String partner, String currency, LocalDate on) implements Comparable<Day> {

        private static final Comparator<Day> ORDER =
                Comparator.comparing(Day::partner).thenComparing(Day::currency).thenComparing(Day::on);

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sum(long turnover, long earned) {
        Sum plus(Sum other) {
            return new Sum(Math.addExact(turnover, other.turnover), Math.addExact(earned, other.earned));
        }
    }

    private void earnings(List<Draft> drafts) {
        var days = new TreeMap<Day, Sum>();
        for (var draft : drafts)
            draft.turnover()
                    .ifPresent(sold -> days.merge(
                            new Day(draft.partner(), sold.currency().getCurrencyCode(), draft.validOn()),
                            new Sum(Books.turnover(draft), Books.earned(draft)),
                            Sum::plus));
        if (days.isEmpty()) return;
        jdbc.sql("""
                        insert into earning (partner, currency, valid_on, turnover, earned)
                        select partner, currency, valid_on::date, turnover, earned
                        from unnest(:partners, :currencies, :days, :turnovers, :earned)
                            given (partner, currency, valid_on, turnover, earned)
                        on conflict (partner, currency, valid_on) do update
                        set turnover = earning.turnover + excluded.turnover, earned = earning.earned + excluded.earned""")
                .param("partners", days.keySet().stream().map(Day::partner).toArray(String[]::new))
                .param("currencies", days.keySet().stream().map(Day::currency).toArray(String[]::new))
                .param(
                        "days",
                        days.keySet().stream().map(day -> day.on().toString()).toArray(String[]::new))
                .param(
                        "turnovers",
                        days.values().stream().mapToLong(Sum::turnover).toArray())
                .param("earned", days.values().stream().mapToLong(Sum::earned).toArray())
                .update();
    }

    /** From its first day on, a version is the last word; what was before stays known as what was thought until now. */
    private void terms(long seq, TermsAgreed agreed) {
        supersede("terms", "partner", "version, content", agreed.partner(), agreed.day(), seq);
        jdbc.sql("""
                        insert into terms (partner, version, valid, known, content)
                        values (:partner, :version, daterange(:from, null), int8range(:seq, null), :content)""")
                .param("partner", agreed.partner())
                .param("version", agreed.terms().version())
                .param("from", agreed.day())
                .param("seq", seq)
                .param("content", FactContent.of(agreed.terms()))
                .update();
    }

    private void statement(int shard, long seq, Statement closed) {
        jdbc.sql("""
                        insert into statement (partner, currency, number, period_from, period_to, shard, first_seq, seq,
                            opening, released, reversed, tax, withheld, paid, carried, postings)
                        values (:partner, :currency, :number, :from, :to, :shard, :first, :seq, :opening, :released,
                            :reversed, :tax, :withheld, :paid, :carried, :postings)""")
                .param("partner", closed.partner())
                .param("currency", closed.currency().getCurrencyCode())
                .param("number", closed.number())
                .param("from", closed.from())
                .param("to", closed.to())
                .param("shard", shard)
                .param("first", closed.firstSeq())
                .param("seq", seq)
                .param("opening", closed.opening())
                .param("released", closed.released())
                .param("reversed", closed.reversed())
                .param("tax", closed.tax())
                .param("withheld", closed.withheld())
                .param("paid", closed.paid())
                .param("carried", closed.carried())
                .param("postings", closed.postings())
                .update();
        if (closed.paid() > 0)
            jdbc.sql("insert into statement_due values (:partner, :currency, :number)")
                    .param("partner", closed.partner())
                    .param("currency", closed.currency().getCurrencyCode())
                    .param("number", closed.number())
                    .update();
    }

    private void owner(long seq, UUID consumer, String partner, LocalDate from) {
        supersede("ownership", "consumer", "partner", consumer, from, seq);
        jdbc.sql("""
                        insert into ownership (consumer, partner, valid, known)
                        values (:consumer, :partner, daterange(:from, null), int8range(:seq, null))""")
                .param("consumer", consumer)
                .param("partner", partner)
                .param("from", from)
                .param("seq", seq)
                .update();
    }

    /** Ends what is known of the days from one on, and keeps what is known of the days before. */
    private void supersede(String table, String keyColumn, String others, Object key, LocalDate from, long seq) {
        jdbc.sql("""
                        with ended as (
                            update %1$s set known = int8range(lower(known), :seq)
                            where %2$s = :key and upper_inf(known) and valid && daterange(:from, null)
                            returning %2$s, valid, %3$s)
                        insert into %1$s (%2$s, valid, known, %3$s)
                        select %2$s, valid * daterange(null, :from), int8range(:seq, null), %3$s from ended
                        where lower(valid) < :from""".formatted(table, keyColumn, others))
                .param("key", key)
                .param("from", from)
                .param("seq", seq)
                .update();
    }
}
