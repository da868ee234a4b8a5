package relais.edi;

import java.util.List;

/**
 * What a partner's acknowledgement (TA1, 997, 999, CONTRL, APERAK) says about one thing that we sent.
 *
 * @param standard X12 or EDIFACT
 * @param interchangeControl our interchange's control number; empty in a 997 or 999, which do not name it
 * @param groupControl our group's control number (AK102); empty where it answers for the interchange
 * @param setControl our transaction set's control number (AK202, UCM 0062, RFF+ACW of an APERAK); empty where it answers for the whole group or interchange
 * @param detail the codes it gives, for a person to read: "AK5 R 4; AK3 PO1 5 code 8; AK4 3 code 7"
 */
public record Answer(
        Standard standard,
        String interchangeControl,
        String groupControl,
        String setControl,
        Verdict verdict,
        String detail) {

    /** Whether this transaction set is itself an acknowledgement (997, 999, CONTRL, APERAK), which is never acknowledged. */
    public static boolean isIn(TransactionSet set) {
        return Answers.isAcknowledgement(set.type());
    }

    /** Everything an acknowledging transaction set says, in its order; empty for any other set. */
    public static List<Answer> in(TransactionSet set) {
        return Answers.read(set);
    }
}
