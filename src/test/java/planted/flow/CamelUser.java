package planted.flow;

import org.apache.camel.Exchange;

record CamelUser(Exchange exchange) {}
