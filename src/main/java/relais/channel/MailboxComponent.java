package relais.channel;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/**
 * The start of the routes that work on the Inbox and the Outbox: {@code inbox:work?workers=2}. It hands out no data, only
 * turns: one exchange is one turn of one worker, and the route claims what it works on inside its own transaction.
 */
final class MailboxComponent extends DefaultComponent {

    /** Makes the workers of one route. */
    interface Work {
        Consumer consumer(Endpoint endpoint, Processor route, int workers);
    }

    private final Work work;

    MailboxComponent(Work work) {
        this.work = work;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new Turns(uri, this, getAndRemoveParameter(parameters, "workers", Integer.class, 1));
    }

    private final class Turns extends DefaultEndpoint {

        private final int workers;

        Turns(String uri, MailboxComponent component, int workers) {
            super(uri, component);
            this.workers = workers;
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException(getEndpointUri() + " only starts routes");
        }

        @Override
        public Consumer createConsumer(Processor route) throws Exception {
            var consumer = work.consumer(this, route, workers);
            configureConsumer(consumer);
            return consumer;
        }
    }
}
