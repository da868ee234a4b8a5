package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import relais.partner.ApiKeys;

/**
 * Finds out who asks: by {@code X-API-Key}, a partner's or the one that opens the console; else by the operator's name and
 * secret (HTTP Basic); else by the session of the console. Whoever presents what does not hold is nobody.
 */
final class Viewers implements HandlerMethodArgumentResolver {

    private final Operator operator;
    private final ApiKeys keys;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    Viewers(Operator operator, ApiKeys keys) {
        this.operator = operator;
        this.keys = keys;
    }

    Optional<Viewer> of(HttpServletRequest request) {
        var key = request.getHeader("X-API-Key");
        var authorization = request.getHeader("Authorization");
        if (key != null || authorization != null) return of(key, authorization);
        return Optional.ofNullable(sessions.loadDeferredContext(request).get().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .flatMap(Viewers::signedIn);
    }

    /** By headers alone: {@code X-API-Key}, else {@code Authorization}. */
    Optional<Viewer> of(@Nullable String key, @Nullable String authorization) {
        if (key != null) return byKey(key);
        return Optional.ofNullable(authorization)
                .filter(operator::isSaidBy)
                .map(said -> Viewer.operator(operator.name()));
    }

    private Optional<Viewer> byKey(String key) {
        if (operator.hasKey(key)) return Optional.of(Viewer.operator(operator.name()));
        return keys.partner(key).map(partner -> Viewer.partner(partner.id()));
    }

    private static Optional<Viewer> signedIn(Authentication authentication) {
        var name = authentication.getName();
        if (has(authentication, SecurityConfiguration.ROLE)) return Optional.of(Viewer.operator(name));
        if (has(authentication, SecurityConfiguration.PARTNER)) return Optional.of(Viewer.partner(name));
        return Optional.empty();
    }

    static boolean has(Authentication authentication, String role) {
        return authentication.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + role));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    /** @throws Refusal with 401 if nobody is known to ask */
    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        if (http == null) throw new IllegalStateException("not a request over HTTP");
        return of(http).orElseThrow(() -> new Refusal(
                Problem.unauthorised("Send the API key of your channel as X-API-Key, or sign in to the console.")));
    }
}
