package relais.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import relais.consumer.Consents;
import relais.consumer.Purpose;
import relais.consumer.Vault;
import relais.document.Document;
import relais.document.Order;
import relais.finding.Finding;
import relais.ledger.Fact;
import relais.ledger.Ledger;
import relais.mailbox.Documents;
import relais.mailbox.Documents.Entry;
import relais.mailbox.Documents.Step;
import relais.mapping.Json;

/** Writes what became of every item into the register, and the facts of trade into the ledger. */
public final class BookStep {

    /** What the register calls an acknowledgement, in either direction. */
    static final String ACKNOWLEDGEMENT = "Acknowledgement";

    private final Documents documents;
    private final People people;
    private final Consents consents;
    private final Vault vault;
    private final Ledger ledger;
    private final TradeFacts facts;
    private final Answering answering;
    private final Json json;
    private final Clock clock;

    BookStep(
            Documents documents,
            People people,
            Consents consents,
            Vault vault,
            Ledger ledger,
            TradeFacts facts,
            Answering answering,
            Json json,
            Clock clock) {
        this.documents = documents;
        this.people = people;
        this.consents = consents;
        this.vault = vault;
        this.ledger = ledger;
        this.facts = facts;
        this.answering = answering;
        this.json = json;
        this.clock = clock;
    }

    public Batch book(Batch batch) {
        var known = batch.withItems(
                batch.items().stream().map(item -> recognise(item, batch)).toList());
        var registered = register(known);
        registered.items().forEach(this::noteConsent);
        ledger.record(facts(registered));
        answering.close(registered);
        return registered;
    }

    /** Also what is rejected names people. What nobody could read goes with any of those it mentions, once nothing else of the receipt is to be done. */
    private Item recognise(Item item, Batch batch) {
        if (item.content() instanceof Content.Nothing && batch.next().isEmpty())
            vault.share(item.source().receipt(), people.mentioned(item));
        return item.sealedFor(people.of(item, batch));
    }

    /** What has a number that an accepted document has already is registered as rejected. */
    private Batch register(Batch batch) {
        var taken = numbers(documents.register(entries(batch.items(), batch)));
        if (taken.isEmpty()) return batch;
        var refused = batch.withItems(batch.items().stream()
                .map(item -> taken.contains(item.id()) ? item.reused() : item)
                .toList());
        documents.register(entries(
                refused.items().stream().filter(i -> taken.contains(i.id())).toList(), batch));
        return refused;
    }

    private static HashSet<UUID> numbers(List<Entry> entries) {
        return entries.stream().map(Entry::id).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Entry> entries(List<Item> items, Batch batch) {
        return items.stream().map(item -> entry(item, batch)).toList();
    }

    private Entry entry(Item item, Batch batch) {
        var document = item.document();
        return new Entry(
                item.id(),
                Documents.Direction.IN,
                document.map(Document::partner).orElse(batch.sender().id()),
                type(item),
                item.format(),
                item.transactionSet(),
                item.reference(),
                document.map(Document::orderNumber).orElse(""),
                item.rejected() ? Documents.State.REJECTED : Documents.State.ACCEPTED,
                Optional.of(item.source()),
                item.controlNumber(),
                Optional.empty(),
                item.consumer(),
                document.map(d -> sealed(item, json.write(d))),
                steps(item, batch),
                item.findings().list());
    }

    private static String type(Item item) {
        if (item.isAcknowledgement()) return ACKNOWLEDGEMENT;
        return item.document()
                .map(d -> d.type().title())
                .or(() -> item.agreement().map(a -> a.document().title()))
                .orElse(Documents.UNREADABLE);
    }

    private byte[] sealed(Item item, byte[] body) {
        return item.consumer().map(person -> vault.seal(person, body)).orElse(body);
    }

    private List<Step> steps(Item item, Batch batch) {
        var now = clock.instant();
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                item.id(),
                batch.claim().receivedAt(),
                "received",
                batch.claim().name() + " by " + batch.claim().channel()));
        steps.add(step(item, now, "read", item.transactionSet()));
        item.document()
                .ifPresent(d -> steps.add(step(item, now, "translated", d.type().title() + " " + d.number())));
        if (item.rejected())
            steps.add(step(
                    item,
                    now,
                    "rejected",
                    item.findings().stream().filter(Finding::isError).count() + " errors"));
        else steps.add(step(item, now, "booked", ""));
        return steps;
    }

    private static Step step(Item item, Instant at, String name, String detail) {
        return new Step(item.id(), at, name, detail);
    }

    /** Who orders agrees to what the order needs. */
    private void noteConsent(Item item) {
        if (!item.rejected() && item.document().isPresent() && item.document().get() instanceof Order order)
            order.consumer()
                    .ifPresent(person -> consents.give(
                            item.consumer().orElseThrow(),
                            Purpose.ORDER_FULFILMENT,
                            People.identity(person, order.partner()).fields(),
                            clock.instant(),
                            "order " + order.number() + " of " + order.partner()));
    }

    private List<Fact> facts(Batch batch) {
        return batch.items().stream()
                .filter(item -> !item.rejected())
                .flatMap(item -> item.document().stream()
                        .flatMap(document -> facts.of(document, item.id(), item.consumer()).stream()))
                .toList();
    }
}
