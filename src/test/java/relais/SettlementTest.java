package relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.ledger.Fact;
import relais.ledger.Goods;
import relais.ledger.Ledger;
import relais.ledger.Statements;

/** From an order to the partner's commission: held, payable, paid out, invoiced in its place and remitted. */
class SettlementTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    @Test
    void paysAPartnerOutAndSendsItTheInvoiceAndTheRemittance() throws Exception {
        try (var hub = Hub.start(folder)) {
            record(
                    hub,
                    new Fact.OrderPlaced("acme-retail", "PO-1", Optional.of(new UUID(1, 1)), DAY, new UUID(2, 1)),
                    new Fact.InvoiceIssued("acme-retail", "I-1", "PO-1", DAY, lamps(100_000), new UUID(2, 2)),
                    new Fact.CreditIssued(
                            "acme-retail", "C-1", "PO-1", "I-1", DAY.plusDays(9), lamps(25_000), new UUID(2, 3)),
                    new Fact.DayBegun("maison-lumen", DAY.plusDays(30), new UUID(0, 0)),
                    new Fact.PeriodEnded("acme-retail", USD, DAY, DAY.plusDays(30), new UUID(0, 0)));

            hub.eventually(() -> hub.arrivedAt("acme-retail").size() == 2);

            var statement = hub.bean(Statements.class).of("acme-retail").get(0);
            assertThat(statement.money(statement.paid())).hasToString("90.00 USD");
            assertThat(hub.bean(Statements.class).lines(statement))
                    .singleElement()
                    .satisfies(line -> assertThat(line.amount()).hasToString("90.00 USD"));
            var files = String.join("\n", hub.arrivedAt("acme-retail").values());
            assertThat(files)
                    .contains("BIG*20260401*SB-" + statement.seq() + "~")
                    .contains("TDS*9000~")
                    .contains("BPR*I*90.00*C*ACH")
                    .contains("RMR*IV*SB-" + statement.seq() + "*PI*90.00*90.00~");
            assertThat(hub.count("select count(*) from statement_due")).isZero();
        }
    }

    private static Goods lamps(long net) {
        return new Goods(USD, List.of(new Goods.Line(1, "", "LAMP", "", BigDecimal.ONE, net, 0, 0)), 0);
    }

    private static void record(Hub hub, Fact... facts) {
        hub.bean(Ledger.class).record(List.of(facts));
    }
}
