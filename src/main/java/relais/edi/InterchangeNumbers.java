package relais.edi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** The control numbers of the interchanges of one input, by sender and receiver. */
final class InterchangeNumbers {
    private final Map<List<String>, SeenNumbers> seen = new LinkedHashMap<>();
    private final int max;
    private int size;

    /**
     * @param max of them together; beyond it those between the parties that came first are forgotten first
     * @param before as {@link #numbers()} told it
     */
    InterchangeNumbers(int max, List<Position.Numbers> before) {
        this.max = max;
        for (var each : before) {
            var numbers = SeenNumbers.of(each.numbers(), max);
            seen.put(each.parties(), numbers);
            size += numbers.size();
        }
    }

    List<Position.Numbers> numbers() {
        return seen.entrySet().stream()
                .map(entry ->
                        new Position.Numbers(entry.getKey(), entry.getValue().toString()))
                .toList();
    }

    /** Takes the number; answers the findings on the header, with one more when the number was taken. */
    List<Finding> check(OpenInterchange opened) {
        var number = opened.header().controlNumber();
        if (number.isEmpty() || add(opened.header(), number)) return opened.findings();
        var findings = new ArrayList<>(opened.findings());
        findings.add(new Finding(
                FindingCode.INTERCHANGE_CONTROL_NUMBER_REUSED,
                Severity.ERROR,
                opened.controlNumberAt(),
                "control number " + number + " was used before in this input",
                number));
        return findings;
    }

    private boolean add(Interchange header, String number) {
        var parties = List.of(
                header.standard().name(),
                header.senderQualifier(),
                header.sender(),
                header.receiverQualifier(),
                header.receiver());
        var numbers = seen.computeIfAbsent(parties, key -> new SeenNumbers(max));
        var before = numbers.size();
        var isNew = numbers.add(number);
        size += numbers.size() - before;
        if (size > max) forget();
        return isNew;
    }

    private void forget() {
        var first = seen.entrySet().iterator().next();
        first.getValue().forget();
        size--;
        if (first.getValue().size() == 0) seen.remove(first.getKey());
    }
}
