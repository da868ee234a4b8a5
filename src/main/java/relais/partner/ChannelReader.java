package relais.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import relais.partner.Channel.Direction;
import relais.partner.Channel.Transport;
import relais.yaml.YamlNode;

/** Reads one channel of a partner file and checks the parameters that its transport has. */
final class ChannelReader {

    private static final List<String> ALWAYS = List.of("id", "direction", "transport");
    private static final Set<String> SECRETS = Set.of("key", "password", "apiKey");

    private final YamlNode node;
    private final String partner;
    private final Placeholders placeholders;

    ChannelReader(YamlNode node, String partner, Placeholders placeholders) {
        this.node = node;
        this.partner = partner;
        this.placeholders = placeholders;
    }

    Channel read() {
        var direction = node.get("direction").oneOf(PartnerReader.names(Direction.class));
        var transport = node.get("transport").oneOf(PartnerReader.names(Transport.class));
        if (direction.isPresent() && transport.isPresent()) check(transport.get(), direction.get());
        return new Channel(
                node.text("id"),
                partner,
                direction.orElse(Direction.IN),
                transport.orElse(Transport.FOLDER),
                parameters());
    }

    /** Which parameters a transport has in a direction. */
    private record Parameters(List<String> required, List<String> optional) {}

    private void check(Transport transport, Direction direction) {
        var has = parameters(transport, direction);
        var known = new ArrayList<>(ALWAYS);
        known.addAll(has.required());
        known.addAll(has.optional());
        node.only(known);
        has.required().forEach(node::get);
        if (transport == Transport.SFTP
                && node.find("key").isEmpty()
                && node.find("password").isEmpty())
            node.wrong("'key' is missing; write key: secret:file:PATH (or password: secret:env:NAME)");
        if (transport == Transport.DROPBOX && direction == Direction.OUT)
            node.get("direction")
                    .wrong("a drop box only takes in; send by sftp, http, jms or folder, or write 'direction: in'");
    }

    private static Parameters parameters(Transport transport, Direction direction) {
        var in = direction == Direction.IN;
        var polled = in ? List.of("poll") : List.<String>of();
        return switch (transport) {
            case SFTP ->
                new Parameters(
                        List.of("url", "knownHosts"),
                        in ? List.of("key", "password", "poll") : List.of("key", "password"));
            case DROPBOX -> new Parameters(List.of(), polled);
            case FOLDER -> new Parameters(List.of("path"), polled);
            case HTTP ->
                in ? new Parameters(List.of("apiKey"), List.of()) : new Parameters(List.of("url"), List.of("apiKey"));
            case JMS -> new Parameters(List.of("queue"), List.of());
        };
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        node.entries().forEach((name, value) -> {
            if (!ALWAYS.contains(name)) parameters.put(name, parameter(name, value));
        });
        return parameters;
    }

    private String parameter(String name, YamlNode value) {
        if (SECRETS.contains(name) && !Secrets.isReference(value.text()))
            value.wrong("'" + name + "' holds a secret in the clear; write secret:env:NAME or secret:file:PATH");
        if (name.equals("poll")) value.as("a duration like PT10S", ChannelReader::positive);
        var resolved = placeholders.resolve(value);
        if (name.equals("url") && !resolved.isEmpty()) checkUrl(value, resolved);
        return resolved;
    }

    private static Duration positive(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero()) throw new IllegalArgumentException(text);
        return duration;
    }

    private void checkUrl(YamlNode value, String resolved) {
        var transport = node.text("transport", "").toLowerCase(Locale.ROOT);
        try {
            var url = new URI(resolved);
            var user = url.getUserInfo();
            if (user != null && user.contains(":"))
                value.wrong("the URL holds a password in the clear; write password: secret:env:NAME");
            else if (url.getHost() == null
                    || transport.equals("sftp") && (user == null || !"sftp".equals(url.getScheme())))
                throw new URISyntaxException(resolved, "incomplete");
        } catch (URISyntaxException e) {
            value.wrong("expected a URL like "
                    + (transport.equals("sftp") ? "sftp://user@host:22/folder" : "https://host/path") + ", got '"
                    + value.text() + "'");
        }
    }
}
