package relais.edi;

import java.util.List;
import java.util.Optional;
import relais.finding.Finding;

/** A functional group whose trailer has not come yet; outside any group one without a header stands in. */
final class OpenGroup {
    final Optional<Group> header;
    final String text;
    final long position;
    final List<Finding> findings;
    final SeenNumbers numbers;
    int sets;

    /**
     * @param text the header as sent, one char per byte
     * @param position of the header in the interchange, in segments
     * @param findings on the header
     * @param numbers of its transaction sets so far
     */
    OpenGroup(Optional<Group> header, String text, long position, List<Finding> findings, SeenNumbers numbers) {
        this.header = header;
        this.text = text;
        this.position = position;
        this.findings = List.copyOf(findings);
        this.numbers = numbers;
    }

    static OpenGroup none(SeenNumbers numbers) {
        return new OpenGroup(Optional.empty(), "", 0, List.of(), numbers);
    }

    /** This group after some of its transaction sets. */
    OpenGroup after(int setsRead) {
        sets = setsRead;
        return this;
    }

    boolean isOutside() {
        return header.isEmpty();
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
