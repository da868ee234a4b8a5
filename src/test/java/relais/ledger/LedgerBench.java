package relais.ledger;

import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rough figures, printed and not asserted: {@code mvn test -Dtest=LedgerBench}. */
class LedgerBench {

    private static final int FACTS = Integer.getInteger("ledger.bench.facts", 100_000);
    private static final int RECORDED_AT_ONCE = 1_000;

    @Test
    void onOneHotAccount() {
        try (var books = new Ledgers()) {
            setting(books, "fsync");
            setting(books, "synchronous_commit");
            books.book(Ledgers.order("acme-retail", "PO-1", Ledgers.ONE, "2026-11-16"));
            measure(
                    books,
                    "invoices of one order",
                    n -> Ledgers.invoice("acme-retail", "INV-" + n, "PO-1", "2026-11-17", "100.00 USD"));
            measure(
                    books,
                    "orders of new consumers",
                    n -> Ledgers.order("acme-retail", "X-" + n, new UUID(3, n), "2026-11-16"));

            var seconds = seconds(() -> System.out.println(books.ledger.verify()));
            print("verify", books.count("entry") / seconds, "entries/s");
            print("size", bytes(books) / (double) books.count("entry"), "bytes/entry");
        }
    }

    private static void measure(Ledgers books, String what, IntFunction<Fact> fact) {
        var recording = seconds(() -> IntStream.range(0, FACTS / RECORDED_AT_ONCE)
                .forEach(batch -> books.record(IntStream.range(0, RECORDED_AT_ONCE)
                        .mapToObj(n -> fact.apply(batch * RECORDED_AT_ONCE + n))
                        .toArray(Fact[]::new))));
        var before = books.count("entry");
        var booking = seconds(books::bookAll);
        print("record " + what, FACTS / recording, "facts/s");
        print("book " + what, FACTS / booking, "facts/s");
        print("book " + what, (books.count("entry") - before) / booking, "entries/s");
    }

    private static void setting(Ledgers books, String name) {
        System.out.println(name + " "
                + books.database.jdbc().sql("show " + name).query(String.class).single());
    }

    private static long bytes(Ledgers books) {
        return books.database.jdbc().sql("""
                        select sum(pg_total_relation_size(t::regclass))
                        from unnest('{fact,fact_due,entry,posting,balance,seal}'::text[]) t""").query(Long.class).single();
    }

    private static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double figure, String unit) {
        System.out.printf("bench ledger %s %.0f %s%n", what, figure, unit);
    }
}
