package relais.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void growsOnFromItsFrontierAsIfItHadNeverStopped() {
        var whole = MerkleTree.empty();
        var roots = new ArrayList<byte[]>();
        for (int n = 0; n < 200; n++) {
            var resumed = new MerkleTree(n, whole.frontier());
            resumed.add(leaf(n));
            whole.add(leaf(n));
            assertThat(resumed.root()).isEqualTo(whole.root());
            roots.add(whole.root());
        }

        assertThat(roots).doesNotHaveDuplicates();
    }

    @Test
    void refusesAFrontierOfAnotherSize() {
        assertThatThrownBy(() -> new MerkleTree(3, new byte[32]))
                .hasMessage("a tree of 3 leaves has 2 complete subtrees, got 32 bytes of hashes");
    }

    private static byte[] leaf(int n) {
        return MerkleTree.leaf(Integer.toString(n).getBytes(UTF_8));
    }
}
