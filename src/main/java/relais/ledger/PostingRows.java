package relais.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.document.Money;
import relais.ledger.Entry.Place;
import relais.ledger.Entry.Posting;

/** Reads the postings of an entry, which {@link EntryRows#SELECT} gathers as a JSON array of arrays. */
final class PostingRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PostingRows() {}

    /** @throws IllegalArgumentException if the postings are not numbered from 1 without gaps, or one has no account */
    static List<Posting> read(@Nullable String rows) {
        if (rows == null) return List.of();
        try {
            var postings = new ArrayList<Posting>();
            for (var row : JSON.readTree(rows)) {
                if (row.get(0).asInt() != postings.size() + 1)
                    throw new IllegalArgumentException("posting " + (postings.size() + 1) + " is missing");
                postings.add(posting(row));
            }
            return postings;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Posting posting(JsonNode row) {
        if (row.get(2).isNull() || row.get(3).isNull())
            throw new IllegalArgumentException("an account of posting " + row.get(0) + " is missing");
        return new Posting(
                row.get(1).asInt(),
                row.get(2).asText(),
                row.get(3).asText(),
                Money.ofMinorUnits(
                        row.get(4).asLong(), Currency.getInstance(row.get(5).asText())),
                row.get(6).asLong(),
                row.get(7).asText(),
                row.get(8).isNull()
                        ? Optional.empty()
                        : Optional.of(new Place(row.get(8).asLong(), row.get(9).asInt())));
    }
}
