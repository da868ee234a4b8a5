package relais.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what is wrong with a request to the API, as problem+json. */
@RestControllerAdvice(annotations = RestController.class)
class Refusals {

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return answer(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<String> misread(MethodArgumentTypeMismatchException e) {
        return answer(Refusal.badRequest("The parameter " + e.getName() + " cannot be read: "
                        + kind(e.getRequiredType()) + " is expected.")
                .problem());
    }

    @ExceptionHandler
    ResponseEntity<String> missing(MissingServletRequestParameterException e) {
        return answer(
                Refusal.badRequest("The parameter " + e.getParameterName() + " is missing; add it to the address.")
                        .problem());
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException e) {
        return answer(Refusal.badRequest(
                        "The body cannot be read as the JSON that is expected; see the README for an example.")
                .problem());
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) return "something else";
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "a day like 2026-01-31";
            case "Long", "Integer", "long", "int" -> "a whole number";
            default -> "something else";
        };
    }

    private static ResponseEntity<String> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.json());
    }
}
