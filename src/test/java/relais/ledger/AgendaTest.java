package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.partner.SettlementTerms;
import relais.partner.Terms;

class AgendaTest {

    private final Ledgers books = new Ledgers(List.of());

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void recordsTermsOnce() {
        agenda(Ledgers.partners()).recordTerms();
        agenda(Ledgers.partners()).recordTerms();

        assertThat(books.count("fact where kind = 'terms'")).isEqualTo(3);
        assertThat(books.count("fact_conflict")).isZero();
    }

    @Test
    void showsTermsThatChangedWithoutANewVersion() {
        agenda(Ledgers.partners()).recordTerms();
        agenda(new Partners(Ledgers.partners().all().stream()
                        .map(AgendaTest::heldLonger)
                        .toList()))
                .recordTerms();

        assertThat(books.count("fact where kind = 'terms'")).isEqualTo(3);
        assertThat(books.entries.conflicts())
                .extracting(Unbooked::fact)
                .containsExactlyInAnyOrder(
                        "terms 1 of acme-retail", "terms 2 of acme-retail", "terms 1 of galeries-sud");
    }

    @Test
    void takesTermsForTheSameThatAnEarlierReleaseWroteWithFewerFields() {
        books.database
                .jdbc()
                .sql("""
                        insert into fact (kind, partner, number, order_number, day, content, document, hash, recorded_at)
                        values ('terms', 'galeries-sud', '1', '', '2026-01-01', :content,
                            '00000000-0000-0000-0000-000000000000', sha256('as it was'), now())""")
                .param("content", galeriesSud().replace(",\"withholdingPpm\":0", ""))
                .update();

        agenda(Ledgers.partners()).recordTerms();

        assertThat(books.count("fact_conflict")).isZero();
    }

    private static String galeriesSud() {
        var terms =
                Ledgers.partners().find("galeries-sud").orElseThrow().terms().get(0);
        var content = FactContent.of(terms);
        assertThat(content).contains(",\"withholdingPpm\":0");
        return content;
    }

    private Agenda agenda(Partners partners) {
        return new Agenda(books.database.jdbc(), books.database.transaction(), books.ledger, partners, Ledgers.CLOCK);
    }

    private static Partner heldLonger(Partner partner) {
        return new Partner(
                partner.id(),
                partner.name(),
                partner.role(),
                partner.currency(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                partner.acknowledging(),
                partner.terms().stream().map(AgendaTest::heldLonger).toList());
    }

    private static Terms heldLonger(Terms terms) {
        var settlement = terms.settlement();
        return new Terms(
                terms.version(),
                terms.from(),
                terms.attribution(),
                terms.ownership(),
                terms.commission(),
                new SettlementTerms(
                        settlement.holdDays() + 1,
                        settlement.every(),
                        settlement.minimumPayout(),
                        settlement.taxPpm(),
                        settlement.withholdingPpm()));
    }
}
