package relais.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.web.ConsentNotes.Asked;

/** {@code GET} and {@code POST /api/consumers/{id}/consents}: what a consumer agreed to and withdrew, for operators. */
@RestController
@RequestMapping(path = "/api/consumers/{id}/consents", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsentApi {

    private final LedgerViews views;
    private final ConsentNotes notes;
    private final LedgerJson json;

    ConsentApi(LedgerViews views, ConsentNotes notes, LedgerJson json) {
        this.views = views;
        this.notes = notes;
        this.json = json;
    }

    /**
     * @param purpose {@code marketing} or {@code partner sharing}
     * @param fields their names, as {@code loyalty number}
     * @param given {@code true} if the consumer agrees, {@code false} if it withdraws
     * @param source where the consumer said it, without personal data
     */
    record Body(
            @Nullable String purpose,
            @Nullable List<@Nullable String> fields,
            @Nullable String given,
            @Nullable String source) {

        Asked asked() {
            List<@Nullable String> named = fields == null ? List.of() : fields;
            return new Asked(
                    text(purpose), named.stream().map(Body::text).toList(), text(given), new KeptText(text(source)));
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /** Everything the consumer said, the first first; what was said last holds. */
    @GetMapping
    JsonNode consents(Viewer viewer, @PathVariable String id) {
        return history(consumer(viewer, id));
    }

    /** @return the history, with what was noted at its end; where the consumer had said the same before, nothing is added */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonNode note(Viewer viewer, @PathVariable String id, @RequestBody Body body) {
        if (!viewer.isOperator())
            throw Refusal.forbidden("Only an operator of the brand notes what a consumer agreed to.");
        var consumer = consumer(viewer, id);
        return notes.note(consumer, body.asked()).fold(changed -> history(consumer), faults -> {
            throw Refusal.unprocessable(faults);
        });
    }

    /** For a partner there is none. */
    private UUID consumer(Viewer viewer, String id) {
        return views.consumer(viewer, id)
                .filter(consumer -> viewer.isOperator() && notes.concern(consumer))
                .orElseThrow(() -> Refusal.notFound(ConsumerView.UNKNOWN));
    }

    private JsonNode history(UUID consumer) {
        var body = json.object().put("consumer", consumer.toString());
        ConsumerFile.consents(notes.history(consumer), body);
        return body;
    }
}
