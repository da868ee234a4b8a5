package relais.edi;

/** What ST or UNH says. The version is the group's in X12. */
record SetHeader(String type, String version, String controlNumber) {

    static SetHeader of(Tokens tokens, Standard standard, String groupVersion) {
        return standard == Standard.X12
                ? new SetHeader(tokens.component(0, 1, 1, 1), groupVersion, tokens.component(0, 2, 1, 1))
                : new SetHeader(tokens.component(0, 2, 1, 1), directory(tokens), tokens.component(0, 1, 1, 1));
    }

    /** {@code D:96A:UN}, and the association's code where there is one. */
    private static String directory(Tokens tokens) {
        var version = new StringBuilder();
        for (int component = 2; component <= 5; component++) {
            var part = tokens.component(0, 2, component, 1);
            if (component == 5 && part.isEmpty()) break;
            if (component > 2) version.append(':');
            version.append(part);
        }
        return version.toString();
    }
}
