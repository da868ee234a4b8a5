package relais.web;

import java.util.List;
import relais.ledger.Balance;
import relais.ledger.Entry;
import relais.ledger.Unbooked;

/**
 * The ledger as the console shows it.
 *
 * @param partner id of the partner whose entries are listed
 * @param older link to the entries before these; empty on the last page
 * @param waiting facts that cannot be booked yet
 * @param conflicts facts that contradict an earlier one
 */
record LedgerPage(
        List<Account> accounts,
        String partner,
        List<Entry> entries,
        String older,
        List<Unbooked> waiting,
        List<Unbooked> conflicts) {

    /** A partner with what stands on its accounts and whom it brought. */
    record Account(String partner, List<Balance> balances, Plot plot) {}
}
