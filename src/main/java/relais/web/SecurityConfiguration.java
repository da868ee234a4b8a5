package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import relais.partner.ApiKeys;
import relais.partner.Secrets;

/**
 * Who may see what over HTTP. The console is for operators, who sign in: by the link that the hub prints, or in
 * production by name and password; a partner signs in by its API key and sees its account. The API checks keys and tokens itself, request by request, and keeps no session.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String ROLE = "OPERATOR";
    /** A trading partner: sees its own account in the ledger. */
    static final String PARTNER = "PARTNER";

    private static final String CONSOLE_CONTENT = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** The page on which samples are tried runs a script of its own, which asks this site alone. */
    private static final String SCRIPTED_CONTENT = CONSOLE_CONTENT + "; script-src 'self'; connect-src 'self'";

    private static final String API_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    /** The configured one, its password a reference such as {@code secret:env:NAME}; where no password is configured, whoever has the key that the hub makes for itself. */
    @Bean
    Operator operator(
            @Value("${relais.console.user:" + Operator.NAME + "}") String user,
            @Value("${relais.console.password:}") String password,
            @Value("${relais.keys:data/keys}") String keys,
            Secrets secrets) {
        if (!password.isEmpty()) return new Operator(user, secrets.text(password), false);
        return new Operator(Operator.NAME, new KeyFile(Path.of(keys, "console")).key(new SecureRandom()), true);
    }

    /** The path to open in a browser, for whoever prints what to try next. */
    @Bean
    Supplier<String> consoleLink(Operator operator) {
        return operator::link;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService operators(Operator operator, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(User.withUsername(operator.name())
                .password(encoder.encode(operator.secret()))
                .roles(ROLE)
                .build());
    }

    /** The session is for this site's own pages; a link from elsewhere may open the console, nothing else. */
    @Bean
    CookieSameSiteSupplier sessionCookieStaysHere() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(API_CONTENT)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain consoleSecurity(HttpSecurity http, Operator operator, ApiKeys keys) throws Exception {
        var contexts = new HttpSessionSecurityContextRepository();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/relais.css", "/relais.svg", "/error", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/ledger", "/ledger/**")
                        .hasAnyRole(ROLE, PARTNER)
                        .anyRequest()
                        .hasRole(ROLE))
                .authenticationProvider(new PartnerSignIn(operator, keys))
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(SecurityConfiguration::denied))
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(new KeySignIn(operator, contexts), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form ->
                        form.loginPage("/sign-in").failureUrl("/sign-in?error").permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?bye"))
                .headers(headers -> headers.addHeaderWriter(consoleContent())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .build();
    }

    /** Leads a partner that signed in to its account; what else there is, it is not told. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException || !request.isUserInRole(PARTNER)) response.sendError(403);
        else if (request.getServletPath().equals("/")) response.sendRedirect("/ledger");
        else response.sendError(404);
    }

    private static HeaderWriter consoleContent() {
        var scripted = new ContentSecurityPolicyHeaderWriter(SCRIPTED_CONTENT);
        var plain = new ContentSecurityPolicyHeaderWriter(CONSOLE_CONTENT);
        return (request, response) ->
                (request.getServletPath().equals(MappingPage.PATH) ? scripted : plain).writeHeaders(request, response);
    }
}
