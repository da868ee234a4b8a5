package relais.embedded;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import relais.partner.PartnerFiles;
import relais.yaml.InvalidFiles;

/** Turns what keeps the hub from starting into one line that says what to change, or one for each mistake in its files. */
final class StartFailureAnalyzer implements FailureAnalyzer, Ordered {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortTaken
                    || cause instanceof CannotStart
                    || cause instanceof PartnerFiles.Invalid
                    || cause instanceof InvalidFiles) return line(cause.getMessage(), cause);
            if (cause instanceof PortInUseException taken)
                return line(new PortTaken(taken.getPort(), "server.port").getMessage(), taken);
        }
        return null;
    }

    private static FailureAnalysis line(String text, Throwable cause) {
        return new FailureAnalysis(text, "", cause);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
