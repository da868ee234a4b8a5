package relais.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Books.Acquisition;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.partner.Terms;

/** Decides who brought a consumer and who is credited for an order. Pure: it only reads the books it is given. */
final class Attribution {

    private final Partners partners;

    Attribution(Partners partners) {
        this.partners = partners;
    }

    Outcome decide(RecordedFact recorded, OrderPlaced order, Books books) {
        var seller = partners.find(order.partner());
        if (seller.isEmpty())
            return new Waits(recorded, "no partner file is called " + order.partner() + "; add one", "");
        var acquisition = order.consumer().flatMap(books::acquisition);
        var credit = seller.get().isOfBrand()
                ? creditForOwnSale(seller.get(), order, acquisition)
                : creditForSaleOf(seller.get(), order);
        if (credit.isMissing()) return new Waits(recorded, credit.reason(), "");
        return new Booked(entries(new Case(recorded, order, seller.get(), acquisition), credit));
    }

    /** What is being decided. */
    private record Case(RecordedFact recorded, OrderPlaced order, Partner seller, Optional<Acquisition> acquisition) {}

    /** Who is credited, at which rate, why; and the terms that say so. */
    private record Credit(String party, int ratePpm, Optional<Terms> terms, String reason) {

        static Credit missing(String reason) {
            return new Credit("", 0, Optional.empty(), reason);
        }

        boolean isMissing() {
            return party.isEmpty();
        }

        int termsVersion() {
            return terms.map(Terms::version).orElse(0);
        }
    }

    private static Credit creditForSaleOf(Partner seller, OrderPlaced order) {
        var terms = seller.termsOn(order.placedOn());
        if (terms.isEmpty() && !seller.terms().isEmpty()) return noTermsInForce(seller, order);
        if (order.consumer().isEmpty())
            return new Credit(
                    seller.id(), 0, terms, "stock order: " + seller.name() + " buys for itself, without commission");
        var rate = terms.map(Terms::commissionPpm).orElse(0);
        var agreed = terms.isPresent() ? "" : ", which has no commission terms";
        return new Credit(seller.id(), rate, terms, "sold by " + seller.name() + " itself" + agreed);
    }

    private Credit creditForOwnSale(Partner shop, OrderPlaced order, Optional<Acquisition> acquisition) {
        var through = acquisition
                .filter(a -> !a.day().isAfter(order.placedOn()))
                .flatMap(a -> partners.find(a.partner()))
                .filter(partner -> !partner.isOfBrand());
        if (through.isEmpty()) return new Credit(shop.id(), 0, Optional.empty(), "sold by the brand itself");
        return creditForRepeat(shop, order, acquisition.get(), through.get());
    }

    private static Credit creditForRepeat(Partner shop, OrderPlaced order, Acquisition acquisition, Partner partner) {
        var terms = partner.termsOn(order.placedOn());
        if (terms.isEmpty() && !partner.terms().isEmpty()) return noTermsInForce(partner, order);
        var acquired = "acquired through " + partner.id() + " on " + acquisition.day();
        if (terms.isEmpty())
            return new Credit(shop.id(), 0, terms, acquired + ", which has no terms for repeat purchases");
        var last = acquisition.day().plus(terms.get().repeatFor());
        if (order.placedOn().isAfter(last))
            return new Credit(shop.id(), 0, terms, acquired + ", repeat purchases counted for it until " + last);
        return new Credit(
                partner.id(),
                terms.get().repeatPpm(),
                terms,
                acquired + ", repeat purchase within " + terms.get().repeatFor());
    }

    private static Credit noTermsInForce(Partner partner, OrderPlaced order) {
        return Credit.missing(
                partner.id() + " has no terms in force on " + order.placedOn() + "; add a version to its file");
    }

    private static List<Draft> entries(Case c, Credit credit) {
        var drafts = new ArrayList<Draft>();
        c.order.consumer().ifPresent(consumer -> {
            drafts.add(touch(c, consumer));
            if (c.acquisition.isEmpty()) drafts.add(acquisition(c, consumer));
        });
        drafts.add(decision(c, credit));
        return drafts;
    }

    private static Draft touch(Case c, UUID consumer) {
        return draft(
                Kind.TOUCH, c, consumer, c.seller.name() + " brought the consumer with order " + c.order.orderNumber());
    }

    private static Draft acquisition(Case c, UUID consumer) {
        var version = termsVersion(c);
        var owned = c.seller.isOfBrand()
                ? "owned by the brand"
                : version == 0 ? "no terms on ownership" : "co-owned under its terms version " + version;
        return draft(
                Kind.ACQUISITION,
                c,
                consumer,
                "acquired through " + c.seller.id() + " on " + c.order.placedOn() + ", " + owned);
    }

    private static Draft draft(Kind kind, Case c, UUID consumer, String explanation) {
        return new Draft(
                kind,
                c.recorded,
                c.seller.id(),
                Optional.of(consumer),
                c.order.placedOn(),
                List.of(),
                Optional.empty(),
                termsVersion(c),
                new Canonical(Canonical.Type.INPUTS)
                        .bytes(c.recorded.hash())
                        .number(termsVersion(c))
                        .hash(),
                explanation);
    }

    private static int termsVersion(Case c) {
        return c.seller.termsOn(c.order.placedOn()).map(Terms::version).orElse(0);
    }

    private static Draft decision(Case c, Credit credit) {
        return new Draft(
                Kind.DECISION,
                c.recorded,
                credit.party(),
                c.order.consumer(),
                c.order.placedOn(),
                List.of(new Share(credit.party(), Draft.WHOLE_PPM, credit.ratePpm())),
                Optional.empty(),
                credit.termsVersion(),
                inputs(c, credit),
                credit.reason());
    }

    /** Everything the decision rests on: the fact, the acquisition in force, the terms. */
    private static byte[] inputs(Case c, Credit credit) {
        var inputs = new Canonical(Canonical.Type.INPUTS)
                .bytes(c.recorded.hash())
                .text(c.seller.role().name())
                .number(c.acquisition.isPresent() ? 1 : 0);
        c.acquisition.ifPresent(a -> inputs.text(a.partner()).day(a.day()).number(a.termsVersion()));
        inputs.number(credit.terms().isPresent() ? 1 : 0);
        credit.terms().ifPresent(terms -> inputs.number(terms.version())
                .day(terms.from())
                .text(terms.attributionModel().name())
                .text(terms.attributionWindow().toString())
                .number(terms.commissionPpm())
                .number(terms.repeatPpm())
                .text(terms.repeatFor().toString())
                .number(terms.holdDays()));
        return inputs.hash();
    }
}
