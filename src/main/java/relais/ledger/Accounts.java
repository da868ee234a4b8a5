package relais.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Entry.Posting;

/** The accounts by name and currency; opened when they are first posted to. */
final class Accounts {

    private record Name(String account, String currency) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            var byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
        }
    }

    private final JdbcClient jdbc;
    private final String brand;

    /** @param brand owns every account that does not name its partner after a colon */
    Accounts(JdbcClient jdbc, String brand) {
        this.jdbc = jdbc;
        this.brand = brand;
    }

    /** The ids of all accounts that these postings move money between. */
    Ids of(Stream<Posting> postings) {
        var names = new TreeMap<Name, String>();
        postings.forEach(posting -> {
            var currency = posting.amount().currency().getCurrencyCode();
            names.put(new Name(posting.debit(), currency), owner(posting.debit()));
            names.put(new Name(posting.credit(), currency), owner(posting.credit()));
        });
        if (names.isEmpty()) return new Ids(Map.of());
        open(names);
        return new Ids(find(names));
    }

    static final class Ids {
        private final Map<Name, Long> ids;

        private Ids(Map<Name, Long> ids) {
            this.ids = ids;
        }

        long id(String account, String currency) {
            var id = ids.get(new Name(account, currency));
            if (id == null) throw new IllegalStateException("no account " + account + " in " + currency);
            return id;
        }
    }

    private String owner(String account) {
        var colon = account.indexOf(':');
        return colon < 0 ? brand : account.substring(colon + 1);
    }

    private void open(Map<Name, String> names) {
        jdbc.sql("""
                        insert into account (partner, name, currency)
                        select given.* from unnest(:partners, :names, :currencies) given (partner, name, currency)
                        where not exists (
                            select from account a where a.name = given.name and a.currency = given.currency)
                        on conflict do nothing""")
                .param("partners", names.values().toArray(String[]::new))
                .param("names", accounts(names))
                .param("currencies", currencies(names))
                .update();
    }

    private Map<Name, Long> find(Map<Name, String> names) {
        var ids = new HashMap<Name, Long>();
        jdbc.sql("""
                        select id, name, currency from account
                        join unnest(:names, :currencies) given (name, currency) using (name, currency)""")
                .param("names", accounts(names))
                .param("currencies", currencies(names))
                .query(row -> {
                    ids.put(new Name(row.getString("name"), row.getString("currency")), row.getLong("id"));
                });
        return ids;
    }

    private static String[] accounts(Map<Name, String> names) {
        return names.keySet().stream().map(Name::account).toArray(String[]::new);
    }

    private static String[] currencies(Map<Name, String> names) {
        return names.keySet().stream().map(Name::currency).toArray(String[]::new);
    }
}
