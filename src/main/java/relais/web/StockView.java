package relais.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.partner.ApiKeys;
import relais.tracking.StockLevels;
import relais.tracking.StockLevels.Level;

/** {@code GET /api/stock/{gtin}}: what of an article can be sold, for every partner that has a key. */
public final class StockView {

    private final StockLevels stock;
    private final ApiKeys keys;
    private final ObjectMapper json;

    StockView(StockLevels stock, ApiKeys keys, ObjectMapper json) {
        this.stock = stock;
        this.keys = keys;
        this.json = json;
    }

    /**
     * @param gtin 8 to 14 digits
     * @param apiKey the caller's
     * @return the sum, and each quantity with the day from which it can be shipped; not who holds it. 404 if nobody
     *     reports the article
     */
    public Answer get(String gtin, @Nullable String apiKey) {
        if (keys.partner(apiKey == null ? "" : apiKey).isEmpty())
            return Problem.unauthorised("Send the API key of your channel.").answer();
        var levels = gtin.matches("\\d{8,14}") ? stock.of(gtin) : List.<Level>of();
        if (levels.isEmpty())
            return Problem.notFound("No stock report speaks of the GTIN " + gtin + ".")
                    .answer();
        return Answer.ok(write(gtin, levels));
    }

    private String write(String gtin, List<Level> levels) {
        var body = json.createObjectNode().put("gtin", gtin);
        body.put("unit", levels.get(0).unit());
        body.put("available", sumOfNow(levels));
        var array = body.putArray("levels");
        for (var level : levels) {
            var node = array.addObject()
                    .put("quantity", level.quantity())
                    .put("unit", level.unit())
                    .put("reportedAt", level.reportedAt().toString());
            level.availableOn().ifPresent(day -> node.put("availableOn", day.toString()));
        }
        return body.toString();
    }

    private static BigDecimal sumOfNow(List<Level> levels) {
        return levels.stream()
                .filter(level -> level.availableOn().isEmpty())
                .map(Level::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
