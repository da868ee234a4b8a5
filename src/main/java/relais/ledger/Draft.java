package relais.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Posting;
import relais.ledger.Entry.Share;

/**
 * What is to be booked, before it has a place in the ledger.
 *
 * @param inputs hash of all that the decision rests on
 */
record Draft(
        Kind kind,
        RecordedFact fact,
        String partner,
        Optional<UUID> consumer,
        LocalDate validOn,
        List<Share> shares,
        Optional<Posting> posting,
        int termsVersion,
        byte[] inputs,
        String explanation) {

    static final int WHOLE_PPM = 1_000_000;

    Draft {
        shares = List.copyOf(shares);
        var total = shares.stream().mapToLong(Share::sharePpm).sum();
        if (kind == Kind.DECISION && total != WHOLE_PPM)
            throw new IllegalStateException("shares sum to " + total + " ppm for " + fact.fact());
    }

    /** The bytes whose RFC 6962 leaf hash proves this entry at its place. */
    byte[] encoded(int shard, long seq, java.time.Instant bookedAt) {
        var canonical = new Canonical(Canonical.Type.ENTRY)
                .number(shard)
                .number(seq)
                .text(Entries.name(kind))
                .instant(bookedAt)
                .day(validOn)
                .text(partner)
                .id(consumer)
                .bytes(fact.hash())
                .id(fact.fact().document())
                .number(termsVersion)
                .bytes(inputs)
                .number(shares.size());
        shares.forEach(
                share -> canonical.text(share.party()).number(share.sharePpm()).number(share.ratePpm()));
        canonical.number(posting.isPresent() ? 1 : 0);
        posting.ifPresent(moved -> canonical
                .text(moved.debit())
                .text(moved.credit())
                .number(moved.amount().minorUnits())
                .text(moved.amount().currency().getCurrencyCode()));
        return canonical.text(explanation).toBytes();
    }
}
