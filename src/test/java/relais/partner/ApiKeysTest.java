package relais.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.partner.Channel.Direction;
import relais.partner.Channel.Transport;

class ApiKeysTest {

    @TempDir
    private Path folder;

    private final Secrets secrets = new Secrets(Map.of("SHOP_KEY", "s3cret")::get);

    @Test
    void opensTheChannelOfAKey() throws IOException {
        Files.writeString(folder.resolve("galeries"), "g4leries\n");
        var keys = new ApiKeys(
                partners(http("shop", "secret:env:SHOP_KEY"), http("galeries", "secret:file:" + folder + "/galeries")),
                secrets);

        assertThat(keys.partner("s3cret")).map(Partner::id).contains("shop");
        assertThat(keys.channel("g4leries")).map(Channel::id).contains("galeries-http");
        assertThat(keys.channel("g4leries\n")).isEmpty();
        assertThat(keys.channel("")).isEmpty();
    }

    @Test
    void takesAnExchangedKeyAtOnce() throws IOException {
        var file = Files.writeString(folder.resolve("galeries"), "old");
        var keys = new ApiKeys(partners(http("galeries", "secret:file:" + file)), secrets);

        Files.writeString(file, "new");

        assertThat(keys.channel("old")).isEmpty();
        assertThat(keys.channel("new")).isPresent();
    }

    @Test
    void namesTheReferenceThatLeadsNowhere() {
        assertThatThrownBy(() -> secrets.text("secret:env:NO_KEY"))
                .hasMessage("secret:env:NO_KEY: the environment has no such variable");
        assertThatThrownBy(() -> secrets.text("secret:file:/no/such/file"))
                .hasMessage("secret:file:/no/such/file: there is no such file");
        assertThatThrownBy(() -> secrets.text("geheim"))
                .hasMessage("a secret must be referred to as secret:env:NAME or secret:file:PATH");
        assertThatThrownBy(() -> secrets.file("secret:env:SHOP_KEY"))
                .hasMessage("secret:env:SHOP_KEY must be a secret:file:PATH");
    }

    private static Partners partners(Channel... channels) {
        return new Partners(List.of(channels).stream()
                .map(channel -> new Partner(
                        channel.partner(),
                        channel.partner(),
                        Partner.Role.SHOP,
                        Currency.getInstance("EUR"),
                        List.of(),
                        List.of(channel),
                        List.of(),
                        List.of(),
                        Acknowledging.none(),
                        List.of()))
                .toList());
    }

    private static Channel http(String partner, String apiKey) {
        return new Channel(partner + "-http", partner, Direction.IN, Transport.HTTP, Map.of("apiKey", apiKey));
    }
}
