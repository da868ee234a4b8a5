package relais.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import relais.proof.Checkpoint;
import relais.proof.NotProven;
import relais.proof.VerifierKey;

/** A proof as a file of its own: everything that is needed to verify it, but trust in the key that it was signed with. */
public sealed interface ProofFile permits EntryProof, ConsistencyProof {

    /** The key that the hub signs with, as the file has it; whoever wants to be sure takes the one that was handed over. */
    VerifierKey key();

    /** The checkpoints in it, by size. @throws NotProven if one is not signed with the key of the file */
    List<Checkpoint> checkpoints();

    /** As JSON. */
    String toJson();

    /**
     * Verifies it.
     *
     * @param trusted the hub's key
     * @return what is proven, a sentence a line
     * @throws NotProven if anything does not fit; the message says what
     */
    List<String> verify(VerifierKey trusted);

    /** @throws NotProven if it is none */
    static ProofFile read(String json) {
        try {
            var node = new ObjectMapper().readTree(json);
            var format = node.path("format").asText();
            if (format.equals(EntryProof.FORMAT)) return EntryProof.read(node);
            if (format.equals(ConsistencyProof.FORMAT)) return ConsistencyProof.read(node);
            throw new NotProven("this is no proof of a ledger: its format is '" + format + "', not '"
                    + EntryProof.FORMAT + "' or '" + ConsistencyProof.FORMAT + "'");
        } catch (JsonProcessingException e) {
            throw new NotProven("this is no JSON, from line " + e.getLocation().getLineNr() + " on");
        }
    }

    /** As base64, in the order given. */
    static void write(List<byte[]> hashes, ObjectNode node) {
        var array = node.putArray("path");
        hashes.forEach(hash -> array.add(Base64.getEncoder().encodeToString(hash)));
    }

    static List<byte[]> path(JsonNode node) {
        var path = new ArrayList<byte[]>();
        for (var hash : node.path("path")) path.add(bytes("path", hash.asText()));
        return path;
    }

    static byte[] bytes(String field, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new NotProven("'" + field + "' holds what is no base64");
        }
    }

    static VerifierKey key(JsonNode node) {
        try {
            return VerifierKey.parse(node.path("key").asText());
        } catch (IllegalArgumentException e) {
            throw new NotProven("'key' is no key: " + e.getMessage());
        }
    }
}
