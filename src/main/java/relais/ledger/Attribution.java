package relais.ledger;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Books.Acquisition;
import relais.ledger.Claims.Claim;
import relais.ledger.Claims.Granted;
import relais.ledger.Claims.Situation;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Share;
import relais.ledger.Fact.OrderPlaced;
import relais.ledger.Outcome.Booked;
import relais.ledger.Outcome.Waits;
import relais.partner.OwnershipTerms.Owner;
import relais.partner.Partner;
import relais.partner.Partners;
import relais.partner.Terms;

/** Decides who brought a consumer and who is credited for an order. Pure: it only reads the books it is given. */
final class Attribution {

    private final Partners partners;
    private final String brand;

    Attribution(Partners partners) {
        this.partners = partners;
        this.brand = partners.brand().id();
    }

    Outcome decide(RecordedFact recorded, OrderPlaced order, Books books) {
        var seller = partners.find(order.partner());
        if (seller.isEmpty())
            return new Waits(recorded, "no partner file is called " + order.partner() + "; add one", "");
        var terms = books.terms(order.partner(), order.day());
        if (terms.isEmpty() && books.hasTerms(order.partner()))
            return new Waits(
                    recorded,
                    order.partner() + " has no terms in force on " + order.day() + "; add a version to its file",
                    Books.termsOf(order.partner()));
        return new Booked(entries(new Case(recorded, order, seller.get(), terms, books)));
    }

    /** What is being decided. */
    private record Case(RecordedFact recorded, OrderPlaced order, Partner seller, Optional<Terms> terms, Books books) {

        int termsVersion() {
            return terms.map(Terms::version).orElse(0);
        }

        byte[] inputs() {
            return inputs(recorded, termsVersion()).hash();
        }

        static Canonical inputs(RecordedFact recorded, int version) {
            return new Canonical(Canonical.Type.INPUTS).bytes(recorded.hash()).number(version);
        }
    }

    private List<Draft> entries(Case c) {
        if (c.order.consumer().isEmpty())
            return List.of(sole(c, 0, "stock order: " + c.seller.name() + " buys for itself, without commission"));
        return entries(c, c.order.consumer().get());
    }

    private List<Draft> entries(Case c, UUID consumer) {
        var drafts = new ArrayList<Draft>();
        var acquisition = c.books.acquisition(consumer);
        drafts.add(touch(c, consumer));
        if (acquisition.isEmpty()) drafts.add(acquisition(c, consumer));
        drafts.addAll(decision(c, situation(c, consumer, acquisition)));
        return drafts;
    }

    private Situation situation(Case c, UUID consumer, Optional<Acquisition> acquisition) {
        var path = new ArrayList<>(c.books.touches(consumer).stream()
                .filter(touch -> !touch.day().isAfter(c.order.day()))
                .map(touch -> new Touch(party(touch.party()), touch.kind(), touch.day()))
                .sorted(comparing(Touch::day))
                .toList());
        path.add(new Touch(party(c.seller.id()), Touch.Kind.ORDER, c.order.day()));
        return new Situation(
                brand,
                party(c.seller.id()),
                c.order.day(),
                path,
                acquisition
                        .filter(a -> !a.day().isAfter(c.order.day()))
                        .map(a -> new Acquisition(party(a.partner()), a.day())));
    }

    /** The brand for its own shops. */
    private String party(String partner) {
        return partners.find(partner).filter(Partner::isOfBrand).isPresent() ? brand : partner;
    }

    private List<Draft> decision(Case c, Situation situation) {
        var granted = Claims.grant(claims(c, situation));
        var isSellersOwn = granted.isEmpty() && !c.seller.isOfBrand() && c.terms.isEmpty();
        var drafts = new ArrayList<Draft>();
        drafts.add(
                isSellersOwn
                        ? sole(c, 0, "sold by " + c.seller.name() + " itself, which has no commission terms")
                        : decision(c, situation, granted));
        if (granted.stream().anyMatch(g -> g.ppm() < g.claim().ppm()))
            granted.forEach(g -> drafts.add(conflict(c, situation, g)));
        else drafts.addAll(dealsInConflict(c, situation, granted));
        return drafts;
    }

    /** A partner's first deal for the consumer that its terms still count. */
    private record Deal(String party, LocalDate day, int termsVersion) {}

    /** Deals of two partners for one consumer are claims, also where the terms leave one of them nothing. */
    private static List<Draft> dealsInConflict(Case c, Situation situation, List<Granted> granted) {
        var deals = situation.partners().stream()
                .flatMap(party -> deal(c, situation, party).stream())
                .toList();
        return deals.size() < 2
                ? List.of()
                : deals.stream()
                        .map(deal -> conflict(c, situation, deal, granted))
                        .toList();
    }

    private static Optional<Deal> deal(Case c, Situation situation, String party) {
        return c.books.terms(party, situation.day()).flatMap(terms -> situation.path().stream()
                .filter(touch -> touch.party().equals(party) && touch.kind() == Touch.Kind.DEAL)
                .map(Touch::day)
                .filter(day ->
                        !day.isBefore(situation.day().minus(terms.attribution().window())))
                .findFirst()
                .map(day -> new Deal(party, day, terms.version())));
    }

    private static Draft conflict(Case c, Situation situation, Deal deal, List<Granted> granted) {
        var ppm = granted.stream()
                .filter(g -> g.claim().party().equals(deal.party))
                .mapToLong(Granted::ppm)
                .sum();
        return conflict(
                c,
                situation,
                deal.party,
                deal.termsVersion,
                "its deal for the consumer, of " + deal.day + ", is not the only one; of order " + c.order.orderNumber()
                        + " its terms give it " + Percent.of(ppm));
    }

    private List<Claim> claims(Case c, Situation situation) {
        var claims = new Claims(situation);
        var protector = situation
                .acquisition()
                .filter(a -> c.books
                        .terms(a.partner(), situation.day())
                        .filter(t -> !situation
                                .day()
                                .isAfter(a.day().plus(t.attribution().protection())))
                        .filter(t -> !t.attribution().protection().isZero())
                        .isPresent())
                .map(Acquisition::partner)
                .filter(party -> !party.equals(brand));
        return situation.partners().stream()
                .flatMap(
                        party -> c
                                .books
                                .terms(party, situation.day())
                                .flatMap(terms -> claims.of(party, terms, protector))
                                .stream())
                .toList();
    }

    /** All to the seller. */
    private Draft sole(Case c, int version, String reason) {
        return Draft.of(Kind.DECISION, c.recorded, c.seller.id(), c.order.consumer(), version, c.inputs(), reason)
                .withShares(List.of(new Share(c.seller.id(), Terms.WHOLE_PPM, version)));
    }

    private Draft decision(Case c, Situation situation, List<Granted> granted) {
        var shares = new ArrayList<Share>();
        var left = (long) Terms.WHOLE_PPM;
        for (var g : granted) {
            left -= g.ppm();
            if (g.ppm() > 0)
                shares.add(new Share(g.claim().party(), (int) g.ppm(), g.claim().termsVersion()));
        }
        if (left > 0) shares.add(new Share(situation.isDirect() ? c.seller.id() : brand, (int) left, 0));
        var first = shares.get(0);
        return Draft.of(
                        Kind.DECISION,
                        c.recorded,
                        first.party(),
                        c.order.consumer(),
                        first.termsVersion(),
                        inputs(c, situation),
                        reason(c, situation, granted))
                .withShares(shares);
    }

    private String reason(Case c, Situation situation, List<Granted> granted) {
        var sold = c.seller.isOfBrand() ? "sold by the brand itself" : "sold by " + c.seller.name() + " itself";
        if (granted.isEmpty()) return sold + withoutClaim(situation);
        if (isSellersAlone(c, granted)) return sold;
        return sold + "; "
                + granted.stream()
                        .map(g -> g.claim().party() + " " + Percent.of(g.ppm()) + " ("
                                + g.claim().reason() + ")")
                        .collect(joining(", "));
    }

    private String withoutClaim(Situation situation) {
        return situation
                .acquisition()
                .filter(a -> !a.partner().equals(brand))
                .map(a -> "; acquired through " + a.partner() + " on " + a.day()
                        + ", whose terms give it nothing on this order")
                .orElse("");
    }

    private static boolean isSellersAlone(Case c, List<Granted> granted) {
        return granted.size() == 1
                && granted.get(0).ppm() == Terms.WHOLE_PPM
                && granted.get(0).claim().party().equals(c.seller.id());
    }

    private static Draft conflict(Case c, Situation situation, Granted g) {
        var others = g.ppm() == g.claim().ppm()
                ? "it goes first by its " + words(g.claim().strongest())
                : "others go first; " + Percent.of(g.ppm()) + " is left for its "
                        + words(g.claim().strongest());
        return conflict(
                c,
                situation,
                g.claim().party(),
                g.claim().termsVersion(),
                "claims " + Percent.of(g.claim().ppm()) + " of order " + c.order.orderNumber() + " ("
                        + g.claim().reason() + "), which is claimed more than once: " + others);
    }

    private static Draft conflict(Case c, Situation situation, String party, int version, String explanation) {
        return Draft.of(
                Kind.CONFLICT, c.recorded, party, c.order.consumer(), version, inputs(c, situation), explanation);
    }

    private static String words(Touch touch) {
        return touch.kind().name().toLowerCase(Locale.ROOT) + " of " + touch.day();
    }

    private Draft touch(Case c, UUID consumer) {
        return Draft.of(
                Kind.TOUCH,
                c.recorded,
                c.seller.id(),
                Optional.of(consumer),
                c.termsVersion(),
                c.inputs(),
                c.seller.name() + " brought the consumer with order " + c.order.orderNumber());
    }

    private Draft acquisition(Case c, UUID consumer) {
        return Draft.of(
                        Kind.ACQUISITION,
                        c.recorded,
                        c.seller.id(),
                        Optional.of(consumer),
                        c.termsVersion(),
                        c.inputs(),
                        "acquired through " + c.seller.id() + " on " + c.order.day() + ", " + owned(c))
                .withShares(owners(c));
    }

    private static String owned(Case c) {
        if (c.terms.isEmpty()) return c.seller.isOfBrand() ? "owned by the brand" : "no terms on ownership";
        return switch (c.terms.get().ownership().owner()) {
                    case BRAND -> "owned by the brand";
                    case CO_OWNED -> "co-owned";
                    case PARTNER -> "owned by the partner";
                }
                + " under its terms version " + c.termsVersion();
    }

    private List<Share> owners(Case c) {
        var ownership = c.terms.map(Terms::ownership);
        var partnersPart = ownership
                .filter(o -> o.owner() != Owner.BRAND)
                .map(o -> o.partnerPpm())
                .orElse(0);
        var owners = new ArrayList<Share>();
        if (partnersPart > 0) owners.add(new Share(c.seller.id(), partnersPart, c.termsVersion()));
        if (partnersPart < Terms.WHOLE_PPM) owners.add(new Share(brand, Terms.WHOLE_PPM - partnersPart, 0));
        return owners;
    }

    /** Everything the decision rests on: the fact, what touched the consumer, who brought it, the terms. */
    private static byte[] inputs(Case c, Situation situation) {
        var inputs = Case.inputs(c.recorded, c.termsVersion())
                .text(c.seller.role().name())
                .number(situation.path().size());
        situation.path().forEach(touch -> inputs.text(touch.party())
                .text(touch.kind().name())
                .day(touch.day()));
        inputs.number(situation.acquisition().isPresent() ? 1 : 0);
        situation.acquisition().ifPresent(a -> inputs.text(a.partner()).day(a.day()));
        for (var party : situation.partners())
            c.books.terms(party, situation.day()).ifPresent(terms -> inputs.text(party)
                    .text(FactContent.of(terms)));
        return inputs.hash();
    }
}
