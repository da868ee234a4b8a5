package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import relais.document.Money;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Place;
import relais.ledger.Entry.Posting;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;

/** The bytes that are hashed, as golden vectors: who changes one of these breaks every seal there is. */
class CanonicalTest {

    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    @Test
    void writesEachValueSoThatItsEndIsKnown() {
        var bytes = new Canonical(Canonical.Type.INPUTS)
                .number(-2)
                .text("é")
                .day(LocalDate.of(1970, 1, 3))
                .instant(Instant.parse("1970-01-01T00:00:01.000002Z"))
                .id(ID)
                .bytes(Optional.of(new byte[] {7}))
                .bytes(Optional.empty())
                .toBytes();

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("01" + "04"
                        + "fffffffffffffffe"
                        + "0000000000000002" + "c3a9"
                        + "0000000000000002"
                        + "00000000000f4242"
                        + "00112233445566778899aabbccddeeff"
                        + "01" + "0000000000000001" + "07"
                        + "00");
    }

    @Test
    void hashesFactsWithoutTheirDocument() {
        var order = new OrderPlaced("acme-retail", "PO-1", Optional.of(ID), LocalDate.of(2026, 11, 16), ID);
        var sameElsewhere =
                new OrderPlaced("acme-retail", "PO-1", Optional.of(ID), LocalDate.of(2026, 11, 16), new UUID(0, 1));

        assertThat(hash(order))
                .isEqualTo(hash(sameElsewhere))
                .isEqualTo("c7c53443503de654782721c8662ba89e513bf6530e4d5de1cea730ccd1713dd5");
        assertThat(hash(invoice("100.00")))
                .isEqualTo(hash(invoice("100")))
                .isEqualTo("9706c30db3ace98c065f37045bb7bc11331f68f7d61923a1036b87262ae1a8bd");
    }

    @Test
    void encodesEntries() {
        var fact = new RecordedFact(7, invoice("100.00"), new byte[32]);
        var posting = new Posting(
                1,
                AccountNames.EXPENSE,
                AccountNames.held("acme-retail"),
                Money.ofMinorUnits(1200, Currency.getInstance("USD")),
                10_000,
                "12 % of 100.00 USD",
                Optional.of(new Place(41, 1)));
        var draft = new Draft(
                Kind.ACCRUAL,
                fact,
                new Draft.Subject(7, new byte[32]),
                "acme-retail",
                Optional.of(ID),
                LocalDate.of(2026, 11, 17),
                Optional.of(LocalDate.of(2026, 12, 17)),
                List.of(new Share("acme-retail", 1_000_000, 1)),
                List.of(posting),
                1,
                Optional.of(Money.ofMinorUnits(10_000, Currency.getInstance("USD"))),
                new byte[32],
                "12 %",
                Optional.empty());

        var leaf = MerkleTree.leaf(draft.encoded(0, 42, Instant.parse("2026-11-23T10:00:00Z")));

        assertThat(HexFormat.of().formatHex(leaf))
                .isEqualTo("d3671f581b0c193d141083ccc15e08435b2c563689c33069005f5617799a2740");
    }

    @Test
    void hashesSeals() {
        var seal = new Seal(0, 3, 1, 21, 42, new byte[32], new byte[32], Instant.parse("2026-11-23T10:00:00Z"));

        assertThat(HexFormat.of().formatHex(seal.hash()))
                .isEqualTo("1b364e36042c529fa8b6ed9794668c6b91efb4585349953b74bedf2f5459de33");
    }

    private static String hash(Fact fact) {
        return HexFormat.of().formatHex(FactColumns.of(fact).hash());
    }

    private static InvoiceIssued invoice(String net) {
        return new InvoiceIssued(
                "acme-retail", "INV-1", "PO-1", LocalDate.of(2026, 11, 17), Ledgers.goods(net + " USD"), ID);
    }
}
