package relais.ledger;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Books.Acquisition;
import relais.ledger.Books.Decision;
import relais.ledger.Books.Due;
import relais.ledger.Books.Earnings;
import relais.ledger.Books.Movement;
import relais.ledger.Books.Payable;
import relais.ledger.Books.Placed;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Fact.OrderReattributed;
import relais.ledger.OrderBooks.Accrued;
import relais.partner.Terms;

/** Reads what the books say already: about the consumers and orders of a batch beforehand, the rest when it is asked for. */
final class BooksReader implements Books.Source {

    private static final RowMapper<Placed> PLACED =
            (row, n) -> new Placed(row.getLong("seq"), EntryRows.DRAFT.mapRow(row, n));

    private final JdbcClient jdbc;
    private final Map<String, Terms> parsed = new HashMap<>();

    BooksReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seq of the last entry */
    Books read(List<RecordedFact> batch, long seq) {
        var books = new Books(this, terms(), seq, today());
        var facts = batch.stream().map(RecordedFact::fact).toList();
        var consumers = facts.stream()
                .filter(OrderPlaced.class::isInstance)
                .flatMap(fact -> fact.consumer().stream())
                .collect(toSet());
        if (!consumers.isEmpty()) {
            readAcquisitions(consumers, books);
            readTouches(consumers, books);
        }
        var decided = facts.stream()
                .filter(fact -> fact instanceof InvoiceIssued || fact instanceof OrderReattributed)
                .toList();
        if (!decided.isEmpty()) readDecisions(decided, books);
        return books;
    }

    private Map<String, List<Terms>> terms() {
        var terms = new HashMap<String, List<Terms>>();
        jdbc.sql("select partner, content from terms group by partner, version, content"
                        + " order by min(lower(known))")
                .query(row -> {
                    terms.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(parsed(row.getString(2)));
                });
        return terms;
    }

    private Terms parsed(String content) {
        return parsed.computeIfAbsent(content, FactContent::terms);
    }

    private LocalDate today() {
        return jdbc.sql("select valid_on from entry where kind = 'day' order by seq desc limit 1")
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.EPOCH);
    }

    private void readAcquisitions(Collection<UUID> consumers, Books books) {
        jdbc.sql("""
                        select distinct on (consumer) consumer, partner, valid_on from entry
                        where kind = 'acquisition' and consumer = any(cast(:consumers as uuid[]))
                        order by consumer, seq desc""").param("consumers", texts(consumers)).query(row -> {
            books.add(
                    row.getObject("consumer", UUID.class),
                    new Acquisition(row.getString("partner"), row.getObject("valid_on", LocalDate.class)));
        });
    }

    private void readTouches(Collection<UUID> consumers, Books books) {
        jdbc.sql("select " + RecordedFact.COLUMNS + """
                        , e.consumer, e.partner, e.valid_on from entry e join fact f on f.id = e.fact
                        where e.kind = 'touch' and e.consumer = any(cast(:consumers as uuid[])) order by e.seq""")
                .param("consumers", texts(consumers))
                .query(row -> {
                    var fact = RecordedFact.ROW.mapRow(row, 0).fact();
                    books.add(
                            row.getObject("consumer", UUID.class),
                            new Touch(
                                    row.getString("partner"),
                                    fact instanceof Fact.TouchMade made ? made.how() : Touch.Kind.ORDER,
                                    row.getObject("valid_on", LocalDate.class)));
                });
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private void readDecisions(List<Fact> facts, Books books) {
        jdbc.sql("""
                        select f.partner, f.order_number, e.consumer, e.parties, e.shares_ppm, e.versions, e.inputs,
                            e.explanation, exists (select from entry a where a.fact = first.id and a.kind = 'acquisition') brings
                        from (select distinct * from unnest(:partners, :numbers)) given (partner, number)
                        join fact first on first.kind = 'order' and first.partner = given.partner
                            and first.number = given.number
                        join fact f on f.partner = given.partner and f.order_number = given.number
                            and f.kind in ('order', 'attribution')
                        join entry e on e.fact = f.id and e.kind = 'decision' order by e.seq""")
                .param("partners", facts.stream().map(Fact::partner).toArray(String[]::new))
                .param("numbers", facts.stream().map(Fact::orderNumber).toArray(String[]::new))
                .query(row -> {
                    books.add(
                            row.getString("partner"),
                            row.getString("order_number"),
                            new Decision(
                                    EntryRows.shares(row),
                                    Optional.ofNullable(row.getObject("consumer", UUID.class)),
                                    row.getBoolean("brings"),
                                    row.getBytes("inputs"),
                                    row.getString("explanation")));
                });
    }

    @Override
    public OrderBooks order(String seller, String orderNumber) {
        var order = OrderBooks.ofOrder(seller, orderNumber);
        jdbc.sql(EntryRows.SELECT + """
                        where f.partner = :seller and f.order_number = :order
                          and f.kind in ('invoice', 'credit', 'attribution') and e.kind in ('accrual', 'reversal')
                        order by e.seq""")
                .param("seller", seller)
                .param("order", orderNumber)
                .query(PLACED)
                .list()
                .forEach(order::add);
        return order;
    }

    @Override
    public OrderBooks sales(String seller) {
        var sales = OrderBooks.ofSales(seller);
        jdbc.sql(EntryRows.SELECT + """
                        where f.partner = :seller and f.kind in ('sale', 'return') and e.kind in ('accrual', 'reversal')
                        order by e.seq""")
                .param("seller", seller)
                .query(PLACED)
                .list()
                .forEach(sales::add);
        return sales;
    }

    @Override
    public long earnedFor(UUID consumer, String partner, Currency currency) {
        return jdbc.sql("""
                        select coalesce(sum(case e.kind when 'accrual' then p.minor_units else -p.minor_units end), 0)
                        from entry e join posting p using (shard, seq)
                        where e.consumer = :consumer and e.partner = :partner and e.kind in ('accrual', 'reversal')
                          and p.currency = :currency""")
                .param("consumer", consumer)
                .param("partner", partner)
                .param("currency", currency.getCurrencyCode())
                .query(Long.class)
                .single();
    }

    @Override
    public Earnings earnedIn(String partner, Currency currency, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select coalesce(sum(turnover), 0), coalesce(sum(earned), 0) from earning
                        where partner = :partner and currency = :currency and valid_on between :from and :to""")
                .param("partner", partner)
                .param("currency", currency.getCurrencyCode())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Earnings(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Override
    public List<Due> due(LocalDate after, LocalDate upTo, long fact, int max) {
        var accruals = jdbc.sql(EntryRows.SELECT + """
                        where e.kind = 'accrual' and e.due_on > :after and e.due_on <= :upTo
                          and not exists (select from entry r where r.fact = :fact and r.kind = 'release'
                                          and r.partner = e.partner and r.subject = e.subject)
                          and (select sum(minor_units) from posting p where p.shard = e.shard and p.seq = e.seq)
                            > (select coalesce(sum(minor_units), 0) from posting p
                               where p.shard = e.shard and p.reverses_seq = e.seq)
                        order by e.seq limit :max""")
                .param("after", after)
                .param("upTo", upTo)
                .param("fact", fact)
                .param("max", max)
                .query(PLACED)
                .list();
        var reversed = reversed(accruals);
        return accruals.stream()
                .map(placed -> Accrued.of(placed, Map.of()))
                .map(accrued -> new Due(accrued, accrued.total() - reversed.getOrDefault(accrued.seq(), 0L)))
                .toList();
    }

    /** Minor units that were taken back of accruals, by their place. */
    private Map<Long, Long> reversed(List<Placed> accruals) {
        var reversed = new HashMap<Long, Long>();
        jdbc.sql("""
                        select reverses_seq, sum(minor_units) from posting
                        where shard = :shard and reverses_seq = any(:accruals) group by reverses_seq""")
                .param("shard", Booking.SHARD)
                .param("accruals", accruals.stream().mapToLong(Placed::seq).toArray())
                .query(row -> {
                    reversed.put(row.getLong(1), row.getLong(2));
                });
        return reversed;
    }

    @Override
    public long released(long fact) {
        return jdbc.sql("select count(*) from entry where fact = :fact and kind = 'release'")
                .param("fact", fact)
                .query(Long.class)
                .single();
    }

    @Override
    public Payable payable(String partner, Currency currency) {
        var last = jdbc.sql("""
                        select number, seq, carried from statement
                        where partner = :partner and currency = :currency order by number desc limit 1""")
                .param("partner", partner)
                .param("currency", currency.getCurrencyCode())
                .query((row, n) -> new Payable(row.getInt(1), row.getLong(3), row.getLong(2) + 1, List.of()))
                .optional()
                .orElseGet(() -> new Payable(0, 0, 1, List.of()));
        return new Payable(
                last.statements(), last.opening(), last.firstSeq(), movements(partner, currency, last.firstSeq()));
    }

    private List<Movement> movements(String partner, Currency currency, long firstSeq) {
        return jdbc.sql("""
                        select p.seq, case when a.id = p.credit then p.minor_units else -p.minor_units end
                        from entry e join posting p using (shard, seq) join account a on a.id in (p.debit, p.credit)
                        where e.partner = :partner and e.seq >= :first and e.kind in ('reversal', 'release', 'settlement')
                          and a.name = :account and a.currency = :currency
                        order by p.seq, p.n""")
                .param("partner", partner)
                .param("first", firstSeq)
                .param("account", AccountNames.payable(partner))
                .param("currency", currency.getCurrencyCode())
                .query((row, n) -> new Movement(row.getLong(1), row.getLong(2)))
                .list();
    }
}
