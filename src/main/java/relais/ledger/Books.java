package relais.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Entry.Share;

/** What is booked already, as far as one batch of facts needs it; grows as the batch is decided. */
final class Books {

    /** A consumer's acquisition in force. */
    record Acquisition(String partner, LocalDate day, int termsVersion) {}

    /** Who is credited for an order. */
    record Decision(List<Share> shares, Optional<UUID> consumer, int termsVersion, byte[] inputs, String explanation) {

        Decision {
            shares = List.copyOf(shares);
        }
    }

    private final Map<UUID, Acquisition> acquisitions = new HashMap<>();
    private final Map<String, Decision> decisions = new HashMap<>();

    /** The natural key of an order. */
    static String key(String seller, String orderNumber) {
        return "order " + seller + ' ' + orderNumber;
    }

    Optional<Acquisition> acquisition(UUID consumer) {
        return Optional.ofNullable(acquisitions.get(consumer));
    }

    Optional<Decision> decision(String seller, String orderNumber) {
        return Optional.ofNullable(decisions.get(key(seller, orderNumber)));
    }

    void add(UUID consumer, Acquisition acquisition) {
        acquisitions.put(consumer, acquisition);
    }

    void add(String seller, String orderNumber, Decision decision) {
        decisions.put(key(seller, orderNumber), decision);
    }

    /** Takes in what was just decided, so that the next fact of the batch knows it. */
    void add(Draft draft) {
        switch (draft.kind()) {
            case ACQUISITION ->
                add(
                        draft.consumer().orElseThrow(),
                        new Acquisition(draft.partner(), draft.validOn(), draft.termsVersion()));
            case DECISION ->
                add(
                        draft.fact().fact().partner(),
                        draft.fact().fact().orderNumber(),
                        new Decision(
                                draft.shares(),
                                draft.consumer(),
                                draft.termsVersion(),
                                draft.inputs(),
                                draft.explanation()));
            case TOUCH, ACCRUAL -> {}
        }
    }
}
