package relais.channel;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** An answer of type application/problem+json (RFC 9457). */
final class Problem {

    private Problem() {}

    /**
     * Makes it the answer.
     *
     * @param title what is wrong
     * @param advice one sentence on what to do
     */
    static void write(Message message, int status, String title, String advice) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
        message.setBody("{\"status\":" + status + ",\"title\":\"" + escaped(title) + "\",\"detail\":\""
                + escaped(advice) + "\"}");
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
