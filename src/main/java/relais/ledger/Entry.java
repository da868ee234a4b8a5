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
 * @param shares who is credited for the order, in parts per million that sum to 1,000,000; only decisions have them
 * @param posting the amount moved; only accruals have one, and only if it is not zero
 * @param termsVersion the version of the partner's terms it was decided by; 0 when none apply
 * @param explanation why, in one sentence
 */
public record Entry(
        int shard,
        long seq,
        Kind kind,
        Instant bookedAt,
        LocalDate validOn,
        String partner,
        String seller,
        String orderNumber,
        UUID document,
        Optional<UUID> consumer,
        List<Share> shares,
        Optional<Posting> posting,
        int termsVersion,
        String explanation) {

    public Entry {
        shares = List.copyOf(shares);
    }

    public enum Kind {
        /** A partner brought a consumer on a day. */
        TOUCH,
        /** From now on the consumer counts as brought by the partner, and is co-owned as agreed. */
        ACQUISITION,
        /** Who is credited for an order. */
        DECISION,
        /** Commission that an invoice made due; held at first. */
        ACCRUAL
    }

    /** @param ratePpm the commission rate that goes with it: 12 % is 120,000 */
    public record Share(String party, int sharePpm, int ratePpm) {}

    /** A positive amount moved from one account to the other. */
    public record Posting(String debit, String credit, Money amount) {}
}
