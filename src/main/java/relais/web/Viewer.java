package relais.web;

/**
 * Who asks.
 *
 * @param name of the operator, or the partner's id
 * @param partner the partner's id; empty for an operator, who sees everything
 */
record Viewer(String name, String partner) {

    static Viewer operator(String name) {
        return new Viewer(name, "");
    }

    static Viewer partner(String id) {
        return new Viewer(id, id);
    }

    public boolean isOperator() {
        return partner.isEmpty();
    }

    /** Whether it is about the viewer, or the viewer may see all. */
    boolean sees(String about) {
        return isOperator() || partner.equals(about);
    }

    /** The partner to narrow a list to: its own for a partner, whatever is asked for for an operator. */
    String narrowed(String asked) {
        return isOperator() ? asked : partner;
    }
}
