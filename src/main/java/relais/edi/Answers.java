package relais.edi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what acknowledgements say. An 824 is none here: it travels in a group of its own kind, and is answered by a 997 like any other set.
 */
final class Answers {
    private static final Set<String> REPEATING = Set.of("997", "999", "CONTRL", "TA1");
    private static final String APERAK = "APERAK";

    private final List<Answer> answers = new ArrayList<>();
    private final StringBuilder detail = new StringBuilder();
    private String groupControl = "";
    private String setControl = "";
    private String interchangeControl = "";

    private Answers() {}

    static boolean isAcknowledgement(String type) {
        return type.equals(APERAK) || repeats(type);
    }

    /** Whether elements of this type of set repeat what a partner sent, wrong or not. */
    static boolean repeats(String type) {
        return REPEATING.contains(type);
    }

    static List<Answer> read(TransactionSet set) {
        return switch (set.type()) {
            case "997", "999" -> new Answers().functional(set.segments());
            case "CONTRL" -> new Answers().contrl(set.segments());
            case APERAK -> new Answers().aperak(set.segments());
            default -> List.of();
        };
    }

    /** TA1: control number, date, time, A/E/R, note code. */
    static Answer ta1(Tokens tokens) {
        var segment = new Segment(tokens, 0);
        var note = segment.element(5);
        return new Answer(
                Standard.X12,
                segment.element(1),
                "",
                "",
                verdict(segment.element(4)),
                note.isEmpty() || note.equals("000") ? "" : "TA1 " + segment.element(4) + " " + note);
    }

    private List<Answer> functional(List<Segment> segments) {
        for (var segment : segments) {
            switch (segment.tag()) {
                case "AK1" -> groupControl = segment.element(2);
                case "AK2" -> {
                    setControl = segment.element(2);
                    detail.setLength(0);
                }
                case "AK3", "IK3" -> note(segment, segment.element(1), segment.element(2), code(segment.element(4)));
                case "AK4", "IK4" -> note(segment, segment.element(1), code(segment.element(3)));
                case "AK5", "IK5" -> answer(Standard.X12, segment, setControl, 2);
                case "AK9" -> {
                    detail.setLength(0);
                    answer(Standard.X12, segment, "", 5);
                }
                default -> {}
            }
        }
        return answers;
    }

    private void answer(Standard standard, Segment segment, String control, int firstCode) {
        var words = new ArrayList<>(List.of(segment.element(1)));
        for (int element = firstCode; element <= segment.elementCount(); element++) words.add(segment.element(element));
        note(segment, words.toArray(String[]::new));
        answers.add(new Answer(
                standard, interchangeControl, groupControl, control, verdict(segment.element(1)), detail.toString()));
    }

    private List<Answer> contrl(List<Segment> segments) {
        for (var segment : segments) {
            switch (segment.tag()) {
                case "UCI" -> {
                    interchangeControl = segment.element(1);
                    edifact(segment, "", 4, 5);
                }
                case "UCF" -> {
                    groupControl = segment.element(1);
                    edifact(segment, "", 4, 5);
                }
                case "UCM" -> edifact(segment, segment.element(1), 3, 4);
                case "UCS" -> noteLast(segment, segment.element(1), code(segment.element(2)));
                case "UCD" -> noteLast(segment, segment.component(2, 1), code(segment.element(1)));
                default -> {}
            }
        }
        return answers;
    }

    /**
     * RFF+ACW names our transaction set, RFF+AGO our interchange, each before the first ERC. Rejected is what document 313, response RE or
     * function 27 says.
     */
    private List<Answer> aperak(List<Segment> segments) {
        var verdict = Verdict.ACCEPTED;
        var errors = false;
        for (var segment : segments) {
            switch (segment.tag()) {
                case "BGM" -> verdict = rejects(segment) ? Verdict.REJECTED : Verdict.ACCEPTED;
                case "RFF" -> {
                    if (!errors) reference(segment);
                }
                case "ERC" -> {
                    errors = true;
                    note(segment, code(segment.element(1)));
                }
                default -> {}
            }
        }
        if (errors && verdict == Verdict.ACCEPTED) verdict = Verdict.ACCEPTED_WITH_ERRORS;
        answers.add(new Answer(Standard.EDIFACT, interchangeControl, "", setControl, verdict, detail.toString()));
        return answers;
    }

    private static boolean rejects(Segment beginning) {
        return beginning.element(1).equals("313")
                || beginning.element(3).equals("27")
                || beginning.element(4).equals("RE");
    }

    private void reference(Segment segment) {
        switch (segment.element(1)) {
            case "ACW" -> setControl = segment.component(1, 2);
            case "AGO" -> interchangeControl = segment.component(1, 2);
            default -> {}
        }
    }

    private void edifact(Segment segment, String control, int action, int code) {
        detail.setLength(0);
        if (!segment.element(code).isEmpty()) note(segment, segment.element(action), segment.element(code));
        var verdict = segment.element(action).equals("4") ? Verdict.REJECTED : Verdict.ACCEPTED;
        answers.add(
                new Answer(Standard.EDIFACT, interchangeControl, groupControl, control, verdict, detail.toString()));
    }

    /** UCS and UCD follow the UCM they speak of, so they add to the answer given last. */
    private void noteLast(Segment segment, String... words) {
        if (answers.isEmpty()) return;
        note(segment, words);
        var last = answers.remove(answers.size() - 1);
        answers.add(new Answer(
                last.standard(),
                last.interchangeControl(),
                last.groupControl(),
                last.setControl(),
                last.verdict(),
                detail.toString()));
    }

    private void note(Segment segment, String... words) {
        detail.append(detail.isEmpty() ? "" : "; ").append(segment.tag());
        for (var word : words) if (!word.isEmpty()) detail.append(' ').append(word);
    }

    private static String code(String code) {
        return code.isEmpty() ? "" : "code " + code;
    }

    private static Verdict verdict(String code) {
        return switch (code) {
            case "A" -> Verdict.ACCEPTED;
            case "E", "P" -> Verdict.ACCEPTED_WITH_ERRORS;
            default -> Verdict.REJECTED;
        };
    }
}
