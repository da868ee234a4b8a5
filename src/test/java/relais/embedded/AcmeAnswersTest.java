package relais.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class AcmeAnswersTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 10, 15);

    private static final String INVOICE = """
            ISA*00*          *00*          *ZZ*MAISONLUMEN    *01*081466849      *260302*1000*U*00401*000000007*0*T*>~
            GS*IN*MAISONLUMEN*081466849*20260302*1000*7*X*004010~
            ST*810*0001~BIG*20260302*I-1~SE*3*0001~
            ST*810*0002~BIG*20260302*I-2~SE*3*0002~
            GE*2*7~
            IEA*1*000000007~
            """;

    @Test
    void acceptsEachInvoiceOfTheGroup() {
        assertThat(AcmeAnswers.acknowledge(INVOICE, NOW)).contains("""
                        ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260302*1015*U*00401*900000007*0*T*>~
                        GS*FA*081466849*MAISONLUMEN*20260302*1015*900000007*X*004010~
                        ST*997*0001~
                        AK1*IN*7~
                        AK2*810*0001~
                        AK5*A~
                        AK2*810*0002~
                        AK5*A~
                        AK9*A*2*2*2~
                        SE*8*0001~
                        GE*1*900000007~
                        IEA*1*900000007~
                        """);
    }

    @Test
    void saysNothingToAnythingElse() {
        assertThat(AcmeAnswers.acknowledge(INVOICE.replace("GS*IN", "GS*PR"), NOW))
                .isEmpty();
        assertThat(AcmeAnswers.acknowledge("", NOW)).isEmpty();
    }
}
