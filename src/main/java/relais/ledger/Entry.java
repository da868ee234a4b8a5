package relais.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.document.Money;

/**
 * One line of the ledger. It never changes.
 *
 * @param shard and {@code seq}: its place; {@code seq} counts from 1 without gaps
 * @param partner whose account or customer it concerns
 * @param seller the partner (or own shop) that took the order
 * @param validOn the business day it speaks of
 * @param dueOn when an accrual becomes payable; only accruals have it
 * @param shares who is credited for the order or owns the consumer, in parts per million that sum to 1,000,000; only
 *     decisions and acquisitions have them
 * @param postings the amounts moved
 * @param termsVersion the version of the partner's terms it was decided by; 0 when none apply
 * @param explanation why, in one sentence
 */
public record Entry(
        int shard,
        long seq,
        Kind kind,
        Instant bookedAt,
        LocalDate validOn,
        Optional<LocalDate> dueOn,
        String partner,
        String seller,
        String orderNumber,
        UUID document,
        Optional<UUID> consumer,
        List<Share> shares,
        List<Posting> postings,
        int termsVersion,
        String explanation) {

    public Entry {
        shares = List.copyOf(shares);
        postings = List.copyOf(postings);
    }

    public enum Kind {
        /** From now on the partner's terms are these, from the day they name. */
        TERMS,
        /** A partner brought a consumer on a day. */
        TOUCH,
        /** From now on the consumer counts as brought by the partner, and is owned as agreed. */
        ACQUISITION,
        /** Who is credited for an order. */
        DECISION,
        /** The partner claimed an order that others claimed too. */
        CONFLICT,
        /** Commission that an invoice made due; held at first. */
        ACCRUAL,
        /** Commission taken back. */
        REVERSAL,
        /** Commission that was held and is payable from now on. */
        RELEASE,
        /** A statement was closed, and paid out what was payable. */
        SETTLEMENT,
        /** The consumer's personal data was destroyed. */
        ERASURE,
        /** A business day began. */
        DAY
    }

    /** @param termsVersion of the party's terms; 0 when none apply */
    public record Share(String party, int sharePpm, int termsVersion) {}

    /**
     * A positive amount moved from one account to the other.
     *
     * @param line of the invoice; 0 for all of it
     * @param baseMinor what a rate was applied to, in minor units; 0 when it was none
     * @param reason as {@code 12 % of 80.00 EUR}
     * @param reverses the accrual's posting that it takes back, wholly or in part
     */
    public record Posting(
            int line,
            String debit,
            String credit,
            Money amount,
            long baseMinor,
            String reason,
            Optional<Place> reverses) {}

    /**
     * Where a posting stands.
     *
     * @param n counts the entry's postings from 1
     */
    public record Place(long seq, int n) {}

    /**
     * What it is about: of a settlement what is paid out, of any other the sum of the postings, which are all of one
     * currency; empty when there are none.
     */
    public Optional<Money> amount() {
        return postings.stream()
                .filter(posting -> kind != Kind.SETTLEMENT || AccountNames.isPaid(posting.credit()))
                .map(Posting::amount)
                .reduce((sum, next) -> new Money(sum.amount().add(next.amount()), next.currency()));
    }
}
