package relais.channel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.partner.Channel;
import relais.partner.Channel.Direction;
import relais.partner.Channel.Transport;
import relais.partner.Partners;
import relais.partner.Secrets;

/**
 * Makes one route for each channel of each partner, from the template called {@code TRANSPORT-DIRECTION}. HTTP channels that
 * take in share one REST route and need none of their own.
 */
final class ChannelRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRoutes.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final int SSH_PORT = 22;

    private final Partners partners;
    private final Secrets secrets;
    private final Path dropbox;
    private final Duration settled;

    /**
     * @param dropbox the folder of the drop box, one folder a partner in it
     * @param settled how long a file must have stayed the same before it is read
     */
    ChannelRoutes(Partners partners, Secrets secrets, Path dropbox, Duration settled) {
        this.partners = partners;
        this.secrets = secrets;
        this.dropbox = dropbox;
        this.settled = settled;
    }

    /** Adds the routes. A channel that cannot be set up is logged and left out, so that it keeps no other from working. */
    void addTo(CamelContext context) {
        for (var channel : partners.channels()) {
            if (channel.transport() == Transport.HTTP && channel.direction() == Direction.IN) continue;
            try {
                route(context, channel).add();
            } catch (RuntimeException wrong) {
                LOG.error("channel {} of {} does not work: {}", channel.id(), channel.partner(), Failures.line(wrong));
            }
        }
    }

    private TemplatedRouteBuilder route(CamelContext context, Channel channel) {
        var template = (channel.transport() + "-" + channel.direction()).toLowerCase(java.util.Locale.ROOT);
        var route = TemplatedRouteBuilder.builder(context, template)
                .routeId(channel.id())
                .parameter("channel", channel.id())
                .parameters(parameters(channel));
        if (polls(channel)) bind(route, context, "settled", channel, new SettledFiles(settled.toMillis()));
        if (channel.transport() == Transport.SFTP) signIn(route, context, channel);
        return route;
    }

    /** Gives the route an object of its own, under a name that the template's parameter holds. */
    private static void bind(
            TemplatedRouteBuilder route, CamelContext context, String parameter, Channel channel, Object bean) {
        var name = parameter + "-" + channel.id();
        context.getRegistry().bind(name, bean);
        route.parameter(parameter, name);
    }

    private static boolean polls(Channel channel) {
        return channel.direction() == Direction.IN && channel.transport() != Transport.JMS;
    }

    private Map<String, Object> parameters(Channel channel) {
        var given = channel.parameters();
        var parameters = new HashMap<String, Object>();
        if (polls(channel)) parameters.put("pollMs", poll(channel).toMillis());
        switch (channel.transport()) {
            case SFTP -> parameters.putAll(address(URI.create(given.get("url"))));
            case DROPBOX ->
                parameters.put("folder", dropbox.resolve(channel.partner()).toString());
            case FOLDER -> parameters.put("folder", given.get("path"));
            case JMS -> parameters.put("queue", given.get("queue"));
            case HTTP -> parameters.put("url", given.get("url"));
        }
        return parameters;
    }

    private static Duration poll(Channel channel) {
        return channel.parameters().containsKey("poll")
                ? Duration.parse(channel.parameters().get("poll"))
                : POLL;
    }

    private static Map<String, Object> address(URI url) {
        return Map.of(
                "user", url.getUserInfo(),
                "host", url.getHost(),
                "port", url.getPort() < 0 ? SSH_PORT : url.getPort(),
                "folder", url.getPath().replaceFirst("^/", ""));
    }

    private void signIn(TemplatedRouteBuilder route, CamelContext context, Channel channel) {
        route.parameter("knownHosts", channel.parameters().get("knownHosts"));
        bind(route, context, "key", channel, secrets.bytes(channel.parameters().get("key")));
    }
}
