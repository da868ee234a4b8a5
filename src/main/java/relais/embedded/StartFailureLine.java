package relais.embedded;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints why the hub does not start as one line; Spring's own many-line report is switched off in application.yaml. */
final class StartFailureLine implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        var action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        System.err.println("relais cannot start: " + (analysis.getDescription() + action).strip());
    }
}
