package relais.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/** Collects what is wrong while a document is checked. */
final class Violations {

    private final List<Finding> found = new ArrayList<>();

    /** @param pointer JSON pointer to the value */
    void unless(boolean fulfilled, FindingCode code, String pointer, Supplier<String> text) {
        if (!fulfilled) found.add(Finding.error(code, Location.pointer(pointer), text.get()));
    }

    Findings findings() {
        return new Findings(found);
    }
}
