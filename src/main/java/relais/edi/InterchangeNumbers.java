package relais.edi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** The control numbers of the interchanges that one reader came upon, by sender and receiver. */
final class InterchangeNumbers {
    private final Map<List<String>, SeenNumbers> seen = new HashMap<>();

    /** Takes the number; answers the findings on the header, with one more when the number was taken. */
    List<Finding> check(OpenInterchange opened) {
        var header = opened.header();
        var number = header.controlNumber();
        var parties = List.of(
                header.standard().name(),
                header.senderQualifier(),
                header.sender(),
                header.receiverQualifier(),
                header.receiver());
        if (number.isEmpty()
                || seen.computeIfAbsent(parties, key -> new SeenNumbers()).add(number)) return opened.findings();
        var findings = new ArrayList<>(opened.findings());
        findings.add(new Finding(
                FindingCode.INTERCHANGE_CONTROL_NUMBER_REUSED,
                Severity.ERROR,
                opened.controlNumberAt(),
                "control number " + number + " was used before in this input",
                number));
        return findings;
    }
}
