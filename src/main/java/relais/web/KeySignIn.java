package relais.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs in whoever opens {@code /?key=…} with the right key: a new session, then on to the same address without the key,
 * so that it stays in no history and no log of ours.
 */
final class KeySignIn extends OncePerRequestFilter {

    private final Operator operator;
    private final SecurityContextRepository contexts;

    KeySignIn(Operator operator, SecurityContextRepository contexts) {
        this.operator = operator;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var candidate = request.getParameter("key");
        if (candidate == null || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
        } else if (operator.hasKey(candidate)) {
            signIn(request, response);
            response.sendRedirect(request.getRequestURI());
        } else {
            response.sendRedirect("/sign-in?error");
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) {
        request.getSession(true);
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                operator.name(), null, AuthorityUtils.createAuthorityList("ROLE_" + SecurityConfiguration.ROLE)));
        contexts.saveContext(context, request, response);
    }
}
