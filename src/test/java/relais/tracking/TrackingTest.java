package relais.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import relais.Database;
import relais.consumer.Vaults;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.tracking.Trace.Step;

class TrackingTest {

    private static final Database database = Database.fresh();
    private static final ExampleRows example = new ExampleRows(database).writeAll();
    private static final Tracking tracking = new Tracking(database.jdbc(), Vaults.on(database));

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void listsEveryDocumentNewestFirst() {
        var rows = tracking.documents(DocumentFilter.all()).rows();

        assertThat(rows).extracting(DocumentRow::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(rows).hasSize(count("document"));
    }

    @Test
    void filtersByEverythingThatIsAsked() {
        assertThat(listed("acme-retail", "Order", "rejected", "in", "")).containsExactly(example.rejected);
        assertThat(listed("galeries-sud", "", "parked", "out", "")).containsExactly(example.parkedInvoice);
        assertThat(listed("", "", "made up", "", "")).isEmpty();
    }

    @Test
    void findsReferencesByTheirBeginningInAnyCase() {
        assertThat(listed("", "Order", "", "in", "acme-10")).containsExactly(example.rejected, example.order);
        assertThat(listed("", "Invoice", "", "in", "ACME-1001")).containsExactly(example.invoice);
        assertThat(listed("", "", "", "", "%")).isEmpty();
    }

    @Test
    void saysInTheListWhatIsWrong() {
        var row = tracking.document(example.rejected).orElseThrow();

        assertThat(row.reason()).isEqualTo("QQ is not a unit of measure of data element 355");
        assertThat(tracking.document(example.parkedInvoice).orElseThrow().reason())
                .contains("does not exist");
    }

    @Test
    void listsWhatCouldNotBeReadUnderTheNameItCameBy() {
        var rows = tracking.documents(new DocumentFilter("", "Unreadable", "", "", "", Optional.empty()))
                .rows();

        assertThat(rows).extracting(DocumentRow::reference).containsExactly("stock-empty.txt", "strange.x12");
    }

    @Test
    void pagesThroughEverythingOnceEvenWhereTimesAreEqual() {
        try (var crowded = Database.fresh()) {
            crowded.jdbc().sql("""
                            insert into document (id, direction, partner, type, format, state, created_at, updated_at)
                            select gen_random_uuid(), 'in', 'acme-retail', 'Order', 'x12', 'accepted', moment, moment
                            from (select timestamptz '2026-03-02 10:00Z' + (n / 40) * interval '1 second' as moment
                                  from generate_series(1, 173) n) rows""").update();

            var seen = new ArrayList<UUID>();
            var pages = 0;
            Optional<DocumentCursor> before = Optional.empty();
            do {
                var page = new Tracking(crowded.jdbc(), Vaults.on(crowded))
                        .documents(new DocumentFilter("acme-retail", "", "", "", "", before));
                page.rows().forEach(row -> seen.add(row.id()));
                before = page.next().flatMap(cursor -> DocumentCursor.parse(cursor.toString()));
                pages++;
            } while (before.isPresent());

            assertThat(pages).isEqualTo(4);
            assertThat(seen).hasSize(173).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsTheJourneyInItsOrder() {
        assertThat(tracking.journey(example.order))
                .extracting(Step::name)
                .containsExactly("received", "read", "acknowledged", "translated", "checked", "booked", "dispatched");
    }

    @Test
    void keepsFindingsInTheOrderOfTheBytes() {
        assertThat(tracking.findings(example.rejected).list())
                .extracting(Finding::code)
                .containsExactly(FindingCode.CODE_UNKNOWN, FindingCode.SEGMENT_COUNT_MISMATCH);
    }

    @Test
    void knowsWhatWasAcknowledgedAndWhatIsExpected() {
        var order = tracking.document(example.order).orElseThrow();
        var invoice = only(listed("acme-retail", "Invoice", "", "out", "INV-9001"));

        var expected = tracking.expected(invoice).orElseThrow();

        assertThat(tracking.acknowledgementsOf(order))
                .extracting(DocumentRow::id)
                .containsExactly(example.acknowledgement);
        assertThat(expected.state()).isEqualTo("accepted");
        assertThat(tracking.answeredBy(
                        tracking.document(expected.closedBy().orElseThrow()).orElseThrow()))
                .extracting(DocumentRow::id)
                .containsExactly(invoice);
    }

    @Test
    void knowsWhatTheHubsOwnAcknowledgementSpeaksOf() {
        var acknowledgement = tracking.document(example.acknowledgement).orElseThrow();

        assertThat(tracking.answeredBy(acknowledgement))
                .extracting(DocumentRow::id)
                .containsExactly(example.order);
        assertThat(acknowledgement.counterparty()).isEqualTo("acme-retail");
    }

    @Test
    void tellsWhoAnsweredFromWhomItConcerns() {
        var row = tracking.document(example.invoice).orElseThrow();

        assertThat(row.partner()).isEqualTo("acme-retail");
        assertThat(row.counterparty()).isEqualTo("maison-lumen");
    }

    @Test
    void followsAnOrderFromItsFirstDocumentToItsLast() {
        var order = tracking.document(example.order).orElseThrow();

        assertThat(tracking.related(order))
                .extracting(DocumentRow::type)
                .contains("Order", "OrderResponse", "DespatchAdvice", "Invoice");
    }

    @Test
    void countsWhatNeedsAttention() {
        assertThat(tracking.attention()).isEqualTo(new Trace.Attention(3, 2, 1, 0));
    }

    private static List<UUID> listed(String partner, String type, String state, String direction, String reference) {
        return tracking
                .documents(new DocumentFilter(partner, type, state, direction, reference, Optional.empty()))
                .rows()
                .stream()
                .map(DocumentRow::id)
                .toList();
    }

    private static UUID only(List<UUID> ids) {
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private static int count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
