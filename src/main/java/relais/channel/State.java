package relais.channel;

/** The exchange properties in which the hub's state travels. Headers come from strangers and are never trusted. */
final class State {

    /** Id of the channel that bytes came by, or leave by. */
    static final String CHANNEL = "relaisChannel";

    /** The receipt that was stored, or that is worked on. */
    static final String RECEIPT = "relaisReceipt";

    /** What the pre-check found in what was posted. */
    static final String FINDINGS = "relaisFindings";

    /** Whether nothing was there to do, so that the worker may rest. */
    static final String IDLE = "relaisIdle";

    /** The payload that is being sent. */
    static final String OUTGOING = "relaisOutgoing";

    /** Its file name. */
    static final String NAME = "relaisName";

    /** Its media type. */
    static final String CONTENT_TYPE = "relaisContentType";

    /** By which the far end recognises what it already has. */
    static final String DELIVERY_ID = "relaisDeliveryId";

    /** What happened so far in one round of sending, shared by all its payloads. */
    static final String ROUND = "relaisRound";

    private State() {}
}
