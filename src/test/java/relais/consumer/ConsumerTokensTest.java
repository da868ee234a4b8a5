package relais.consumer;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.consumer.Vaults.MASTER;
import static relais.consumer.Vaults.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsumerTokensTest {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final UUID CONSUMER = UUID.fromString("01936f00-0000-7000-8000-000000000001");

    private final ConsumerTokens tokens = at(NOW, MASTER);

    @Test
    void knowsTheConsumerOfItsOwnToken() {
        var token = tokens.issue(CONSUMER);

        assertThat(token).matches("[A-Za-z0-9_-]{76}");
        assertThat(tokens.verify(token)).contains(CONSUMER);
    }

    @Test
    void refusesATokenThatExpired() {
        var token = tokens.issue(CONSUMER);

        assertThat(at(NOW.plus(LIFETIME).minusSeconds(1), MASTER).verify(token)).contains(CONSUMER);
        assertThat(at(NOW.plus(LIFETIME), MASTER).verify(token)).isEmpty();
    }

    @Test
    void refusesATokenWithAnyCharacterAltered() {
        var token = tokens.issue(CONSUMER);

        for (int at = 0; at < token.length(); at++) {
            var altered = new StringBuilder(token);
            altered.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(tokens.verify(altered.toString())).as("character %d", at).isEmpty();
        }
    }

    @Test
    void refusesATokenSignedWithAnotherKey() {
        var other = new MasterKeys(List.of(Vaults.key("another")));

        assertThat(at(NOW, other).verify(tokens.issue(CONSUMER))).isEmpty();
    }

    @Test
    void knowsTheTokensOfAnOlderMasterKeyAsLongAsThatIsThere() {
        var token = at(NOW, new MasterKeys(List.of(Vaults.key("older")))).issue(CONSUMER);

        assertThat(at(NOW, new MasterKeys(List.of(Vaults.key("newer"), Vaults.key("older"))))
                        .verify(token))
                .contains(CONSUMER);
        assertThat(at(NOW, new MasterKeys(List.of(Vaults.key("newer")))).verify(token))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoToken() {
        for (var text : new String[] {"", "x", "Bearer", "é", "A".repeat(76), "A".repeat(10_000)})
            assertThat(tokens.verify(text)).isEmpty();
    }

    private static ConsumerTokens at(Instant now, MasterKeys masters) {
        return new ConsumerTokens(masters, Clock.fixed(now, UTC), LIFETIME);
    }
}
