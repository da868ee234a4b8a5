package relais.consumer;

/** What is known of a person, one by one: what terms allow a partner to see, and what the person agreed to. */
public enum Field {
    NAME,
    EMAIL,
    PHONE,
    ADDRESS,
    LOYALTY_NUMBER
}
