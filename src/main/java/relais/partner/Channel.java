package relais.partner;

import java.util.Map;

/**
 * One way in or out for one partner's bytes.
 *
 * @param partner id of the partner whose file declares it; bytes that come through it can only be that partner's
 * @param parameters everything else the file says about it (url, key, poll, queue, …), placeholders resolved, secrets
 *     still as references ({@code secret:env:NAME}, {@code secret:file:PATH})
 */
public record Channel(
        String id, String partner, Direction direction, Transport transport, Map<String, String> parameters) {

    public Channel {
        parameters = Map.copyOf(parameters);
    }

    /** Seen from the hub. */
    public enum Direction {
        IN,
        OUT
    }

    /** {@code DROPBOX}: the partner's folder on the hub's own SFTP server; {@code FOLDER}: a directory of this machine. */
    public enum Transport {
        SFTP,
        DROPBOX,
        FOLDER,
        HTTP,
        JMS
    }
}
