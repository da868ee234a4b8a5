package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What depends on the syntax version of an EDIFACT interchange: repetitions, service segments, CONTRL. */
class EdifactSyntaxTest {
    private static final Structures STRUCTURES = Interchanges.STRUCTURES;
    private static final String SYNTAX_3 = "UNB+UNOC:3+A:14+B:14+260305:0912+77'";
    private static final String SYNTAX_4 = "UNB+UNOC:4+A:14+B:14+20260305:0912+77'";
    private static final String UCI = "UCI+4711+B:14+A:14+7'";

    private static List<String> findings(String header, String set) {
        return Interchanges.findings(header + set + "UNZ+1+77'").stream()
                .map(finding -> finding.code() + " " + finding.location())
                .toList();
    }

    private static String orders(String segments) {
        var count = segments.split("'").length + 5;
        return "UNH+1+ORDERS:D:01B:UN'BGM+220+1'DTM+137:20260305:102'" + segments + "UNS+S'UNT+" + count + "+1'";
    }

    /** In D.01B, COM may hold C076 three times in one place, and PIA lists C212 five times. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAD+BY+1::9'CTA+OC'COM+1:TE*2:FX*3:EM'",
                "NAD+BY+1::9'CTA+OC'COM+1:TE+2:FX+3:EM'",
                "LIN+1'PIA+5+1:SA+2:BP+3:EN'",
                "LIN+1'PIA+5+1:SA*2:BP*3:EN'"
            })
    void takesRepetitionsEitherWayInSyntaxVersion4(String segments) {
        assertThat(findings(SYNTAX_4, orders(segments))).isEmpty();
    }

    @Test
    void limitsRepetitions() {
        var four = orders("NAD+BY+1::9'CTA+OC'COM+1:TE*2:FX*3:EM*4:TE'");

        assertThat(findings(SYNTAX_4, four))
                .containsExactly("REPETITION_TOO_MANY segment 6 (COM) element 1 repetition 4 at offset 129");
    }

    @Test
    void takesRepetitionsSideBySideBeforeSyntaxVersion4() {
        assertThat(findings(SYNTAX_3, orders("NAD+BY+1::9'CTA+OC'COM+1:TE+2:FX+3:EM'")))
                .isEmpty();
        assertThat(findings(SYNTAX_3, orders("NAD+BY+1::9'CTA+OC'COM+1:TE+2:FX+3:EM+4:TE'")))
                .containsExactly("ELEMENT_TOO_MANY segment 6 (COM) element 4 at offset 127");
    }

    /** ADR of D.01B: C819 five times, then C517 five times. */
    @Test
    void putsWhatFollowsARepetitionWhereTheSyntaxHasIt() {
        var syntax3 = STRUCTURES.find(Standard.EDIFACT, "D:01B:UN", "PAXLST").orElseThrow();
        var syntax4 = STRUCTURES
                .find(Interchanges.outcome(SYNTAX_4 + "UNZ+0+77'").interchange(), "D:01B:UN", "PAXLST")
                .orElseThrow();

        var before = syntax3.dictionary.segment("ADR").orElseThrow().elements;
        var now = syntax4.dictionary.segment("ADR").orElseThrow().elements;

        assertThat(before).hasSize(15);
        assertThat(now).hasSize(11);
        assertThat(before[10].id()).isEqualTo("C517");
        assertThat(now[5].repetitionsMax()).isEqualTo(5);
        assertThat(now[6].id()).isEqualTo("C517");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D:3:UN", "2:1:UN", "2:2:UN", "4:1:UN", "D:96A:UN"})
    void findsTheServiceMessageInEveryVersion(String version) {
        var contrl = "UNH+1+CONTRL:" + version + "'" + UCI + "UCM+1+ORDERS:D:96A:UN+4+12+UNH+2:1'UNT+4+1'";

        assertThat(findings(SYNTAX_3, contrl)).isEmpty();
        assertThat(findings(SYNTAX_4, contrl)).isEmpty();
    }

    @Test
    void readsTheHeadersOfSyntaxVersion4() {
        var header = "UNB+UNOC:4:40219:3:02+A:14:B:C+B:14:C:D+20260305:0912+77'";
        var set =
                "UNH+1+ORDERS:D:01B:UN:X:1:2++1:C+SUB:1:1:UN+MIG:1:1:UN+SCENE:1:1:UN'BGM+220+1'DTM+137:20260305:102'UNS+S'UNT+5+1'";

        assertThat(findings(header, set)).isEmpty();
        assertThat(findings(header.replace(":4:40219:3:02", ":3:40219").replace("+20260305", "+260305"), ""))
                .startsWith("COMPONENT_TOO_MANY segment 1 (UNB) element 1.3 at offset 11");
    }

    /** ISO 9735-10: D1(010,070), D2(010,020), D2(070,080), D5(050,040) and D5(060,050,040) of UCM, D5(070,060,050) of UCI. */
    @ParameterizedTest
    @CsvSource({
        "UCM+1+ORDERS:D:96A:UN+7',",
        "UCM+++7++++PACK+X:1*X:2',",
        "UCM+1+ORDERS:D:96A:UN+7++++PACK+X:1', ELEMENT_EXCLUDED segment 3 (UCM) element 7 at offset 106",
        "UCM+1++7', ELEMENT_CONDITION segment 3 (UCM) element 2 at offset 85",
        "UCM+1+ORDERS:D:96A:UN+4++UNH', ELEMENT_CONDITION segment 3 (UCM) element 4 at offset 103",
        "UCM+1+ORDERS:D:96A:UN+4+12++2', ELEMENT_CONDITION segment 3 (UCM) element 5 at offset 106",
    })
    void checksTheDependencyNotesOfSyntaxVersion4(String segment, String finding) {
        var contrl = "UNH+1+CONTRL:4:1:UN'" + UCI + segment + "UNT+4+1'";

        assertThat(findings(SYNTAX_4, contrl)).isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    /** ISO 9735-10: D2(010,060,070) of UNG; before, each of these is mandatory. */
    @Test
    void checksTheGroupHeaderOfItsSyntax() {
        var four = "UNG+ORDERS+A+B+20260305:0912+1+UN+D:96A'UNE+0+1'";
        var three = four.replace("20260305", "260305");

        assertThat(findings(SYNTAX_4, four)).noneMatch(finding -> finding.contains("UNG"));
        assertThat(findings(SYNTAX_3, three)).noneMatch(finding -> finding.contains("UNG"));
        assertThat(findings(SYNTAX_4, "UNG++A+B++1'UNE+0+1'")).noneMatch(finding -> finding.contains("UNG"));
        assertThat(findings(SYNTAX_4, "UNG++A+B++1+UN'UNE+0+1'"))
                .contains("ELEMENT_CONDITION segment 2 (UNG) element 1 at offset 42");
        assertThat(findings(SYNTAX_3, "UNG++A+B++1+UN+D:96A'UNE+0+1'"))
                .contains("ELEMENT_MISSING segment 2 (UNG) element 1 at offset 40");
    }
}
