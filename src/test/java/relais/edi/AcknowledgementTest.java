package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static relais.edi.AcknowledgementPolicy.DETAIL;
import static relais.edi.AcknowledgementPolicy.NONE;
import static relais.edi.AcknowledgementPolicy.TECHNICAL;
import static relais.edi.Acknowledgements.BROKEN_ORDERS;
import static relais.edi.Acknowledgements.TWO_ORDERS;
import static relais.edi.Acknowledgements.acknowledgement;
import static relais.edi.Acknowledgements.group;
import static relais.edi.Acknowledgements.written;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.edi.AcknowledgementPolicy.Type;
import relais.finding.Finding;
import relais.finding.FindingCode;

/** Whether an acknowledgement is owed, and of which type. */
class AcknowledgementTest {

    @Test
    void owesNothingForTechnicalPolicyUnlessTheInterchangeAsksOrIsWrong() {
        assertThat(acknowledgement(TWO_ORDERS, TECHNICAL)).isEmpty();
        assertThat(acknowledgement(TWO_ORDERS, NONE)).isEmpty();
        assertThat(written(TWO_ORDERS.replace("*0*T*>", "*1*T*>"), TECHNICAL))
                .contains("TA1*000000042*260305*0912*A*000~\n")
                .contains("IEA*0*000000101~");
    }

    @Test
    void answersNoInterchangeWithoutAControlNumber() {
        assertThat(acknowledgement(TWO_ORDERS.replace("*000000042*0*", "*         *0*"), DETAIL))
                .isEmpty();
        assertThat(acknowledgement(BROKEN_ORDERS.replace(":0912+77'", ":0912'"), DETAIL))
                .isEmpty();
    }

    @Test
    void answersWithTheUsualDelimitersWhereThoseSentCannotPartText() {
        var withoutComposites = TWO_ORDERS.replace("T*>", "T* ");

        assertThat(Interchanges.outcome(withoutComposites).findings())
                .extracting(Finding::code, Finding::text)
                .contains(tuple(
                        FindingCode.INTERCHANGE_HEADER_INVALID, "ISA16 is a blank; nothing is read as a component"));
        assertThat(written(withoutComposites.replace("*0*T* ", "*1*T* "), TECHNICAL))
                .contains("TA1*000000042*260305*0912*E*027~\n");
        assertThat(written(withoutComposites, DETAIL))
                .contains("*0*T*>~\n", "AK2*850*0001~\nAK5*A~\n", "AK3*PO1*6**8~\nAK4*3*355*7*QX~\n");
    }

    @Test
    void answersNobodyWhoNamesNoSender() {
        var anonymous = Interchanges.edifact(1, Interchanges.ORDERS).replace("3020000000019:14+301", "+301");

        assertThat(acknowledgement(anonymous, DETAIL)).isEmpty();
    }

    @Test
    void neverAcknowledgesAnAcknowledgement() {
        var functional = written(TWO_ORDERS, DETAIL);
        var contrl = written(BROKEN_ORDERS, DETAIL);

        assertThat(acknowledgement(functional, DETAIL)).isEmpty();
        assertThat(acknowledgement(contrl, DETAIL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void givesWayToTheUsualTypeWhereTheStandardHasNoneOfThatName(Type type) {
        var x12 = List.of("TA1", "997", "999").contains(type.text()) ? type.text() : "997";
        var edifact = List.of("CONTRL", "APERAK").contains(type.text()) ? type.text() : "CONTRL";

        assertThat(acknowledgement(TWO_ORDERS.replace("*X*004010~", "*X*005010~"), DETAIL.with(type)))
                .hasValueSatisfying(owed -> assertThat(owed.type()).isEqualTo(x12));
        assertThat(acknowledgement(BROKEN_ORDERS, DETAIL.with(type)))
                .hasValueSatisfying(owed -> assertThat(owed.type()).isEqualTo(edifact));
        assertThat(Type.named(type.text().toLowerCase(Locale.ROOT))).contains(type);
    }

    @Test
    void findsGroupNumbersUsedTwiceAlsoWhereReadingWentOn() {
        var text = Interchanges.ISA + group("PO", "7", "004010", Interchanges.ORDER)
                + group("PO", "8", "004010", Interchanges.ORDER) + group("PO", "7", "004010", Interchanges.ORDER)
                + "IEA*3*000000042~";
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var whole = Interchanges.events(text);

        var reader = Interchanges.reader(bytes);
        for (int read = 1; read < whole.size(); read++) {
            reader.next();
            var from = reader.position();
            var rest = new ByteArrayInputStream(bytes, (int) from.offset(), bytes.length);
            var later = new InterchangeReader(rest, from, Interchanges.STRUCTURES, Limits.standard());
            var findings = Interchanges.events(later).stream()
                    .flatMap(Interchanges::findings)
                    .toList();

            assertThat(findings)
                    .as("from event " + read)
                    .isEqualTo(whole.stream()
                            .skip(read)
                            .flatMap(Interchanges::findings)
                            .toList());
        }
        assertThat(whole.stream().flatMap(Interchanges::findings))
                .extracting(Finding::code)
                .containsExactly(FindingCode.GROUP_CONTROL_NUMBER_REUSED);
    }
}
