package relais.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the ledger should say, written down a second time: in memory, in plain loops, as slow as it likes. It knows first
 * touch, last touch and equal parts, a percentage, repeat and direct sales, protection, sales out of stock, returns, holding,
 * settlement and new decisions; one currency, amounts in cents.
 */
final class ReferenceLedger {

    static final String BRAND = "maison-lumen";

    /** @param repeatPercent of its claim on later orders; {@code directPercent} of the commission on the brand's own sales */
    record Terms(
            int version,
            LocalDate from,
            String model,
            int percent,
            int repeatPercent,
            int directPercent,
            int protectionDays,
            int holdDays,
            long minimumPayout) {}

    /** @param isOrder which is weaker than a click */
    private record Touched(String party, LocalDate day, boolean isOrder) {}

    private record Share(String party, long ppm, int version) {}

    private record Decided(List<Share> shares) {}

    /** @param credited before it accrued, by line */
    private record Accrual(
            int invoice, String party, Map<Integer, Long> byLine, Map<Integer, Long> credited, LocalDate dueOn) {}

    private final Map<String, List<Terms>> terms = new HashMap<>();
    private final Map<UUID, List<Touched>> touches = new HashMap<>();
    private final Map<UUID, Touched> brought = new HashMap<>();
    private final Map<String, Decided> decisions = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> invoices = new LinkedHashMap<>();
    private final Map<Integer, String> orderOf = new HashMap<>();
    private final Map<Integer, LocalDate> dayOf = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> credited = new HashMap<>();
    private final List<Accrual> accruals = new ArrayList<>();
    private LocalDate today = LocalDate.EPOCH;

    /** An amount that went to an account, the day it speaks of, and the day it was booked on. */
    private record Move(String account, long amount, LocalDate valid, LocalDate known) {}

    private final List<Move> moves = new ArrayList<>();
    private final Supplier<LocalDate> clock;

    final Map<String, Long> balances = new TreeMap<>();
    int decided;

    ReferenceLedger(Supplier<LocalDate> clock) {
        this.clock = clock;
    }

    void agree(String partner, Terms agreed) {
        terms.computeIfAbsent(partner, p -> new ArrayList<>()).add(agreed);
    }

    void touch(String partner, UUID consumer, LocalDate day) {
        touches.computeIfAbsent(consumer, c -> new ArrayList<>()).add(new Touched(partner, day, false));
    }

    boolean canOrder(String seller, LocalDate day) {
        return seller.equals(BRAND) || !terms.containsKey(seller) || in(seller, day) != null;
    }

    void order(String seller, String number, UUID consumer, LocalDate day) {
        decided++;
        var path = new ArrayList<Touched>();
        for (var touch : touches.getOrDefault(consumer, List.of())) if (!touch.day.isAfter(day)) path.add(touch);
        path.sort(comparing(Touched::day));
        path.add(new Touched(seller, day, true));
        var by = brought.get(consumer);
        if (by != null && by.day.isAfter(day)) by = null;
        decisions.put(number, new Decided(shares(seller, day, path, by)));
        touches.computeIfAbsent(consumer, c -> new ArrayList<>()).add(new Touched(seller, day, true));
        brought.putIfAbsent(consumer, new Touched(seller, day, true));
    }

    private List<Share> shares(String seller, LocalDate day, List<Touched> path, Touched by) {
        var parties = new ArrayList<String>();
        for (var touch : path) if (!parties.contains(touch.party)) parties.add(touch.party);
        if (by != null && !parties.contains(by.party)) parties.add(by.party);
        parties.remove(BRAND);
        var isProtected = by != null
                && !by.party.equals(BRAND)
                && in(by.party, day) != null
                && in(by.party, day).protectionDays > 0
                && !day.isAfter(by.day.plusDays(in(by.party, day).protectionDays));
        var claims = new LinkedHashMap<String, Long>();
        for (var party : parties) {
            var agreed = in(party, day);
            if (agreed == null || isProtected && !by.party.equals(party)) continue;
            var claim = isProtected && !seller.equals(BRAND) ? 1_000_000 : byModel(agreed, path, party, day);
            if (by != null && by.party.equals(party)) {
                if (agreed.repeatPercent > 0)
                    claim = day.isAfter(by.day.plusDays(60)) ? 0 : claim * agreed.repeatPercent / 100;
                if (seller.equals(BRAND) && agreed.directPercent > 0 && !day.isAfter(by.day.plusDays(60)))
                    claim = Math.max(claim, agreed.directPercent * 10_000L);
            }
            if (claim > 0) claims.put(party, claim);
        }
        return granted(seller, day, path, by, claims);
    }

    private static long byModel(Terms agreed, List<Touched> path, String party, LocalDate day) {
        var within =
                path.stream().filter(t -> !t.day.isBefore(day.minusDays(30))).toList();
        switch (agreed.model) {
            case "first-touch":
                return within.get(0).party.equals(party) ? 1_000_000 : 0;
            case "last-touch":
                return within.get(within.size() - 1).party.equals(party) ? 1_000_000 : 0;
            default:
                var mine = within.stream().filter(t -> t.party.equals(party)).count();
                return linear(within, party, mine);
        }
    }

    /** Largest remainder, ties to whom touched first. */
    private static long linear(List<Touched> within, String party, long mine) {
        var parties = within.stream().map(Touched::party).distinct().toList();
        var counts = parties.stream()
                .map(p -> within.stream().filter(t -> t.party.equals(p)).count())
                .toList();
        var left = 1_000_000
                - counts.stream().mapToLong(n -> n * 1_000_000 / within.size()).sum();
        var byRemainder = new ArrayList<Integer>();
        for (int i = 0; i < parties.size(); i++) byRemainder.add(i);
        byRemainder.sort(comparingInt(i -> -(int) (counts.get(i) * 1_000_000 % within.size())));
        var extra = byRemainder.indexOf(parties.indexOf(party));
        return mine * 1_000_000 / within.size() + (extra >= 0 && extra < left ? 1 : 0);
    }

    /** A click goes before an order, then the earlier, then the name. */
    private List<Share> granted(
            String seller, LocalDate day, List<Touched> path, Touched by, Map<String, Long> claims) {
        var order = new ArrayList<>(claims.keySet());
        order.sort(comparing((String p) -> strongest(path, by, p).isOrder)
                .thenComparing(p -> strongest(path, by, p).day)
                .thenComparing(p -> p));
        var shares = new ArrayList<Share>();
        var left = 1_000_000L;
        for (var party : order) {
            var ppm = Math.min(left, claims.get(party));
            left -= ppm;
            if (ppm > 0) shares.add(new Share(party, ppm, in(party, day).version));
        }
        if (shares.isEmpty() && !seller.equals(BRAND) && !terms.containsKey(seller))
            return List.of(new Share(seller, 1_000_000, 0));
        if (left > 0) shares.add(new Share(BRAND, left, 0));
        return shares;
    }

    private static Touched strongest(List<Touched> path, Touched by, String party) {
        Touched found = null;
        for (var touch : path)
            if (touch.party.equals(party) && (found == null || found.isOrder && !touch.isOrder)) found = touch;
        return found == null ? by : found;
    }

    boolean canInvoice(String order) {
        return decisions.containsKey(order);
    }

    void invoice(int number, String order, LocalDate day, Map<Integer, Long> lines) {
        invoices.put(number, lines);
        orderOf.put(number, order);
        dayOf.put(number, day);
        credited.put(number, new HashMap<>());
        accrue(number, day);
    }

    private void accrue(int number, LocalDate valid) {
        for (var share : decisions.get(orderOf.get(number)).shares) {
            var agreed = version(share.party, share.version);
            var byLine = new TreeMap<Integer, Long>();
            var before = Map.copyOf(credited.get(number));
            invoices.get(number).forEach((line, net) -> {
                var kept = net - before.getOrDefault(line, 0L);
                var amount = agreed == null
                        ? 0
                        : BigDecimal.valueOf(kept)
                                .multiply(BigDecimal.valueOf(agreed.percent))
                                .multiply(BigDecimal.valueOf(share.ppm))
                                .movePointLeft(8)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact();
                byLine.put(line, amount);
                move("commission expense", "commission held:" + share.party, amount, valid);
            });
            var due = dayOf.get(number).plusDays(agreed == null ? 0 : agreed.holdDays);
            accruals.add(
                    new Accrual(number, share.party, byLine, before, due.isAfter(today) ? due : today.plusDays(1)));
        }
    }

    boolean canCredit(int invoice) {
        return invoices.containsKey(invoice);
    }

    /** What is more than the line's is set against the other lines, in their order. */
    void credit(int invoice, int line, long amount, LocalDate day) {
        var left = give(invoice, line, amount);
        for (var other : invoices.get(invoice).keySet()) left = give(invoice, other, left);
        takeBack(day);
    }

    private long give(int invoice, int line, long amount) {
        var lines = credited.get(invoice);
        var given = Math.min(amount, invoices.get(invoice).get(line) - lines.getOrDefault(line, 0L));
        lines.merge(line, given, Long::sum);
        return amount - given;
    }

    private final Map<String, List<Integer>> sales = new HashMap<>();

    /** A sale is invoiced like an order that its seller alone is credited for. */
    void sale(int number, String seller, LocalDate day, Map<Integer, Long> lines) {
        var order = "sale " + number;
        var agreed = in(seller, day);
        decisions.put(order, new Decided(List.of(new Share(seller, 1_000_000, agreed == null ? 0 : agreed.version))));
        sales.computeIfAbsent(seller, s -> new ArrayList<>()).add(number);
        invoice(number, order, day, lines);
    }

    boolean canGiveBack(String seller) {
        return sales.containsKey(seller);
    }

    /** A line is a product. The latest sale up to the day comes first, then what was sold after it. */
    void giveBack(String seller, int line, long amount, LocalDate day) {
        var left = amount;
        var before = new ArrayList<Integer>();
        var after = new ArrayList<Integer>();
        for (var sale : sales.get(seller))
            if (invoices.get(sale).containsKey(line))
                if (dayOf.get(sale).isAfter(day)) after.add(sale);
                else before.add(0, sale);
        before.sort(comparing(dayOf::get, reverseOrder()));
        after.sort(comparing(dayOf::get));
        for (var sale : before) left = give(sale, line, left);
        for (var sale : after) left = give(sale, line, left);
        takeBack(day);
    }

    private final Map<String, Long> takenBack = new HashMap<>();

    private void takeBack(LocalDate day) {
        for (var accrual : accruals)
            accrual.byLine.forEach((line, amount) -> {
                var key = accruals.indexOf(accrual) + "/" + line;
                var due = due(accrual, line, amount);
                var more = due - takenBack.getOrDefault(key, 0L);
                takenBack.put(key, due);
                move(account(accrual), "commission expense", more, day);
            });
    }

    private long due(Accrual accrual, int line, long amount) {
        var before = accrual.credited.getOrDefault(line, 0L);
        var whole = invoices.get(accrual.invoice).get(line) - before;
        if (whole == 0) return 0;
        var back = credited.get(accrual.invoice).getOrDefault(line, 0L) - before;
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(back))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private String account(Accrual accrual) {
        return (accrual.dueOn.isAfter(today) ? "commission held:" : "commission payable:") + accrual.party;
    }

    /** All to one party, by its terms of a version. */
    void attribute(String order, String party, int version, LocalDate day) {
        decided++;
        decisions.put(order, new Decided(List.of(new Share(party, 1_000_000, version))));
        for (int i = 0; i < accruals.size(); i++) {
            var accrual = accruals.get(i);
            if (!orderOf.get(accrual.invoice).equals(order)) continue;
            for (var line : List.copyOf(accrual.byLine.keySet())) {
                var key = i + "/" + line;
                move(
                        account(accrual),
                        "commission expense",
                        accrual.byLine.get(line) - takenBack.getOrDefault(key, 0L),
                        day);
                takenBack.put(key, 0L);
                accrual.byLine.put(line, 0L);
            }
        }
        for (var invoice : invoices.keySet()) if (orderOf.get(invoice).equals(order)) accrue(invoice, day);
    }

    void day(LocalDate day) {
        if (!day.isAfter(today)) return;
        for (int i = 0; i < accruals.size(); i++) {
            var accrual = accruals.get(i);
            if (!accrual.dueOn.isAfter(today) || accrual.dueOn.isAfter(day)) continue;
            var left = 0L;
            for (var line : accrual.byLine.keySet())
                left += accrual.byLine.get(line) - takenBack.getOrDefault(i + "/" + line, 0L);
            move("commission held:" + accrual.party, "commission payable:" + accrual.party, left, day);
        }
        today = day;
    }

    boolean canSettle(String partner, LocalDate to) {
        return in(partner, to) != null;
    }

    void settle(String partner, LocalDate to) {
        var payable = balances.getOrDefault("commission payable:" + partner, 0L);
        if (payable >= Math.max(1, in(partner, to).minimumPayout))
            move("commission payable:" + partner, "commission paid out:" + partner, payable, to);
    }

    Terms in(String partner, LocalDate day) {
        Terms found = null;
        for (var agreed : terms.getOrDefault(partner, List.of())) if (!agreed.from.isAfter(day)) found = agreed;
        return found;
    }

    private Terms version(String partner, int version) {
        for (var agreed : terms.getOrDefault(partner, List.of())) if (agreed.version == version) return agreed;
        return null;
    }

    /** What stood on the accounts at the end of a day, by all that was booked until the end of another. */
    Map<String, Long> asOf(LocalDate valid, LocalDate known) {
        var sums = new TreeMap<String, Long>();
        for (var move : moves)
            if (!move.valid.isAfter(valid) && !move.known.isAfter(known))
                sums.merge(move.account, move.amount, Long::sum);
        return sums;
    }

    private void move(String from, String to, long amount, LocalDate valid) {
        if (amount == 0) return;
        balances.merge(from, -amount, Long::sum);
        balances.merge(to, amount, Long::sum);
        moves.add(new Move(from, -amount, valid, clock.get()));
        moves.add(new Move(to, amount, valid, clock.get()));
    }
}
