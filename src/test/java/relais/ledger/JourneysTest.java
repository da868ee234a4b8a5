package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.ledger.Fact.TouchMade;
import relais.ledger.Journeys.Journey;

/** Contributions worked out by hand. A journey is {@code a>b!} when it ended in an order and {@code a>b} when it did not. */
class JourneysTest {

    @ParameterizedTest(name = "{0}: Shapley {1}, Markov {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # journeys        | Shapley                | Markov                 | how
            a!                | {a=1000000}            | {a=1000000}            | a alone
            a>b!              | {a=500000, b=500000}   | {a=500000, b=500000}   | without either there is no order
            a!, b!            | {a=500000, b=500000}   | {a=500000, b=500000}   | one each
            a!, a>b!          | {a=750000, b=250000}   | {a=666667, b=333333}   | 1 + 1/2 of 2; without a 0, without b 1/2: effects 1 and 1/2
            a>a>b!            | {a=500000, b=500000}   | {a=500000, b=500000}   | twice by one party counts once
            a!, b             | {a=1000000, b=0}       | {a=1000000, b=0}       | b led to nothing
            a>b!, c           | {a=500000, b=500000, c=0} | {a=500000, b=500000, c=0} | half of the journeys order, none without a or b
            a>b!, a>c!, c!    | {a=333333, b=166667, c=500000} | {a=400000, b=200000, c=400000} | 1, 1/2, 3/2 of 3; without a 1/3 of the orders are left, without b 2/3, without c 1/3: effects 2/3, 1/3, 2/3
            a                 | {a=0}                  | {a=0}                  | no order at all
            """)
    void contributions(String journeys, String shapley, String markov, String how) {
        var read = new Journeys(journeys(journeys));

        assertThat(read.shapley()).hasToString(shapley);
        assertThat(read.markov()).hasToString(markov);
    }

    @Test
    void readsJourneysFromTheBooksUpToAnEntry() {
        try (var books = new Ledgers()) {
            var consumer = new UUID(9, 1);
            books.book(visit("galeries-sud", 1, consumer, "2026-11-01"));
            books.book(Ledgers.order("acme-retail", "PO-1", consumer, "2026-11-05"));
            var asOf = books.count("entry");
            var reports = new ContributionReports(books.database.jdbc(), Ledgers.partners());
            var before = reports.report(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), asOf);
            books.book(visit("galeries-sud", 2, new UUID(9, 2), "2026-11-02"));

            assertThat(before.parties())
                    .containsExactly(
                            new ContributionReports.Contribution("acme-retail", 500_000, 500_000),
                            new ContributionReports.Contribution("galeries-sud", 500_000, 500_000));
            assertThat(before.orders()).isEqualTo(1);
            assertThat(reports.report(before.from(), before.to(), asOf)).isEqualTo(before);
            var later = reports.report(before.from(), before.to(), books.count("entry"));
            assertThat(later.journeys()).isEqualTo(2);
            assertThat(later.inputs()).isNotEqualTo(before.inputs());
        }
    }

    private static TouchMade visit(String partner, int number, UUID consumer, String day) {
        return new TouchMade(
                partner, "visit " + number, consumer, Touch.Kind.CLICK, LocalDate.parse(day), Ledgers.document());
    }

    private static List<Journey> journeys(String text) {
        return Arrays.stream(text.split(", "))
                .map(journey -> new Journey(List.of(journey.replace("!", "").split(">")), journey.endsWith("!")))
                .toList();
    }
}
