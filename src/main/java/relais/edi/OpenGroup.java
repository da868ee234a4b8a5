package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.finding.Finding;

/** A functional group whose trailer has not come yet; for EDIFACT without UNG the interchange stands in, without a header. */
final class OpenGroup {
    final Optional<Group> header;
    final String text;
    final SeenNumbers numbers;
    final List<Finding> findings = new ArrayList<>();
    int sets;

    OpenGroup(Optional<Group> header, String text, int sets, SeenNumbers numbers) {
        this.header = header;
        this.text = text;
        this.sets = sets;
        this.numbers = numbers;
    }

    /** GS08, which decides the release of the sets; empty without a header. */
    String version() {
        return header.map(Group::version).orElse("");
    }

    static Group read(Tokens tokens, Standard standard, int ordinal) {
        var edifact = standard == Standard.EDIFACT;
        var version = edifact ? text(tokens, 7, 1) + ":" + text(tokens, 7, 2) : text(tokens, 8, 1);
        return new Group(
                text(tokens, 1, 1),
                text(tokens, 2, 1),
                text(tokens, 3, 1),
                text(tokens, edifact ? 5 : 6, 1),
                version,
                text(tokens, 4, 1),
                edifact ? text(tokens, 4, 2) : text(tokens, 5, 1),
                ordinal,
                tokens.offset(tokens.start(0)));
    }

    private static String text(Tokens tokens, int element, int component) {
        return tokens.component(0, element, component, 1).strip();
    }
}
