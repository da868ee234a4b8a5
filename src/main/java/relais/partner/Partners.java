package relais.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All trading partners the hub knows, the brand among them. */
public final class Partners {

    private final Map<String, Partner> byId = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two partners share an id, a channel id or an identifier */
    public Partners(List<Partner> partners) {
        for (var partner : partners) {
            if (byId.put(partner.id(), partner) != null)
                throw new IllegalArgumentException("two partners are called " + partner.id());
            for (var channel : partner.channels())
                if (channels.put(channel.id(), channel) != null)
                    throw new IllegalArgumentException("two channels are called " + channel.id());
        }
    }

    public List<Partner> all() {
        return List.copyOf(byId.values());
    }

    /** @throws IllegalArgumentException if no partner has this id */
    public Partner get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no partner is called " + id));
    }

    public Optional<Partner> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The partner an envelope names: ISA05/06 or UNB 0004/0007; the qualifier is compared only where the file gives one. */
    public Optional<Partner> bySender(String standard, String qualifier, String id) {
        return byId.values().stream()
                .filter(partner -> partner.identifiers().stream()
                        .anyMatch(i -> i.standard().equals(standard)
                                && i.id().equals(id.strip())
                                && (i.qualifier().isEmpty() || i.qualifier().equals(qualifier))))
                .findFirst();
    }

    public Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** The partner that runs the hub. */
    public Partner brand() {
        return byId.values().stream()
                .filter(p -> p.role() == Partner.Role.BRAND)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no partner file has role brand"));
    }
}
