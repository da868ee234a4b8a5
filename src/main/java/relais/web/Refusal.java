package relais.web;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A request to the API that is not answered with what was asked for. */
final class Refusal extends RuntimeException {

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** There is none, or it is another partner's: which of the two is not told. */
    static Refusal notFound(String what) {
        return new Refusal(Problem.notFound(what));
    }

    static Refusal badRequest(String what) {
        return new Refusal(new Problem(400, "Bad request", what));
    }

    static Refusal unprocessable(String what) {
        return new Refusal(new Problem(422, "Cannot be recorded", what));
    }

    /** Says all that is wrong at once. */
    static Refusal unprocessable(List<Fault> faults) {
        return unprocessable(faults.stream().map(Fault::sentence).collect(joining(" ")));
    }

    static Refusal forbidden(String what) {
        return new Refusal(new Problem(403, "Not allowed", what));
    }

    Problem problem() {
        return problem;
    }
}
