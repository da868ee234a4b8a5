package relais.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.ledger.Books.Acquisition;
import relais.ledger.Books.Decision;
import relais.ledger.Fact.InvoiceIssued;
import relais.ledger.Fact.OrderPlaced;

/** Reads what the books say already about the consumers and orders of a batch. */
final class BooksReader {

    private final JdbcClient jdbc;

    BooksReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Books read(List<RecordedFact> batch) {
        var books = new Books();
        var orders = batch.stream()
                .map(RecordedFact::fact)
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .toList();
        var invoices = batch.stream()
                .map(RecordedFact::fact)
                .filter(InvoiceIssued.class::isInstance)
                .map(InvoiceIssued.class::cast)
                .toList();
        if (!orders.isEmpty()) readAcquisitions(orders, books);
        if (!invoices.isEmpty()) readDecisions(invoices, books);
        return books;
    }

    private void readAcquisitions(List<OrderPlaced> orders, Books books) {
        jdbc.sql("""
                        select consumer, partner, valid_on, terms_version from entry
                        where kind = 'acquisition' and consumer = any(cast(:consumers as uuid[]))""")
                .param(
                        "consumers",
                        orders.stream()
                                .map(OrderPlaced::consumer)
                                .flatMap(Optional::stream)
                                .distinct()
                                .map(UUID::toString)
                                .toArray(String[]::new))
                .query(row -> {
                    books.add(
                            row.getObject("consumer", UUID.class),
                            new Acquisition(
                                    row.getString("partner"),
                                    row.getObject("valid_on", LocalDate.class),
                                    row.getInt("terms_version")));
                });
    }

    private void readDecisions(List<InvoiceIssued> invoices, Books books) {
        jdbc.sql("""
                        select f.partner, f.number, e.consumer, e.parties, e.shares_ppm, e.rates_ppm,
                            e.terms_version, e.inputs, e.explanation
                        from (select distinct * from unnest(:partners, :numbers)) given (partner, number)
                        join fact f on f.kind = 'order' and f.partner = given.partner and f.number = given.number
                        join entry e on e.fact = f.id and e.kind = 'decision'""")
                .param("partners", invoices.stream().map(InvoiceIssued::partner).toArray(String[]::new))
                .param(
                        "numbers",
                        invoices.stream().map(InvoiceIssued::orderNumber).toArray(String[]::new))
                .query(row -> {
                    books.add(
                            row.getString("partner"),
                            row.getString("number"),
                            new Decision(
                                    EntryRows.shares(row),
                                    Optional.ofNullable(row.getObject("consumer", UUID.class)),
                                    row.getInt("terms_version"),
                                    row.getBytes("inputs"),
                                    row.getString("explanation")));
                });
    }
}
