package relais.web;

import java.util.List;

/**
 * What is wrong with what somebody asked for.
 *
 * @param field of the form on which it is asked for
 */
record Fault(String field, String sentence) {

    /** The sentences about one field. */
    static List<String> at(String field, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::sentence)
                .toList();
    }
}
