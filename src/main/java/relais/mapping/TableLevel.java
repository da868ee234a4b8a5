package relais.mapping;

import java.util.Optional;

/**
 * The document, or a list whose items rows stand for.
 *
 * @param list from the level above; empty for the document
 * @param prefix from the document to here, ending with a point; empty for the document
 */
record TableLevel(Path list, Tree shape, String prefix) {

    Places.Standing standing() {
        return new Places.Standing(shape, prefix, Optional.empty());
    }
}
