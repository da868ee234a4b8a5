package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notes of X12 (X12.6, clause 3.9) and EDIFACT (ISO 9735-1, clause 11), each on the elements that are there. */
class SyntaxNoteTest {

    /** The note, the elements that are there, and the element to blame; none when the note holds. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "P0203, 1,",
                "P0203, 1 2 3,",
                "P0203, 2, 3",
                "P0203, 3, 2",
                "R0203, 2,",
                "R0203, 2 3,",
                "R0203, 1, 2",
                "E0203, 1,",
                "E0203, 3,",
                "E0203, 2 3, 3",
                "C0203, 3,",
                "C0203, 2 3,",
                "C0203, 2, 3",
                "L020304, 3,",
                "L020304, 2 4,",
                "L020304, 2, 3",
                "\"D1(020,030)\", 2,",
                "\"D1(020,030)\", 3,",
                "\"D1(020,030)\", 1, 2",
                "\"D1(020,030)\", 2 3, 3",
                "\"D2(020,030)\", 1,",
                "\"D2(020,030)\", 2 3,",
                "\"D2(020,030)\", 2, 3",
                "\"D3(020,030)\", 3,",
                "\"D3(020,030)\", 1, 2",
                "\"D4(020,030)\", 1,",
                "\"D4(020,030)\", 2,",
                "\"D4(020,030)\", 2 3, 3",
                "\"D5(060,050,040)\", 4 5,",
                "\"D5(060,050,040)\", 4 5 6,",
                "\"D5(060,050,040)\", 4 6, 5",
                "\"D6(020,030,100)\", 3,",
                "\"D6(020,030,100)\", 2 10,",
                "\"D6(020,030,100)\", 2, 3",
                "\"D7(040,020,030)\", 2 3,",
                "\"D7(040,020,030)\", 4,",
                "\"D7(040,020,030)\", 3 4, 3"
            })
    void saysWhichElementBreaksIt(String text, String there, Integer culprit) {
        var present = 0L;
        for (var position : there.split(" ")) present |= 1L << Integer.parseInt(position);

        var note = SyntaxNote.parse(text);

        assertThat(note.holds(present)).isEqualTo(culprit == null);
        if (culprit != null) assertThat(note.culprit(present)).isEqualTo(culprit);
        assertThat(note.words()).endsWith("(" + text + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "P02", "P0203x", "X0203", "D5(060)", "D8(010,020)", "D5(060,05"})
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> SyntaxNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
