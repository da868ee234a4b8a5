package relais.embedded;

/** Something else listens on a port that the hub needs. */
final class PortTaken extends RuntimeException {

    PortTaken(int port, String property) {
        super("port " + port + " is taken; stop what listens there, or choose another with --" + property
                + "=PORT (0 takes any free one)");
    }
}
