package relais.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.consumer.Erasures;

/**
 * {@code GET} and {@code DELETE /api/consumers/{id}}: what is held on a consumer, and how a consumer is erased. For operators,
 * who say name and secret (HTTP Basic) with each request; what they do is noted with the consumer.
 */
public final class ConsumerView {

    /** What to say where no consumer has the id. */
    static final String UNKNOWN = "There is no consumer of this id; documents that name one say its id.";

    private final ConsumerFile file;
    private final Erasures erasures;
    private final Operator operator;

    ConsumerView(ConsumerFile file, Erasures erasures, Operator operator) {
        this.file = file;
        this.erasures = erasures;
        this.operator = operator;
    }

    /**
     * Everything that is held on a consumer.
     *
     * @param authorization the header of that name
     * @return 401 without an operator's name and secret; 404 for a consumer that never was
     */
    public Answer get(String id, @Nullable String authorization) {
        if (isStranger(authorization)) return stranger();
        return uuid(id).flatMap(consumer -> file.export(consumer, operator.name()))
                .map(body -> Answer.ok(body.toString()))
                .orElseGet(ConsumerView::unknown);
    }

    /**
     * Erases a consumer.
     *
     * @param authorization the header of that name
     * @param reason in one sentence, without personal data
     * @return what is left of the consumer; 401 without an operator's name and secret; 404 for a consumer that never was; 422 without a
     *     reason that can be kept
     */
    public Answer erase(String id, @Nullable String authorization, @Nullable String reason) {
        if (isStranger(authorization)) return stranger();
        var consumer = uuid(id).filter(file::knows);
        if (consumer.isEmpty()) return unknown();
        try {
            erasures.erase(consumer.get(), operator.name(), reason == null ? "" : reason);
        } catch (IllegalArgumentException refused) {
            return new Problem(422, "The consumer is not erased", refused.getMessage() + ".").answer();
        }
        return Answer.ok(file.left(consumer.get()).toString());
    }

    private boolean isStranger(@Nullable String authorization) {
        return authorization == null || !operator.isSaidBy(authorization);
    }

    private static Answer stranger() {
        return Problem.unauthorised(
                        "Send the operator's name and secret as HTTP Basic; the secret is the console's key or password.")
                .answer();
    }

    private static Answer unknown() {
        return Problem.notFound(UNKNOWN).answer();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
