package relais.document;

/** Whom to ask at a company: a department or a role, as business partners exchange it. */
public record Contact(String name, String phone, String email) {}
