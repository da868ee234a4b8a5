package relais.web;

import java.util.List;
import relais.ledger.Statement;
import relais.ledger.Statements.Line;
import relais.ledger.Statements.Sealed;

/**
 * A statement as it is handed to people.
 *
 * @param payer name of the brand
 * @param payee name of the partner
 * @param sealed the tree that its entry is proven by
 */
record StatementSheet(String payer, String payee, Statement statement, List<Line> lines, Sealed sealed) {

    /** {@code statement-acme-retail-EUR-3}, for a file. */
    String name() {
        return "statement-" + statement.partner() + "-" + statement.currency() + "-" + statement.number();
    }
}
