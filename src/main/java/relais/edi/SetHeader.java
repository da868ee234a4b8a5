package relais.edi;

/** What ST or UNH says. The version is the group's in X12. */
record SetHeader(String type, String version, String controlNumber) {

    static SetHeader of(Tokens tokens, String groupVersion) {
        return tokens.syntax.standard == Standard.X12
                ? new SetHeader(tokens.component(0, 1, 1, 1), groupVersion, tokens.component(0, 2, 1, 1))
                : new SetHeader(tokens.component(0, 2, 1, 1), directory(tokens), tokens.component(0, 1, 1, 1));
    }

    /** The element that names the type, and in EDIFACT the version: ST01, or UNH S009. */
    static int kindElement(Standard standard) {
        return switch (standard) {
            case X12 -> 1;
            case EDIFACT -> 2;
        };
    }

    /** The same kind of set under the control number of another header. */
    SetHeader numberedAs(Tokens tokens) {
        return new SetHeader(type, version, tokens.component(0, 3 - kindElement(tokens.syntax.standard), 1, 1));
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
