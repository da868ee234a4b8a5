package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.consumer.Identity.Loyalty;

class IdentityTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            consumer.one@example.com,          consumer.one@example.com
            '  Consumer.One@EXAMPLE.com ',     consumer.one@example.com
            ｃｏｎｓｕｍｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ,  consumer@example.com
            CONSUMER@GMAİL.EXAMPLE,            consumer@gmai̇l.example
            consumer.one+lamp@gmail.com,       consumer.one+lamp@gmail.com
            consumerone@gmail.com,             consumerone@gmail.com
            ﬁne@example.com,                   fine@example.com
            '   ',                             ''
            """)
    void hasOneFormForEverySpellingOfAnEmail(String sent, String normalised) {
        assertThat(new Identity(sent, "", Loyalty.none(), "", "").normalisedEmail())
                .isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource({
        "+33 1 70 00 00 01, +33170000001",
        "0033-1-70-00-00-01, +33170000001",
        "+33 (0)1 70 00 00 01, +33170000001",
        "+33.1.70.00.00.01, +33170000001",
        "＋３３１７０００００１, +3317000001",
        "'(217) 555-0101', 2175550101",
        "tel:217-555-0101, 2175550101",
        "(0)217 555, 0217555",
        "+, ''",
        "unknown, ''"
    })
    void hasOneFormForEverySpellingOfAPhone(String sent, String normalised) {
        assertThat(new Identity("", sent, Loyalty.none(), "", "").normalisedPhone())
                .isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource({
        "acme-retail, 'ab 12-34', acme-retail/AB1234",
        "acme-retail, AB1234, acme-retail/AB1234",
        "storefront, ＡＢ１２３４, storefront/AB1234",
        "storefront, ' - ', ''"
    })
    void hasOneFormForEverySpellingOfALoyaltyNumber(String programme, String number, String normalised) {
        assertThat(new Identity("", "", new Loyalty(programme, number), "", "").normalisedLoyalty())
                .isEqualTo(normalised);
    }

    @Test
    void isTheSameAfterItWasKept() {
        var identity = new Identity(
                "consumer@example.com",
                "+331",
                new Loyalty("storefront", "L-1"),
                "Consumér One",
                "1 Example Street\nLyon");

        assertThat(Identity.ofBytes(identity.bytes())).isEqualTo(identity);
        assertThat(identity.fields()).containsExactly(Field.values());
        assertThat(new Identity("", " ", Loyalty.none(), "Consumer One", "").fields())
                .isEqualTo(Set.of(Field.NAME));
    }

    @Test
    void noticesATextThatTellsIt() {
        var identity = new Identity("consumer@example.com", "", Loyalty.none(), "Consumer One", "");

        assertThat(identity.isToldBy("asked by CONSUMER ONE")).isTrue();
        assertThat(identity.isToldBy("asked by letter")).isFalse();
    }
}
