package relais.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is given which proof over the API. */
class ProofViewTest {

    private static final ConsoleServer hub = ConsoleServer.withTrade();
    private static final ProofView view = hub.bean(ProofView.class);

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void givesAnOperatorEveryProof() {
        var key = hub.bean(Operator.class).secret();

        for (var seq : hub.database
                .jdbc()
                .sql("select seq::text from entry")
                .query(String.class)
                .list()) {
            assertThat(view.entry(seq, key, null).status()).as(seq).isEqualTo(200);
            assertThat(view.entry(seq, null, basic(key)).status()).as(seq).isEqualTo(200);
        }
        assertThat(view.checkpoint(key, null).status()).isEqualTo(200);
        assertThat(view.entry("9999999", key, null).status()).isEqualTo(404);
    }

    @Test
    void givesAPartnerThoseOfItsOwnEntries() {
        var acmes = seqOf("acme-retail");

        assertThat(view.entry(acmes, "value-of-ACME_KEY", null).status()).isEqualTo(200);
        assertThat(view.entry(acmes, "value-of-GALERIES_KEY", null).status()).isEqualTo(404);
    }

    @Test
    void givesNobodyAny() {
        assertThat(view.entry("1", null, null).status()).isEqualTo(401);
        assertThat(view.entry("1", "guess", null).status()).isEqualTo(401);
        assertThat(view.entry("1", null, basic("guess")).status()).isEqualTo(401);
        assertThat(view.checkpoint(null, null).status()).isEqualTo(401);
        assertThat(view.consistency("1", "", null, null).status()).isEqualTo(401);
    }

    private static String seqOf(String partner) {
        return hub.database
                .jdbc()
                .sql("select min(seq)::text from entry where kind = 'accrual' and partner = :partner")
                .param("partner", partner)
                .query(String.class)
                .single();
    }

    private static String basic(String secret) {
        return "Basic " + Base64.getEncoder().encodeToString(("operator:" + secret).getBytes(UTF_8));
    }
}
