package relais.channel;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import relais.mailbox.Inbox;
import relais.mailbox.Outbox;
import relais.mailbox.Wakeups;
import relais.partner.ApiKeys;
import relais.partner.Channel;
import relais.partner.Partners;
import relais.partner.Secrets;

/** The beans that the route files name, and the loading of those files. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    /** The declared policy of {@code transacted}: one database transaction around everything that follows. */
    @Bean
    SpringTransactionPolicy oneTransaction(PlatformTransactionManager transactions) {
        var policy = new SpringTransactionPolicy(transactions);
        policy.setPropagationBehaviorName("PROPAGATION_REQUIRED");
        return policy;
    }

    @Bean
    AcceptStep accept(Inbox inbox, Partners partners) {
        return new AcceptStep(inbox, partners);
    }

    @Bean
    UploadStep upload(Inbox inbox, ApiKeys keys) {
        return new UploadStep(inbox, keys);
    }

    @Bean
    PresentStep present() {
        return new PresentStep();
    }

    @Bean
    SendSteps send(Outbox outbox, @Value("${relais.outbox.round-payloads-max:50}") int payloadsMax) {
        return new SendSteps(outbox, payloadsMax);
    }

    @Bean
    FolderStep folder() {
        return new FolderStep();
    }

    @Bean
    Polls polls() {
        return new Polls();
    }

    @Bean
    ChannelRoutes channelRoutes(
            Partners partners,
            Secrets secrets,
            @Value("${relais.dropbox.folder}") Path dropbox,
            @Value("${relais.files-settle}") Duration settled) {
        return new ChannelRoutes(partners, secrets, dropbox, settled);
    }

    @Bean
    CamelContextConfiguration routes(
            @Value("${relais.home}") Path home,
            ChannelRoutes channels,
            Inbox inbox,
            Outbox outbox,
            Wakeups wakeups,
            Partners partners) {
        var senders = partners.channels().stream()
                .filter(channel -> channel.direction() == Channel.Direction.OUT)
                .map(Channel::id)
                .toList();
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.addComponent(
                        "inbox",
                        new MailboxComponent((endpoint, route, workers) ->
                                new InboxWorkers(endpoint, route, inbox, wakeups, workers)));
                context.addComponent(
                        "outbox",
                        new MailboxComponent((endpoint, route, workers) ->
                                new OutboxWorkers(endpoint, route, outbox, wakeups, senders, workers)));
                new RouteFiles(home).load(context);
                channels.addTo(context);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }
}
