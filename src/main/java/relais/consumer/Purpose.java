package relais.consumer;

/** What something that is known of a person may be used for. */
public enum Purpose {
    /** To deliver what was ordered, and to answer for it. */
    ORDER_FULFILMENT,
    /** To tell the person of the brand's offers. */
    MARKETING,
    /** To tell the partner that brought the person. */
    PARTNER_SHARING
}
