package relais.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.document.Money;
import relais.ledger.Entry.Kind;
import relais.ledger.Entry.Place;
import relais.ledger.Entry.Posting;
import relais.ledger.Entry.Share;
import relais.partner.Terms;

/**
 * What is to be booked, before it has a place in the ledger.
 *
 * @param subject the invoice or sale it accrues for, takes back or releases; else the fact
 * @param turnover that an accrual or reversal speaks of, before any rate
 * @param inputs hash of all that it rests on
 * @param statement that a settlement closes, before it has a place; hashed among the inputs
 */
record Draft(
        Kind kind,
        RecordedFact fact,
        Subject subject,
        String partner,
        Optional<UUID> consumer,
        LocalDate validOn,
        Optional<LocalDate> dueOn,
        List<Share> shares,
        List<Posting> postings,
        int termsVersion,
        Optional<Money> turnover,
        byte[] inputs,
        String explanation,
        Optional<Statement> statement) {

    Draft {
        shares = List.copyOf(shares);
        postings = List.copyOf(postings);
        var total = shares.stream().mapToLong(Share::sharePpm).sum();
        if (!shares.isEmpty() && total != Terms.WHOLE_PPM)
            throw new IllegalStateException("shares sum to " + total + " ppm for " + fact.fact());
    }

    /** A fact that an entry is about. */
    record Subject(long fact, byte[] hash) {
        static Subject of(RecordedFact recorded) {
            return new Subject(recorded.id(), recorded.hash());
        }
    }

    /** One that has neither shares nor postings. */
    static Draft of(
            Kind kind,
            RecordedFact fact,
            String partner,
            Optional<UUID> consumer,
            int termsVersion,
            byte[] inputs,
            String explanation) {
        return new Draft(
                kind,
                fact,
                Subject.of(fact),
                partner,
                consumer,
                fact.fact().day(),
                Optional.empty(),
                List.of(),
                List.of(),
                termsVersion,
                Optional.empty(),
                inputs,
                explanation,
                Optional.empty());
    }

    Draft withShares(List<Share> given) {
        return new Draft(
                kind,
                fact,
                subject,
                partner,
                consumer,
                validOn,
                dueOn,
                given,
                postings,
                termsVersion,
                turnover,
                inputs,
                explanation,
                statement);
    }

    /** Money moved for an invoice or a sale. */
    Draft moving(Subject about, Optional<Money> sold, List<Posting> given) {
        return new Draft(
                kind,
                fact,
                about,
                partner,
                consumer,
                validOn,
                dueOn,
                shares,
                given,
                termsVersion,
                sold,
                inputs,
                explanation,
                statement);
    }

    Draft dueOn(LocalDate day) {
        return new Draft(
                kind,
                fact,
                subject,
                partner,
                consumer,
                validOn,
                Optional.of(day),
                shares,
                postings,
                termsVersion,
                turnover,
                inputs,
                explanation,
                statement);
    }

    Draft closing(Statement closed) {
        return new Draft(
                kind,
                fact,
                subject,
                partner,
                consumer,
                validOn,
                dueOn,
                shares,
                postings,
                termsVersion,
                turnover,
                inputs,
                explanation,
                Optional.of(closed));
    }

    Draft explained(String why) {
        return new Draft(
                kind,
                fact,
                subject,
                partner,
                consumer,
                validOn,
                dueOn,
                shares,
                postings,
                termsVersion,
                turnover,
                inputs,
                why,
                statement);
    }

    /** The bytes whose RFC 6962 leaf hash proves this entry at its place. */
    byte[] encoded(int shard, long seq, Instant bookedAt) {
        var canonical = new Canonical(Canonical.Type.ENTRY)
                .number(shard)
                .number(seq)
                .text(Entries.name(kind))
                .instant(bookedAt)
                .day(validOn)
                .day(dueOn)
                .text(partner)
                .bytes(blinded(shard, seq))
                .bytes(fact.hash())
                .id(fact.fact().document())
                .bytes(subject.hash())
                .number(termsVersion)
                .number(turnover.isPresent() ? 1 : 0);
        turnover.ifPresent(
                sold -> canonical.number(sold.minorUnits()).text(sold.currency().getCurrencyCode()));
        canonical.bytes(inputs).number(shares.size());
        shares.forEach(
                share -> canonical.text(share.party()).number(share.sharePpm()).number(share.termsVersion()));
        canonical.number(postings.size());
        postings.forEach(posting -> encode(posting, canonical));
        return canonical.text(explanation).toBytes();
    }

    /** The consumer in this entry alone: whoever is shown two entries cannot tell whether they are about the same one. */
    private Optional<byte[]> blinded(int shard, long seq) {
        return consumer.map(id -> new Canonical(Canonical.Type.CONSUMER)
                .number(shard)
                .number(seq)
                .id(id)
                .hash());
    }

    private static void encode(Posting posting, Canonical canonical) {
        canonical
                .number(posting.line())
                .text(posting.debit())
                .text(posting.credit())
                .number(posting.amount().minorUnits())
                .text(posting.amount().currency().getCurrencyCode())
                .number(posting.baseMinor())
                .text(posting.reason())
                .number(posting.reverses().map(Place::seq).orElse(0L))
                .number(posting.reverses().map(Place::n).orElse(0));
    }
}
