package relais.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
final class Ports {

    /** Below what Linux and macOS hand out to outgoing connections, so that none of those takes the port meanwhile. */
    private static final int LOWEST = 20_000;

    private static final int COUNT = 10_000;

    private int next;

    /** @param start where to begin the search; processes that start elsewhere do not race for the same ports */
    Ports(long start) {
        next = (int) Math.floorMod(start * 97, (long) COUNT);
    }

    /** A port that nothing listens on; never the same twice. */
    int free() {
        for (var tried = 0; tried < COUNT; tried++) {
            next = (next + 1) % COUNT;
            if (isFree(LOWEST + next)) return LOWEST + next;
        }
        throw new IllegalStateException("no port is free between " + LOWEST + " and " + (LOWEST + COUNT));
    }

    /** @throws PortTaken if something listens there; it names the property to change */
    static int require(int port, String property) {
        if (!isFree(port)) throw new PortTaken(port, property);
        return port;
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
