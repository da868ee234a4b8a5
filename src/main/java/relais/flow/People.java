package relais.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import relais.consumer.Consumers;
import relais.consumer.Identity;
import relais.consumer.Identity.Loyalty;
import relais.document.Address;
import relais.document.Consumer;
import relais.document.Document;
import relais.mailbox.Documents;
import relais.mailbox.Documents.Entry;
import relais.mailbox.Inbox;

/** Who a document is about, whether or not it was accepted: whoever is named in it has a right to it. */
final class People {

    /** How much is looked through of what nobody can read. */
    private static final int MENTION_BYTES_MAX = 1 << 20;

    private final Consumers consumers;
    private final Documents documents;
    private final Inbox inbox;
    private final Clock clock;

    People(Consumers consumers, Documents documents, Inbox inbox, Clock clock) {
        this.consumers = consumers;
        this.documents = documents;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** The person an order names, or the one of the order it refers to; of what became no document, whom its bytes mention first. */
    Optional<UUID> of(Item item, Batch batch) {
        if (item.isAcknowledgement()) return Optional.empty();
        var seller =
                item.document().map(Document::partner).orElse(batch.sender().id());
        if (item.named().isPresent())
            return item.named().map(person -> consumers.recognise(identity(person, seller), clock.instant()));
        if (item.document().isPresent()) return ofOrder(item.document().get());
        return mentioned(item).stream().findFirst();
    }

    private Optional<UUID> ofOrder(Document document) {
        return document.orderNumber().isEmpty()
                ? Optional.empty()
                : documents.order(document.partner(), document.orderNumber()).flatMap(Entry::consumer);
    }

    /** Whom the bytes mention by an e-mail address, if they became no document. */
    Set<UUID> mentioned(Item item) {
        if (!item.rejected() || item.document().isPresent() || item.isAcknowledgement()) return Set.of();
        var mentioned = new LinkedHashSet<UUID>();
        for (var email : Mentions.emails(new String(bytes(item), ISO_8859_1)))
            mentioned.add(consumers.recognise(new Identity(email, "", Loyalty.none(), "", ""), clock.instant()));
        return mentioned;
    }

    private byte[] bytes(Item item) {
        if (item.content() instanceof Content.Segments segments)
            return segments.set().bytes();
        if (item.content() instanceof Content.Raw raw) return raw.bytes();
        var source = item.source();
        var length = (int) Math.min(MENTION_BYTES_MAX, source.toOffset() - source.fromOffset());
        try (var in = inbox.open(source.receipt(), source.fromOffset())) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param seller whose loyalty programme it is that a number is of */
    static Identity identity(Consumer person, String seller) {
        return new Identity(
                person.email(),
                person.phone(),
                new Loyalty(seller, person.loyaltyNumber()),
                person.name(),
                person.address().map(People::lines).orElse(""));
    }

    private static String lines(Address a) {
        return List.of(a.line1(), a.line2(), a.postalCode() + " " + a.city(), a.region(), a.country()).stream()
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
