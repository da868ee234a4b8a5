package relais.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import relais.partner.ApiKeys;

/** Lets a trading partner in to its own account: by its id and the API key of one of its channels. */
final class PartnerSignIn implements AuthenticationProvider {

    private final Operator operator;
    private final ApiKeys keys;

    PartnerSignIn(Operator operator, ApiKeys keys) {
        this.operator = operator;
        this.keys = keys;
    }

    /** @return null if it is no partner's key, so that the next one decides; a form that asks for a key only sends no id */
    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        return keys.partner(String.valueOf(given.getCredentials()))
                .filter(partner -> operator.byKey() || partner.id().equals(given.getName()))
                .map(partner -> UsernamePasswordAuthenticationToken.authenticated(
                        partner.id(),
                        null,
                        AuthorityUtils.createAuthorityList("ROLE_" + SecurityConfiguration.PARTNER)))
                .orElse(null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
