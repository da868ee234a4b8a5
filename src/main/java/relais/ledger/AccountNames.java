package relais.ledger;

/** The accounts that money is moved between. What follows a colon is the partner that the account belongs to. */
final class AccountNames {

    static final String EXPENSE = "commission expense";
    static final String TAX = "tax on commission";
    private static final String PAID = "commission paid out:";

    private AccountNames() {}

    static String held(String partner) {
        return "commission held:" + partner;
    }

    static String payable(String partner) {
        return "commission payable:" + partner;
    }

    static String paid(String partner) {
        return PAID + partner;
    }

    static boolean isPaid(String account) {
        return account.startsWith(PAID);
    }

    static String withheld(String partner) {
        return "tax withheld:" + partner;
    }
}
