package relais.mapping;

import relais.edi.Explainer;
import relais.edi.TransactionSet;

/** What segments and elements are called, as comments behind a line. */
record ElementNames(Explainer explainer, TransactionSet set) {

    /** {@code "  # Currency"}; empty when the segment is not known. */
    String of(String tag) {
        return comment(explainer.segmentName(set.standard(), set.version(), set.type(), tag));
    }

    String of(String tag, Address at) {
        return comment(explainer.elementName(
                set.standard(), set.version(), set.type(), tag, at.element(), Math.max(1, at.component())));
    }

    private static String comment(String name) {
        return name.isEmpty() ? "" : "  # " + name;
    }
}
