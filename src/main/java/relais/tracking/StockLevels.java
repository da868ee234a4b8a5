package relais.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.partner.Partner;
import relais.partner.Partners;

/** What can be sold, by the latest report of each partner that counts stock. A report is a whole count, not a change. */
public final class StockLevels {

    private final JdbcClient jdbc;
    private final Partners partners;
    private final ObjectMapper json;

    public StockLevels(JdbcClient jdbc, Partners partners, ObjectMapper json) {
        this.jdbc = jdbc;
        this.partners = partners;
        this.json = json;
    }

    /** The levels of an article, one row per report line; leading zeros of the GTIN make no difference. */
    public List<Level> of(String gtin) {
        var wanted = significant(gtin);
        return partners.all().stream()
                .map(this::latest)
                .flatMap(Optional::stream)
                .flatMap(report -> levels(report, wanted))
                .toList();
    }

    private Optional<Report> latest(Partner partner) {
        return jdbc.sql("""
                        select created_at, convert_from(body, 'UTF8') as body_text from document
                        where partner = :partner and type = 'InventoryReport' and direction = 'in'
                          and state = 'accepted' and consumer is null and body is not null
                        order by created_at desc limit 1""")
                .param("partner", partner.id())
                .query((row, number) -> new Report(
                        partner.id(), DocumentRows.instant(row, "created_at"), parse(row.getString("body_text"))))
                .optional();
    }

    private Stream<Level> levels(Report report, String gtin) {
        return StreamSupport.stream(report.document().path("lines").spliterator(), false)
                .filter(line -> significant(line.at("/item/gtin").asText()).equals(gtin))
                .map(line -> new Level(
                        report.partner(),
                        new BigDecimal(line.at("/quantity/value").asText("0")),
                        line.at("/quantity/unit").asText(),
                        Optional.of(line.path("availableOn").asText())
                                .filter(day -> !day.isEmpty())
                                .map(LocalDate::parse),
                        report.receivedAt()));
    }

    private JsonNode parse(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the register holds a report that is no JSON", e);
        }
    }

    private static String significant(String gtin) {
        return gtin.strip().replaceFirst("^0+", "");
    }

    private record Report(String partner, Instant receivedAt, JsonNode document) {}

    /**
     * What one partner holds of an article.
     *
     * @param availableOn when it can be shipped; empty for now
     * @param reportedAt when the report came in
     */
    public record Level(
            String holder, BigDecimal quantity, String unit, Optional<LocalDate> availableOn, Instant reportedAt) {}
}
