package relais.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;
import relais.ledger.OrderBooks.Accrued;
import relais.partner.Terms;

/**
 * What is booked already, as far as one batch of facts needs it; grows as the batch is decided. What is asked for often
 * is read beforehand for the whole batch; the rest when it is asked for.
 */
final class Books {

    /** Who brought a consumer. */
    record Acquisition(String partner, LocalDate day) {}

    /**
     * Who is credited for an order.
     *
     * @param isFirst whether the order brought the consumer
     */
    record Decision(List<Share> shares, Optional<UUID> consumer, boolean isFirst, byte[] inputs, String explanation) {

        Decision {
            shares = List.copyOf(shares);
        }
    }

    /** A draft and its place. */
    record Placed(long seq, Draft draft) {}

    /** What a partner's payable account holds for a statement. */
    record Payable(int statements, long opening, long firstSeq, List<Movement> movements) {}

    /** @param amount minor units; less than zero when it was taken back */
    record Movement(long seq, long amount) {}

    private final Source source;
    private final List<Placed> batch = new ArrayList<>();
    private final Map<UUID, List<Touch>> touches = new HashMap<>();
    private final Map<UUID, Acquisition> acquisitions = new HashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();
    private final Map<String, OrderBooks> orders = new HashMap<>();
    private final Map<String, List<Terms>> terms;
    private long seq;
    private LocalDate today;

    /** Reads from the tables what is not known yet. */
    interface Source {

        /** @return the order as it is booked, without what the batch adds */
        OrderBooks order(String seller, String orderNumber);

        /** @return what a seller reported of its own stock as it is booked, without what the batch adds */
        OrderBooks sales(String seller);

        long earnedFor(UUID consumer, String partner, Currency currency);

        Earnings earnedIn(String partner, Currency currency, LocalDate from, LocalDate to);

        /** @return at most {@code max} of what is due and was not released yet because of a fact */
        List<Due> due(LocalDate after, LocalDate upTo, long fact, int max);

        /** How many accruals were released because of a fact. */
        long released(long fact);

        Payable payable(String partner, Currency currency);
    }

    /** Minor units of a period. */
    record Earnings(long turnover, long earned) {}

    /**
     * An accrual that becomes payable.
     *
     * @param left minor units that were not taken back
     */
    record Due(Accrued accrued, long left) {}

    /**
     * @param terms the versions of every partner that has any, in the order booked
     * @param seq of the last entry booked
     * @param today the last business day that began
     */
    Books(Source source, Map<String, List<Terms>> terms, long seq, LocalDate today) {
        this.source = source;
        this.terms = new HashMap<>(terms);
        this.seq = seq;
        this.today = today;
    }

    /** The natural key of an order. */
    static String key(String seller, String orderNumber) {
        return "order " + seller + ' ' + orderNumber;
    }

    /** What wakes a fact that waits for a sale that a partner made out of its own stock. */
    static String salesOf(String seller) {
        return "sales " + seller;
    }

    /** What wakes a fact that waits for terms. */
    static String termsOf(String partner) {
        return "terms " + partner;
    }

    LocalDate today() {
        return today;
    }

    boolean hasTerms(String partner) {
        return terms.containsKey(partner);
    }

    /** The terms in force on a day: of the versions that start no later, the one that was agreed last. */
    Optional<Terms> terms(String partner, LocalDate day) {
        return terms.getOrDefault(partner, List.of()).stream()
                .filter(t -> !t.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    Optional<Terms> terms(String partner, int version) {
        return terms.getOrDefault(partner, List.of()).stream()
                .filter(t -> t.version() == version)
                .findFirst();
    }

    List<Touch> touches(UUID consumer) {
        return touches.getOrDefault(consumer, List.of());
    }

    Optional<Acquisition> acquisition(UUID consumer) {
        return Optional.ofNullable(acquisitions.get(consumer));
    }

    Optional<Decision> decision(String seller, String orderNumber) {
        return Optional.ofNullable(decisions.get(key(seller, orderNumber)));
    }

    OrderBooks order(String seller, String orderNumber) {
        return orders.computeIfAbsent(key(seller, orderNumber), key -> withBatch(source.order(seller, orderNumber)));
    }

    OrderBooks sales(String seller) {
        return orders.computeIfAbsent(salesOf(seller), key -> withBatch(source.sales(seller)));
    }

    private OrderBooks withBatch(OrderBooks order) {
        batch.forEach(order::add);
        return order;
    }

    /** Minor units earned for a consumer, less what was taken back. */
    long earnedFor(UUID consumer, String partner, Currency currency) {
        return source.earnedFor(consumer, partner, currency)
                + batch.stream()
                        .map(Placed::draft)
                        .filter(d -> d.consumer().equals(Optional.of(consumer)) && concerns(d, partner, currency))
                        .mapToLong(Books::earned)
                        .sum();
    }

    Earnings earnedIn(String partner, Currency currency, LocalDate from, LocalDate to) {
        var before = source.earnedIn(partner, currency, from, to);
        var turnover = before.turnover();
        var earned = before.earned();
        for (var placed : batch) {
            var draft = placed.draft();
            if (!concerns(draft, partner, currency)
                    || draft.validOn().isBefore(from)
                    || draft.validOn().isAfter(to)) continue;
            turnover += turnover(draft);
            earned += earned(draft);
        }
        return new Earnings(turnover, earned);
    }

    /**
     * What is held and becomes payable.
     *
     * @param goesOn whether there may be more
     */
    record Releasing(List<Due> due, boolean goesOn) {}

    /**
     * What becomes payable until a day.
     *
     * @param fact because of which; what was released because of it before is not due any more
     * @param max how much of what is booked
     */
    Releasing due(LocalDate upTo, long fact, int max) {
        var reversed = new HashMap<Long, Long>();
        for (var placed : batch)
            for (var posting : placed.draft().postings())
                posting.reverses()
                        .ifPresent(place ->
                                reversed.merge(place.seq(), posting.amount().minorUnits(), Long::sum));
        var batched = batch.stream()
                .filter(placed -> placed.draft().kind() == Kind.ACCRUAL)
                .map(placed -> Accrued.of(placed, Map.of()))
                .filter(accrued ->
                        !accrued.dueOn().isAfter(upTo) && accrued.dueOn().isAfter(today))
                .map(accrued -> new Due(accrued, accrued.total()));
        var booked = source.due(today, upTo, fact, max);
        var left = Stream.concat(booked.stream(), batched)
                .map(due -> new Due(
                        due.accrued(),
                        due.left() - reversed.getOrDefault(due.accrued().seq(), 0L)))
                .filter(due -> due.left() > 0);
        return new Releasing(left.toList(), booked.size() == max);
    }

    /** How many accruals became payable because of a fact, in the batches before. */
    long released(long fact) {
        return source.released(fact);
    }

    /** Whether an accrual is payable already. */
    boolean isReleased(Accrued accrued) {
        return !accrued.dueOn().isAfter(today);
    }

    /** These books once drafts are booked too. */
    Books with(List<Draft> drafts) {
        var copy = new Books(source, terms, seq, today);
        copy.batch.addAll(batch);
        copy.decisions.putAll(decisions);
        copy.add(drafts);
        return copy;
    }

    /** What a statement is about: all that moved on the payable account since the one before. */
    Payable payable(String partner, Currency currency) {
        var booked = source.payable(partner, currency);
        var account = AccountNames.payable(partner);
        var movements = new ArrayList<>(booked.movements());
        for (var placed : batch)
            for (var posting : placed.draft().postings())
                if (posting.amount().currency().equals(currency)) {
                    var amount = posting.amount().minorUnits();
                    if (posting.credit().equals(account)) movements.add(new Movement(placed.seq(), amount));
                    if (posting.debit().equals(account)) movements.add(new Movement(placed.seq(), -amount));
                }
        return new Payable(booked.statements(), booked.opening(), booked.firstSeq(), movements);
    }

    void add(UUID consumer, Acquisition acquisition) {
        acquisitions.put(consumer, acquisition);
    }

    void add(UUID consumer, Touch touch) {
        touches.computeIfAbsent(consumer, id -> new ArrayList<>()).add(touch);
    }

    void add(String seller, String orderNumber, Decision decision) {
        decisions.put(key(seller, orderNumber), decision);
    }

    /** Takes in what was just decided, so that the next fact of the batch knows it, and gives it its place. */
    void add(List<Draft> drafts) {
        var brings = drafts.stream().anyMatch(draft -> draft.kind() == Kind.ACQUISITION);
        for (var draft : drafts) {
            var placed = new Placed(++seq, draft);
            batch.add(placed);
            orders.values().forEach(order -> order.add(placed));
            take(draft, brings);
        }
    }

    private void take(Draft draft, boolean brings) {
        var fact = draft.fact().fact();
        switch (draft.kind()) {
            case TERMS -> add(((Fact.TermsAgreed) fact).terms(), fact.partner());
            case TOUCH -> add(draft.consumer().orElseThrow(), touch(draft));
            case ACQUISITION -> add(draft.consumer().orElseThrow(), new Acquisition(draft.partner(), draft.validOn()));
            case DECISION -> decided(draft, brings);
            case DAY -> today = draft.validOn();
            case CONFLICT, ACCRUAL, REVERSAL, RELEASE, SETTLEMENT, ERASURE -> {}
        }
    }

    private void decided(Draft draft, boolean brings) {
        var fact = draft.fact().fact();
        var before = decision(fact.partner(), fact.orderNumber());
        add(
                fact.partner(),
                fact.orderNumber(),
                new Decision(
                        draft.shares(),
                        draft.consumer(),
                        before.map(Decision::isFirst).orElse(brings),
                        draft.inputs(),
                        draft.explanation()));
    }

    private static Touch touch(Draft draft) {
        var how = draft.fact().fact() instanceof Fact.TouchMade made ? made.how() : Touch.Kind.ORDER;
        return new Touch(draft.partner(), how, draft.validOn());
    }

    private void add(Terms version, String partner) {
        var versions = new ArrayList<>(terms.getOrDefault(partner, List.of()));
        versions.add(version);
        terms.put(partner, versions);
    }

    private static boolean concerns(Draft draft, String partner, Currency currency) {
        return draft.partner().equals(partner)
                && draft.turnover()
                        .filter(sold -> sold.currency().equals(currency))
                        .isPresent();
    }

    /** What a draft adds to what was earned; less than nothing for a reversal. */
    static long earned(Draft draft) {
        var sum = draft.postings().stream()
                .mapToLong(posting -> posting.amount().minorUnits())
                .sum();
        return draft.kind() == Kind.REVERSAL ? -sum : sum;
    }

    static long turnover(Draft draft) {
        var sold = draft.turnover().orElseThrow().minorUnits();
        return draft.kind() == Kind.REVERSAL ? -sold : sold;
    }

    List<Placed> batch() {
        return batch;
    }
}
