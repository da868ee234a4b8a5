package relais.web;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
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

    /** datetime_field_overflow and character_not_in_repertoire. */
    private static final Set<String> UNSTORABLE = Set.of("22008", "22021");

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return answer(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<String> misread(MethodArgumentTypeMismatchException e) {
        return answer(Refusal.badRequest("The parameter " + e.getName() + " cannot be read: "
                        + kind(e.getParameter().nestedIfOptional().getNestedParameterType()) + " is expected.")
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

    /** Days before Christ or after 200,000 years, and the character U+0000, are nothing that the database knows. */
    @ExceptionHandler
    ResponseEntity<String> unstorable(DataIntegrityViolationException e) {
        if (!isUnstorable(e)) throw e;
        return answer(Refusal.badRequest("A day or a text in the request holds what nothing can be found or kept by;"
                        + " a day is written like 2026-01-31, a text without control characters.")
                .problem());
    }

    private static boolean isUnstorable(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof SQLException sql && UNSTORABLE.contains(sql.getSQLState());
    }

    private static String kind(Class<?> type) {
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
