package relais.consumer;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.consumer.Field.ADDRESS;
import static relais.consumer.Field.EMAIL;
import static relais.consumer.Field.NAME;
import static relais.consumer.Field.PHONE;
import static relais.consumer.Purpose.MARKETING;
import static relais.consumer.Purpose.ORDER_FULFILMENT;
import static relais.consumer.Purpose.PARTNER_SHARING;
import static relais.consumer.Vaults.NOW;
import static relais.consumer.Vaults.both;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import relais.Database;
import relais.consumer.Consents.Consent;
import relais.consumer.Disclosures.Disclosure;
import relais.consumer.Disclosures.State;

class ConsentsTest {

    private static final Database database = Database.fresh();
    private static final Supplier<UUID> IDS = Database.ids();
    private static final LocalDate ACQUIRED = LocalDate.of(2026, 11, 1);

    private final Consents consents = new Consents(database.jdbc());
    private final Consumers consumers = new Consumers(database.jdbc(), Vaults.on(database), IDS);
    private final ConsumerEvents events = new ConsumerEvents(database.jdbc());

    @AfterAll
    static void close() {
        database.close();
    }

    // --- consent ---

    @Test
    void holdsWhatWasSaidLast() {
        var consumer = consumer("said@example.com");
        consents.give(consumer, MARKETING, Set.of(EMAIL, PHONE), NOW, "order 1 of acme-retail");

        consents.withdraw(consumer, MARKETING, Set.of(PHONE), NOW.plusSeconds(60), "letter");

        assertThat(consents.agreed(consumer, MARKETING)).containsExactly(EMAIL);
        assertThat(consents.agreed(consumer, PARTNER_SHARING)).isEmpty();
        assertThat(consents.history(consumer))
                .containsExactlyInAnyOrder(
                        new Consent(MARKETING, EMAIL, true, NOW, "order 1 of acme-retail"),
                        new Consent(MARKETING, PHONE, true, NOW, "order 1 of acme-retail"),
                        new Consent(MARKETING, PHONE, false, NOW.plusSeconds(60), "letter"));
    }

    @Test
    void tellsChangesOnly() {
        var consumer = consumer("changes@example.com");

        var withdrawn = consents.withdraw(consumer, MARKETING, Set.of(EMAIL), NOW, "letter");
        var given = consents.give(consumer, ORDER_FULFILMENT, Set.of(EMAIL), NOW, "order 1 of acme-retail");
        var again = consents.give(consumer, ORDER_FULFILMENT, Set.of(EMAIL), NOW, "order 2 of acme-retail");

        assertThat(List.of(withdrawn, given, again)).containsExactly(0, 1, 0);
        assertThat(consents.history(consumer)).extracting(Consent::source).containsExactly("order 1 of acme-retail");
    }

    @Test
    void holdsWhatWasSaidOfEachFieldByItself() {
        var consumer = consumer("each@example.com");
        consents.give(consumer, PARTNER_SHARING, Set.of(NAME), NOW, "shop");
        consents.give(consumer, PARTNER_SHARING, Set.of(EMAIL, PHONE), NOW, "newsletter form");
        assertThat(consents.agreed(consumer, PARTNER_SHARING)).containsExactly(NAME, EMAIL, PHONE);

        consents.withdraw(consumer, PARTNER_SHARING, Set.of(PHONE), NOW, "letter");
        consents.withdraw(consumer, PARTNER_SHARING, Set.of(NAME), NOW, "letter");

        assertThat(consents.agreed(consumer, PARTNER_SHARING)).containsExactly(EMAIL);
    }

    @Test
    void tellsWhatWasSaidLastByPurposeAndField() {
        var consumer = consumer("latest@example.com");
        consents.give(consumer, PARTNER_SHARING, Set.of(NAME), NOW, "shop");
        consents.give(consumer, MARKETING, Set.of(PHONE), NOW, "newsletter form");
        consents.give(consumer, MARKETING, Set.of(EMAIL), NOW, "newsletter form");
        consents.withdraw(consumer, MARKETING, Set.of(PHONE), NOW.plusSeconds(60), "letter");

        assertThat(consents.latest(consumer))
                .containsExactly(
                        new Consent(MARKETING, EMAIL, true, NOW, "newsletter form"),
                        new Consent(MARKETING, PHONE, false, NOW.plusSeconds(60), "letter"),
                        new Consent(PARTNER_SHARING, NAME, true, NOW, "shop"));
    }

    @Test
    void neverForgetsWhatWasSaid() {
        consents.give(consumer("kept@example.com"), MARKETING, Set.of(EMAIL), NOW, "shop");

        for (var sql : new String[] {"update consent set given = false", "delete from consent", "truncate consent"})
            assertThatThrownBy(() -> database.jdbc().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("consent is a history");
    }

    // --- disclosure ---

    @ParameterizedTest
    @CsvSource(textBlock = """
            NAME EMAIL, NAME EMAIL PHONE, 2026-12-01, NAME EMAIL
            NAME EMAIL, PHONE,            2026-12-01, ''
            NAME EMAIL, NAME,             2026-12-01, NAME
            '',         NAME,             2026-12-01, ''
            NAME,       NAME,             2026-11-23, NAME
            NAME,       NAME,             2026-11-22, ''
            """)
    void cutsOutWhatTermsConsentAndTimeAllow(String allowed, String agreed, LocalDate until, String visible) {
        assertThat(Consents.visible(fields(allowed), fields(agreed), until, LocalDate.of(2026, 11, 23)))
                .isEqualTo(fields(visible));
    }

    @Test
    void tellsAPartnerWhatItMaySeeAndNotesIt() {
        var consumer = consumer("told@example.com");
        consents.give(consumer, PARTNER_SHARING, Set.of(NAME, EMAIL, ADDRESS), NOW, "shop");

        var told = disclosures()
                .disclose(consumer, "acme-retail", Set.of(NAME, EMAIL, PHONE), ACQUIRED, Period.ofMonths(1));

        assertThat(told.told()).isEqualTo(Map.of(NAME, "Consumer One", EMAIL, "told@example.com"));
        assertThat(told.withheld()).containsExactly(PHONE);
        assertThat(told.until()).isEqualTo("2026-12-01");
        assertThat(events.of(consumer)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(ConsumerEvents.Kind.DISCLOSED);
            assertThat(event.by()).isEqualTo("acme-retail");
            assertThat(event.detail()).isEqualTo("name, email");
        });
    }

    @Test
    void tellsNothingOnceTheTimeIsOverTheConsentIsWithdrawnOrTheConsumerIsErased() {
        var consumer = consumer("over@example.com");
        consents.give(consumer, PARTNER_SHARING, Set.of(NAME), NOW, "shop");

        var until = LocalDate.of(2026, 11, 23);
        var untilYesterday = LocalDate.of(2026, 11, 22);
        var nothing = Map.<Field, String>of();
        assertThat(disclose(consumer, Period.ofDays(22)))
                .isEqualTo(new Disclosure(Map.of(NAME, "Consumer One"), Set.of(), until, State.OPEN));
        assertThat(disclose(consumer, Period.ofDays(21)))
                .isEqualTo(new Disclosure(nothing, Set.of(NAME), untilYesterday, State.OVER));
        consents.withdraw(consumer, PARTNER_SHARING, Set.of(NAME), NOW, "letter");
        assertThat(disclose(consumer, Period.ofDays(22)))
                .isEqualTo(new Disclosure(nothing, Set.of(NAME), until, State.OPEN));
        consents.give(consumer, PARTNER_SHARING, Set.of(NAME), NOW, "shop");
        consumers.erase(consumer, NOW);
        assertThat(disclose(consumer, Period.ofDays(22)))
                .isEqualTo(new Disclosure(nothing, Set.of(NAME), until, State.ERASED));
    }

    private Disclosure disclose(UUID consumer, Period visibleFor) {
        return disclosures().disclose(consumer, "acme-retail", Set.of(NAME), ACQUIRED, visibleFor);
    }

    private Disclosures disclosures() {
        return new Disclosures(consumers, consents, events, Clock.fixed(NOW, UTC));
    }

    private UUID consumer(String email) {
        return database.transaction().execute(status -> consumers.recognise(both(email, ""), NOW));
    }

    private static Set<Field> fields(String names) {
        var fields = EnumSet.noneOf(Field.class);
        for (var name : names.split(" ")) if (!name.isEmpty()) fields.add(Field.valueOf(name));
        return fields;
    }
}
