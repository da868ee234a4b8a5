package relais.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relais.ledger.Balance;
import relais.ledger.Entries;
import relais.ledger.Entry;
import relais.partner.Partners;
import relais.tracking.Acquisitions;
import relais.web.LedgerPage.Account;

/** Gathers what the console shows of the ledger. */
final class LedgerPages {

    private static final int ENTRIES_PER_PAGE = 50;
    private static final int PLOT_DAYS = 30;

    private final Entries ledger;
    private final Acquisitions acquisitions;
    private final Partners partners;
    private final Clock clock;

    LedgerPages(Entries ledger, Acquisitions acquisitions, Partners partners, Clock clock) {
        this.ledger = ledger;
        this.acquisitions = acquisitions;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * @param partner whose entries to list; the first that has any when empty
     * @param before list only entries with a smaller sequence number
     */
    LedgerPage page(String partner, long before) {
        var accounts = accounts();
        var chosen = partner.isEmpty() ? first(accounts) : partner;
        var entries = ledger.byPartner(chosen, before, ENTRIES_PER_PAGE);
        return new LedgerPage(accounts, chosen, entries, older(chosen, entries), ledger.waiting(), ledger.conflicts());
    }

    private List<Account> accounts() {
        var balances = ledger.balances().stream().collect(Collectors.groupingBy(Balance::partner));
        var to = LocalDate.now(clock);
        var from = to.minusDays(PLOT_DAYS);
        var brought = broughtSince(from);
        var highest = brought.values().stream()
                .mapToInt(days -> days.values().stream().mapToInt(n -> n).sum())
                .max()
                .orElse(0);
        var known = new TreeSet<>(balances.keySet());
        known.addAll(brought.keySet());
        return known.stream()
                .sorted(Comparator.comparing(id -> id.equals(partners.brand().id())))
                .map(id -> new Account(
                        id,
                        balances.getOrDefault(id, List.of()),
                        Plot.of(brought.getOrDefault(id, new TreeMap<>()), from, to, highest)))
                .toList();
    }

    private Map<String, SortedMap<LocalDate, Integer>> broughtSince(LocalDate from) {
        var brought = new TreeMap<String, SortedMap<LocalDate, Integer>>();
        for (var day : acquisitions.since(from))
            brought.computeIfAbsent(day.partner(), id -> new TreeMap<>()).put(day.day(), day.consumers());
        return brought;
    }

    private String first(List<Account> accounts) {
        return accounts.stream()
                .map(Account::partner)
                .findFirst()
                .orElse(partners.all().get(0).id());
    }

    private static String older(String partner, List<Entry> entries) {
        if (entries.size() < ENTRIES_PER_PAGE) return "";
        return "/ledger?partner=" + partner + "&before="
                + entries.get(entries.size() - 1).seq();
    }
}
