package relais.embedded;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import relais.partner.Channel;
import relais.partner.Partner;
import relais.partner.Partners;

/** What arrived at the partners and the brand's systems: files in their folders, messages in their queues. */
final class FarEnds {

    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    /** @param name file name, or the duplicate id of a message */
    record Arrival(String channel, String name) {}

    private final Partners partners;
    private final Path folder;
    private final ConnectionFactory broker;

    /** @param folder with the example partners' own folders: {@code acme-retail/in} */
    FarEnds(Partners partners, Path folder, ConnectionFactory broker) {
        this.partners = partners;
        this.folder = folder;
        this.broker = broker;
    }

    /** Everything that lies there; the same thing twice when it arrived twice. */
    List<Arrival> arrivals() {
        return partners.channels().stream()
                .filter(channel -> channel.direction() == Channel.Direction.OUT)
                .flatMap(channel -> names(channel).map(name -> new Arrival(channel.id(), name)))
                .toList();
    }

    private Stream<String> names(Channel channel) {
        return switch (channel.transport()) {
            case SFTP -> files(folder.resolve(channel.partner()).resolve("in"));
            case FOLDER -> files(Path.of(channel.parameters().get("path")));
            case JMS -> messages(queue(channel));
            case DROPBOX, HTTP -> Stream.of();
        };
    }

    private static Stream<String> files(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.of();
        try (var list = Files.list(folder)) {
            return list
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The brand's systems take their messages, so the broker keeps a copy of each; a partner's queue is left as it is. */
    private String queue(Channel channel) {
        var queue = channel.parameters().get("queue");
        return partners.get(channel.partner()).role() == Partner.Role.BRAND ? BrokerServer.copyOf(queue) : queue;
    }

    private Stream<String> messages(String queue) {
        try (var connection = broker.createConnection();
                var session = connection.createSession()) {
            var names = new ArrayList<String>();
            var waiting = session.createBrowser(session.createQueue(queue)).getEnumeration();
            while (waiting.hasMoreElements())
                names.add(((Message) waiting.nextElement()).getStringProperty(DUPLICATE_ID));
            return names.stream();
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not show queue " + queue, e);
        }
    }
}
