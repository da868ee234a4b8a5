package relais.embedded;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the example retailer answers to an invoice that reached its server: a 997 that accepts the whole group. */
final class AcmeAnswers {

    private static final int ISA_CHARACTERS = 106;
    private static final int ELEMENT_SEPARATOR = 3;
    private static final int TERMINATOR = 105;

    /** Acknowledgements are numbered apart from Acme's orders, and the same one always alike. */
    private static final int FIRST_NUMBER = 900_000_000;

    private AcmeAnswers() {}

    /**
     * @param interchange X12 text as the hub wrote it
     * @return the interchange with the 997; empty if there is no invoice in it
     */
    static Optional<String> acknowledge(String interchange, LocalDateTime now) {
        if (interchange.length() < ISA_CHARACTERS || !interchange.startsWith("ISA")) return Optional.empty();
        var separator = interchange.charAt(ELEMENT_SEPARATOR);
        var segments = new ArrayList<String[]>();
        for (var segment : interchange.split(Pattern.quote(interchange.substring(TERMINATOR, TERMINATOR + 1))))
            segments.add(segment.strip().split(Pattern.quote(String.valueOf(separator)), -1));
        var group = segments.stream()
                .filter(s -> s[0].equals("GS") && s[1].equals("IN"))
                .findFirst();
        return group.map(gs -> write(segments, gs, now));
    }

    private static String write(List<String[]> segments, String[] gs, LocalDateTime now) {
        var isa = segments.get(0);
        var number = String.format("%09d", FIRST_NUMBER + Integer.parseInt(isa[13]) % (1_000_000_000 - FIRST_NUMBER));
        var sets = segments.stream().filter(s -> s[0].equals("ST")).toList();
        var out = new ArrayList<String>();
        out.add(String.join("*", isaOf(isa, number, now)));
        out.add(String.join(
                "*", "GS", "FA", gs[3], gs[2], time("yyyyMMdd", now), time("HHmm", now), number, "X", gs[8]));
        out.add("ST*997*0001");
        out.add("AK1*" + gs[1] + "*" + gs[6]);
        for (var st : sets) {
            out.add("AK2*" + st[1] + "*" + st[2]);
            out.add("AK5*A");
        }
        out.add("AK9*A*" + sets.size() + "*" + sets.size() + "*" + sets.size());
        out.add("SE*" + (4 + 2 * sets.size()) + "*0001");
        out.add("GE*1*" + number);
        out.add("IEA*1*" + number);
        return String.join("~\n", out) + "~\n";
    }

    private static List<String> isaOf(String[] theirs, String number, LocalDateTime now) {
        return List.of(
                "ISA",
                theirs[1],
                theirs[2],
                theirs[3],
                theirs[4],
                theirs[7],
                theirs[8],
                theirs[5],
                theirs[6],
                time("yyMMdd", now),
                time("HHmm", now),
                "U",
                "00401",
                number,
                "0",
                theirs[15],
                ">");
    }

    private static String time(String pattern, LocalDateTime now) {
        return now.format(DateTimeFormatter.ofPattern(pattern));
    }
}
