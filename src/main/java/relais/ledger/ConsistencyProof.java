package relais.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import relais.proof.Checkpoint;
import relais.proof.Consistency;
import relais.proof.NotProven;
import relais.proof.VerifierKey;

/**
 * That the ledger under one checkpoint is the beginning of that under another: nothing in it was changed, left out or put in.
 *
 * @param from the earlier signed note
 * @param to the later signed note
 * @param key that both are signed with
 */
public record ConsistencyProof(Consistency consistency, String from, String to, VerifierKey key) implements ProofFile {

    static final String FORMAT = "relais ledger consistency proof 1";

    static ConsistencyProof read(JsonNode node) {
        var consistency = new Consistency(
                node.path("fromSize").asLong(), node.path("toSize").asLong(), ProofFile.path(node));
        return new ConsistencyProof(
                consistency, node.path("from").asText(), node.path("to").asText(), ProofFile.key(node));
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return List.of(Checkpoint.open(from, key), Checkpoint.open(to, key));
    }

    @Override
    public String toJson() {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("fromSize", consistency.from())
                .put("toSize", consistency.to());
        ProofFile.write(consistency.path(), node);
        return node.put("from", from).put("to", to).put("key", key.toString()).toPrettyString() + "\n";
    }

    @Override
    public List<String> verify(VerifierKey trusted) {
        var earlier = Checkpoint.open(from, trusted);
        var later = Checkpoint.open(to, trusted);
        if (earlier.size() != consistency.from() || later.size() != consistency.to())
            throw new NotProven("the path is one from " + consistency.from() + " to " + consistency.to()
                    + " entries, the checkpoints are of " + earlier.size() + " and " + later.size());
        if (!consistency.joins(earlier.root(), later.root()))
            throw new NotProven("the path does not join the checkpoints: the ledger of " + later.size()
                    + " entries does not begin with that of " + earlier.size());
        return List.of("The first " + earlier.size() + " entries of ledger " + earlier.origin()
                + " are unchanged in the ledger of " + later.size() + " entries.");
    }
}
