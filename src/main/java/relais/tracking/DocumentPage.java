package relais.tracking;

import java.util.List;
import java.util.Optional;

/**
 * Documents, newest first.
 *
 * @param next where the next page starts; empty on the last one
 */
public record DocumentPage(List<DocumentRow> rows, Optional<DocumentCursor> next) {

    public DocumentPage {
        rows = List.copyOf(rows);
    }
}
