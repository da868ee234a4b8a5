package relais.flow;

import relais.edi.Standard;

/** The formats as partner files and the register name them. */
final class Format {

    static final String X12 = "x12";
    static final String EDIFACT = "edifact";
    static final String JSON = "json";
    static final String XML = "xml";
    static final String SMOOKS = "smooks";

    private Format() {}

    static String of(Standard standard) {
        return switch (standard) {
            case X12 -> X12;
            case EDIFACT -> EDIFACT;
        };
    }
}
