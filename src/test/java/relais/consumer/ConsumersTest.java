package relais.consumer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.consumer.Vaults.NOW;
import static relais.consumer.Vaults.both;
import static relais.consumer.Vaults.email;
import static relais.consumer.Vaults.phone;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import relais.Database;
import relais.consumer.Identity.Loyalty;

class ConsumersTest {

    private static final Database database = Database.fresh();

    private final Vault vault = Vaults.on(database);
    private final Consumers consumers = new Consumers(database.jdbc(), vault, IDS);

    private static final java.util.function.Supplier<UUID> IDS = Database.ids();

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void recognisesAnEmailInAnotherSpelling() {
        var first = recognise(email("consumer.one@example.com"));

        assertThat(recognise(email("  Consumer.One@EXAMPLE.com "))).isEqualTo(first);
        assertThat(recognise(email("consumer.two@example.com"))).isNotEqualTo(first);
    }

    @Test
    void recognisesAPhoneInAnotherSpelling() {
        var first = recognise(phone("+33 1 70 00 00 01"));

        assertThat(recognise(phone("0033-1-70-00-00-01"))).isEqualTo(first);
    }

    @Test
    void linksAnEmailToThePhoneSeenBefore() {
        var byPhone = recognise(phone("+33170000002"));

        assertThat(recognise(both("linked@example.com", "+33170000002"))).isEqualTo(byPhone);
        assertThat(recognise(email("linked@example.com"))).isEqualTo(byPhone);
    }

    @Test
    void keepsTwoEmailsOfOneHouseholdApart() {
        var one = recognise(both("one@household.example", "+33170000003"));
        var other = recognise(both("other@household.example", "+33170000003"));

        assertThat(other).isNotEqualTo(one);
        assertThat(recognise(email("other@household.example"))).isEqualTo(other);
    }

    @Test
    void cannotRecogniseWhoLeavesNeither() {
        assertThat(recognise(new Identity("", "", Loyalty.none(), "Consumer One", "")))
                .isNotEqualTo(recognise(new Identity("", "", Loyalty.none(), "Consumer One", "")));
    }

    @Test
    void createsOneConsumerFromEightThreads() throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(8);
        List<Future<UUID>> found = IntStream.range(0, 8)
                .mapToObj(n -> pool.submit(() -> {
                    start.await();
                    return recognise(both("raced@example.com", "+33170000004"));
                }))
                .toList();

        start.countDown();

        var ids = new HashSet<UUID>();
        for (var consumer : found) ids.add(consumer.get(30, SECONDS));
        pool.shutdown();
        assertThat(ids).hasSize(1);
    }

    @Test
    void keepsTheIdentitySealed() {
        var consumer = recognise(both("kept@example.com", "+33170000005"));

        assertThat(consumers.identity(consumer)).contains(both("kept@example.com", "+33170000005"));
        assertThat(email("kept@example.com")).asString().doesNotContain("kept");
    }

    @Test
    void takesTheSamePersonAfterErasureForANewOne() {
        var before = recognise(email("erased@example.com"));
        consumers.erase(before, NOW);

        var after = recognise(email("erased@example.com"));

        assertThat(after).isNotEqualTo(before);
        assertThat(consumers.identity(before)).isEmpty();
        assertThat(consumers.identity(after)).isPresent();
    }

    @Test
    void recognisesALoyaltyNumberOfTheSameProgrammeOnly() {
        var first = recognise(loyalty("", "acme-retail", "AB 12-34"));

        assertThat(recognise(loyalty("", "acme-retail", "ab1234"))).isEqualTo(first);
        assertThat(recognise(loyalty("", "storefront", "ab1234"))).isNotEqualTo(first);
    }

    @Test
    void findsAPersonWithAnotherEmailByTheLoyaltyNumber() {
        var first = recognise(loyalty("before@example.com", "acme-retail", "L-77"));

        assertThat(recognise(loyalty("after@example.com", "acme-retail", "L-77")))
                .isEqualTo(first);
        assertThat(recognise(email("after@example.com"))).isEqualTo(first);
    }

    @Test
    void trustsTheEmailMoreThanTheLoyaltyNumber() {
        var one = recognise(loyalty("one@loyal.example", "acme-retail", "L-78"));
        var other = recognise(email("other@loyal.example"));

        assertThat(recognise(loyalty("other@loyal.example", "acme-retail", "L-78")))
                .isEqualTo(other);
        assertThat(recognise(loyalty("", "acme-retail", "L-78"))).isEqualTo(one);
        assertThat(consumers.find(one)).get().satisfies(known -> assertThat(known.matchKinds())
                .containsExactly("email", "loyalty"));
    }

    @Test
    void givesEachPartnerMatchTokensThatCannotBeJoined() {
        var person = both("matched@example.com", "+33170000006");

        var acme = consumers.matchTokensFor(person, "acme-retail");
        var galeries = consumers.matchTokensFor(person, "galeries-sud");

        assertThat(acme)
                .containsOnlyKeys("email", "phone")
                .isEqualTo(consumers.matchTokensFor(both(" Matched@EXAMPLE.com", "0033 170000006"), "acme-retail"));
        assertThat(acme.values())
                .allMatch(token -> token.matches("[0-9a-f]{32}"))
                .doesNotContainAnyElementsOf(galeries.values());
    }

    @Test
    void namesAConsumerDifferentlyToEachPartner() {
        var consumer = recognise(email("shared@example.com"));

        assertThat(consumers.tokenFor(consumer, "acme-retail"))
                .hasSize(32)
                .isEqualTo(consumers.tokenFor(consumer, "acme-retail"))
                .isNotEqualTo(consumers.tokenFor(consumer, "galeries-sud"));
    }

    @Test
    void leavesNoTraceWhenTheTransactionFails() {
        database.transaction().executeWithoutResult(status -> {
            consumers.recognise(email("undone@example.com"), NOW);
            status.setRollbackOnly();
        });

        var ids = database.jdbc()
                .sql("select count(*) from consumer_match where consumer not in (select id from consumer)")
                .query(Long.class)
                .single();
        assertThat(ids).isZero();
        assertThat(recognise(email("undone@example.com"))).isNotNull();
    }

    private static Identity loyalty(String email, String programme, String number) {
        return new Identity(email, "", new Loyalty(programme, number), "Consumer One", "");
    }

    private UUID recognise(Identity identity) {
        return database.transaction().execute(status -> consumers.recognise(identity, NOW));
    }
}
