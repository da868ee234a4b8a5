package relais.ledger;

import java.time.Instant;

/**
 * Closes a batch of entries.
 *
 * @param treeRoot of the RFC 6962 tree over all entries of the shard up to {@code lastSeq}
 * @param previous hash of the seal before
 */
record Seal(
        int shard,
        long number,
        long epoch,
        long firstSeq,
        long lastSeq,
        byte[] treeRoot,
        byte[] previous,
        Instant sealedAt) {

    byte[] hash() {
        return new Canonical(Canonical.Type.SEAL)
                .number(shard)
                .number(number)
                .number(epoch)
                .number(firstSeq)
                .number(lastSeq)
                .bytes(treeRoot)
                .bytes(previous)
                .instant(sealedAt)
                .hash();
    }
}
