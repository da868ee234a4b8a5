package relais.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import relais.proof.Checkpoint;
import relais.proof.Inclusion;
import relais.proof.NotProven;
import relais.proof.TreeHash;
import relais.proof.VerifierKey;

/**
 * That an entry is in the ledger, word by word.
 *
 * @param leaf the entry in the canonical encoding, whose hash is in the tree
 * @param said the entry in readable form, as the file has it; it must say what the leaf says
 * @param checkpoint the signed note of the tree
 * @param key that it is signed with
 */
public record EntryProof(byte[] leaf, ObjectNode said, Inclusion inclusion, String checkpoint, VerifierKey key)
        implements ProofFile {

    static final String FORMAT = "relais ledger entry proof 1";

    EntryProof(byte[] leaf, Inclusion inclusion, String checkpoint, VerifierKey key) {
        this(leaf, LeafReader.read(leaf), inclusion, checkpoint, key);
    }

    static EntryProof read(JsonNode node) {
        var checkpointSize = node.path("size").asLong();
        var inclusion = new Inclusion(node.path("index").asLong(-1), checkpointSize, ProofFile.path(node));
        if (!(node.path("entry") instanceof ObjectNode said)) throw new NotProven("'entry' is missing");
        return new EntryProof(
                ProofFile.bytes("leaf", node.path("leaf").asText()),
                said,
                inclusion,
                node.path("checkpoint").asText(),
                ProofFile.key(node));
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return List.of(Checkpoint.open(checkpoint, key));
    }

    @Override
    public String toJson() {
        var node = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        node.set("entry", said);
        node.put("leaf", Base64.getEncoder().encodeToString(leaf))
                .put("index", inclusion.index())
                .put("size", inclusion.size());
        ProofFile.write(inclusion.path(), node);
        return node.put("checkpoint", checkpoint).put("key", key.toString()).toPrettyString() + "\n";
    }

    @Override
    public List<String> verify(VerifierKey trusted) {
        var signed = Checkpoint.open(checkpoint, trusted);
        if (signed.size() != inclusion.size())
            throw new NotProven("the path is one in a tree of " + inclusion.size() + " entries, the checkpoint is of "
                    + signed.size());
        var root = inclusion
                .root(new TreeHash().leaf(leaf))
                .orElseThrow(() -> new NotProven("the path has not the length of one to entry " + inclusion.index()
                        + " of " + inclusion.size() + ", counted from 0"));
        if (!Arrays.equals(root, signed.root()))
            throw new NotProven(
                    "leaf and path do not lead to the root that was signed: the leaf, its index or a hash of the"
                            + " path was changed");
        var read = LeafReader.read(leaf);
        requireSame(read);
        if (read.path("seq").asLong() != inclusion.index() + 1)
            throw new NotProven("the leaf is that of entry " + read.path("seq").asLong() + ", its place that of "
                    + (inclusion.index() + 1));
        return LeafReader.sentences(read, signed);
    }

    /** The readable form is for people; what counts is the leaf. */
    private void requireSame(ObjectNode read) {
        if (said.equals(read)) return;
        var fields = read.fieldNames();
        while (fields.hasNext()) {
            var field = fields.next();
            if (!read.get(field).equals(said.path(field)))
                throw new NotProven("'" + field + "' is " + said.path(field)
                        + " in the readable form of the entry, and " + read.get(field) + " in the leaf that is proven");
        }
        throw new NotProven("the readable form of the entry says more than the leaf that is proven");
    }
}
