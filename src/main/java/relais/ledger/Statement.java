package relais.ledger;

import java.time.LocalDate;
import java.util.Currency;
import relais.document.Money;

/**
 * What a partner was paid for a period, and what of it is carried on. It consists of everything that became payable, or
 * was taken back of what was, and was booked from {@code firstSeq} to before {@code seq}; what comes later belongs to the
 * next. Amounts are minor units.
 *
 * @param number counts the partner's statements in the currency
 * @param seq the entry that settles it
 * @param tax added to what is paid
 * @param withheld kept back of it
 * @param paid with tax, without what is withheld; 0 when nothing is paid
 * @param carried to the next; less than zero when the partner owes it
 * @param postings hash of the postings it consists of
 */
public record Statement(
        String partner,
        Currency currency,
        int number,
        LocalDate from,
        LocalDate to,
        long firstSeq,
        long seq,
        long opening,
        long released,
        long reversed,
        long tax,
        long withheld,
        long paid,
        long carried,
        byte[] postings) {

    public Money money(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, currency);
    }

    /** What was payable at its end, before tax and what is withheld. */
    public long due() {
        return opening + released - reversed;
    }
}
