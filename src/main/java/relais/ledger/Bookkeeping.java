package relais.ledger;

import relais.partner.Partners;

/** What follows from a fact. Pure: the same fact, books and partner files always give the same outcome. */
final class Bookkeeping {

    private final Attribution attribution;

    Bookkeeping(Partners partners) {
        this.attribution = new Attribution(partners);
    }

    Outcome decide(RecordedFact recorded, Books books) {
        return recorded.fact()
                .fold(
                        order -> attribution.decide(recorded, order, books),
                        invoice -> Commission.decide(recorded, invoice, books));
    }
}
