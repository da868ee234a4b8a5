package relais.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when something went wrong: a page for people, problem+json below {@code /api}. No detail of ours leaks. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var status = status(request);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) return problem(status);
        var page = new ModelAndView("error", HttpStatus.valueOf(status.value()));
        page.addObject("status", status.value());
        page.addObject("title", title(status, request));
        page.addObject("advice", advice(status, request));
        page.addObject("ledger", path.startsWith("/ledger"));
        return page;
    }

    private static ResponseEntity<String> problem(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(status.value(), status.getReasonPhrase(), advice(status)).json());
    }

    private static HttpStatus status(HttpServletRequest request) {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Optional.ofNullable(status).map(HttpStatus::resolve).orElse(HttpStatus.NOT_FOUND);
    }

    private static String title(HttpStatus status, HttpServletRequest request) {
        if (tookTooLong(request)) return "That would have taken too long";
        if (status == HttpStatus.NOT_FOUND || status == HttpStatus.BAD_REQUEST) return "There is nothing here";
        if (status == HttpStatus.FORBIDDEN) return "The page was open for too long";
        return status.is4xxClientError() ? "That did not work" : "Something went wrong in the hub";
    }

    private static String advice(HttpStatus status, HttpServletRequest request) {
        return tookTooLong(request)
                ? "Narrow the filter: a partner, a type or a reference helps most."
                : advice(status);
    }

    private static String advice(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND || status == HttpStatus.BAD_REQUEST)
            return "Check the address, or begin with the list and look for the number there.";
        if (status == HttpStatus.FORBIDDEN) return "Go back, load the page again and repeat what you did.";
        if (status.is4xxClientError()) return "Check the request and send it again.";
        return "Nothing you sent is lost. Try again in a moment; the hub's log says what happened.";
    }

    private static boolean tookTooLong(HttpServletRequest request) {
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        while (cause != null && !(cause instanceof QueryTimeoutException)) cause = cause.getCause();
        return cause != null;
    }
}
