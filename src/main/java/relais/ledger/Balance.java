package relais.ledger;

import relais.document.Money;

/**
 * What stands on an account.
 *
 * @param partner whose account; the brand's own accounts carry the brand's id
 * @param account {@code commission expense}, {@code commission held:acme-retail}
 * @param amount credits minus debits
 */
public record Balance(String partner, String account, Money amount) {}
