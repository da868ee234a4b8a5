package relais.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relais.ledger.Ledgers.invoice;
import static relais.ledger.Ledgers.order;
import static relais.ledger.Ledgers.stockOrder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.proof.NotProven;
import relais.proof.SigningKey;
import relais.proof.TreeHash;

/** Checkpoints, and what can be proven under them to somebody who has nothing but a file and a key. */
class ProofsTest {

    private static final UUID CONSUMER = UUID.fromString("7d0c4f1e-93a2-4b58-8c6d-2f1ab3e05974");
    private static final Ledgers books = new Ledgers();
    private static final Checkpoints checkpoints = new Checkpoints(books.database.jdbc(), key("00"));
    private static final Proofs proofs = new Proofs(books.database.jdbc(), checkpoints);

    /** Entries 1 to 7 under a checkpoint; then 8 to 1107, over four tiles, under another. */
    @BeforeAll
    static void trade() {
        books.book(
                order("acme-retail", "PO-1", CONSUMER, "2026-11-16"),
                invoice("acme-retail", "INV-1", "PO-1", "2026-11-17", "100.00 USD"));
        checkpoints.make();
        books.book(IntStream.range(0, 1_100)
                .mapToObj(n -> stockOrder("acme-retail", "S-" + n, "2026-11-16"))
                .toArray(Fact[]::new));
        checkpoints.make();
    }

    @AfterAll
    static void close() {
        books.close();
    }

    @Test
    void saysInWordsWhatIsProven() {
        var file = proofs.entry(7).orElseThrow().toJson();

        assertThat(ProofFile.read(file).verify(checkpoints.key()))
                .containsExactly(
                        "Entry 0/7 is in the ledger maison-lumen/ledger/0, under the checkpoint of 7 entries.",
                        "It is an accrual for acme-retail of 2026-11-17, booked at 2026-11-23T10:00:00Z by version 1 of its terms.",
                        "It moves 12.00 USD from commission expense to commission held:acme-retail.",
                        "Because: "
                                + books.entries
                                        .byPartner("acme-retail", 8, 1)
                                        .get(0)
                                        .explanation());
    }

    /** Two partners that lay their proofs side by side cannot tell whether they share a consumer. */
    @Test
    void namesNoConsumer() {
        var hashes = new HashSet<String>();
        for (long seq = 4; seq <= 7; seq++) {
            var proof = proofs.entry(seq).orElseThrow();

            assertThat(proof.toJson()).doesNotContain(CONSUMER.toString());
            assertThat(HexFormat.of().formatHex(proof.leaf()))
                    .doesNotContain(CONSUMER.toString().replace("-", ""));
            hashes.add(proof.said().path("consumerHash").asText());
        }
        assertThat(hashes).hasSize(4).doesNotContain("");
    }

    @Test
    void provesEveryEntryUnderItsCheckpoint() {
        for (long seq = 1; seq <= 1_107; seq++) {
            var proof = ProofFile.read(proofs.entry(seq).orElseThrow().toJson());
            assertThat(proof.verify(checkpoints.key()).get(0))
                    .isEqualTo("Entry 0/" + seq + " is in the ledger maison-lumen/ledger/0, under the checkpoint of "
                            + (seq <= 7 ? 7 : 1_107) + " entries.");
        }
    }

    @Test
    void hasTheRootsAndProofsOfATreeInMemory() {
        var leaves = books.database
                .jdbc()
                .sql("select leaf from entry order by seq")
                .query((row, n) -> row.getBytes(1))
                .list();
        var tree = MerkleTree.empty();
        for (int size = 0; size < leaves.size(); size++) {
            if (size % 37 == 0 || size % 256 < 2)
                assertThat(new Tiles(books.database.jdbc(), 0).root(size)).isEqualTo(tree.root());
            tree.add(leaves.get(size));
        }
        var tiles = new Tiles(books.database.jdbc(), 0);
        var from = tiles.root(700);
        assertThat(tiles.consistency(700, 1_107).joins(from, tree.root())).isTrue();
        assertThat(tiles.consistency(700, 1_107).joins(TreeHash.ofNothing(), tree.root()))
                .isFalse();
    }

    @Test
    void provesThatNothingWasRewrittenBetweenTwoCheckpoints() {
        var file = proofs.consistency(7, 1_107).orElseThrow().toJson();

        assertThat(ProofFile.read(file).verify(checkpoints.key()))
                .containsExactly(
                        "The first 7 entries of ledger maison-lumen/ledger/0 are unchanged in the ledger of 1107 entries.");
    }

    @Test
    void provesNothingOfWhatIsNotThere() {
        assertThat(proofs.entry(0)).isEmpty();
        assertThat(proofs.entry(1_108)).isEmpty();
        assertThat(proofs.consistency(7, 8)).isEmpty();
        assertThat(proofs.consistency(1_107, 7)).isEmpty();
    }

    @Test
    void signsTheSameOnceAndNothingThatContradictsIt() {
        assertThat(checkpoints.make()).isEqualTo(checkpoints.latest());
        assertThat(books.count("checkpoint")).isEqualTo(2);

        var transaction = books.begin();
        books.database
                .jdbc()
                .sql("set local session_replication_role = replica")
                .update();
        books.database.jdbc().sql("delete from checkpoint where size > 7").update();
        books.database
                .jdbc()
                .sql("update tile set hashes = set_byte(hashes, 0, 1 # get_byte(hashes, 0))")
                .update();
        assertThatThrownBy(checkpoints::make).hasMessageContaining("does not begin any more with the 7 entries");
        books.undo(transaction);
    }

    @Test
    void saysWhatDoesNotFitInAFileThatWasChanged() {
        assertThatEdited(node -> node.put("leaf", withLastByte(node)))
                .startsWith("leaf and path do not lead to the root");
        assertThatEdited(node -> node.put("index", 5))
                .isEqualTo("the path has not the length of one to entry 5 of 7, counted from 0");
        assertThatEdited(node -> node.put("index", 7))
                .isEqualTo("the path has not the length of one to entry 7 of 7, counted from 0");
        assertThatEdited(node -> node.put("size", 8))
                .isEqualTo("the path is one in a tree of 8 entries, the checkpoint is of 7");
        assertThatEdited(node -> node.withArray("path").remove(0)).startsWith("the path has not the length");
        assertThatEdited(node -> node.withArray("path").set(0, new TextNode("?")))
                .isEqualTo("'path' holds what is no base64");
        assertThatEdited(node -> ((ObjectNode) node.at("/entry/postings/0")).put("amount", "1200.00 USD"))
                .startsWith("'postings' is [{")
                .contains("in the readable form of the entry");
        assertThatEdited(node -> ((ObjectNode) node.path("entry")).put("note", "x"))
                .isEqualTo("the readable form of the entry says more than the leaf that is proven");
        assertThatEdited(node ->
                        node.put("checkpoint", node.path("checkpoint").asText().replace("\n7\n", "\n8\n")))
                .startsWith("the signature does not fit the checkpoint of 8 entries");
        assertThatEdited(node -> node.put("format", "x")).startsWith("this is no proof of a ledger: its format is 'x'");
    }

    @Test
    void refusesAProofUnderTheKeyOfAnother() {
        var proof = proofs.entry(7).orElseThrow();

        assertThatThrownBy(() -> proof.verify(key("01").verifier()))
                .hasMessageStartingWith("the checkpoint is not signed with the key");
    }

    private static String withLastByte(ObjectNode node) {
        var leaf = Base64.getDecoder().decode(node.path("leaf").asText());
        leaf[leaf.length - 1] ^= 1;
        return Base64.getEncoder().encodeToString(leaf);
    }

    private static AbstractStringAssert<?> assertThatEdited(Consumer<ObjectNode> edit) {
        try {
            var node = (ObjectNode)
                    new ObjectMapper().readTree(proofs.entry(7).orElseThrow().toJson());
            edit.accept(node);
            ProofFile.read(node.toString()).verify(checkpoints.key());
            return assertThat("nothing found");
        } catch (NotProven e) {
            return assertThat(e.getMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningKey key(String byteInHex) {
        return SigningKey.of("maison-lumen/ledger/0", HexFormat.of().parseHex(byteInHex.repeat(32)));
    }
}
