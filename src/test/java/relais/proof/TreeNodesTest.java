package relais.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots and proofs of RFC 6962, section 2.1. */
class TreeNodesTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The leaves that implementations of Certificate Transparency test each other with. */
    private static final Tree GOLDEN = new Tree(Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HEX::parseHex)
            .toList());

    private static final int ALL_SIZES = 600;
    private static final Tree NUMBERS = new Tree(IntStream.range(0, 100_000)
            .mapToObj(n -> Integer.toString(n).getBytes(UTF_8))
            .toList());

    @ParameterizedTest(name = "{0} leaves")
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheRootThatOthersHave(int size, String root) {
        assertThat(HEX.formatHex(GOLDEN.root(size))).isEqualTo(root);
    }

    @ParameterizedTest(name = "leaf {0} of {1}")
    @CsvSource({
        "0, 1,",
        "0, 2, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "1, 2, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    })
    void provesALeafAsOthersDo(long index, long size, String path) {
        assertThat(hex(GOLDEN.inclusion(index, size).path())).isEqualTo(path == null ? "" : path);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "1, 1,",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    })
    void provesABeginningAsOthersDo(long from, long to, String path) {
        assertThat(hex(GOLDEN.consistency(from, to).path())).isEqualTo(path == null ? "" : path);
    }

    @Test
    void provesEveryLeafOfEverySize() {
        for (int size = 1; size <= ALL_SIZES; size++) {
            var root = NUMBERS.plainRoot(0, size);
            for (int index = 0; index < size; index++)
                assertThat(NUMBERS.inclusion(index, size).root(NUMBERS.leaf(index)))
                        .hasValueSatisfying(found -> assertThat(found).isEqualTo(root));
        }
    }

    @Test
    void provesEveryBeginningOfEverySize() {
        var roots = IntStream.rangeClosed(0, ALL_SIZES)
                .mapToObj(n -> NUMBERS.plainRoot(0, n))
                .toList();
        for (int to = 0; to <= ALL_SIZES; to++)
            for (int from = 0; from <= to; from++)
                assertThat(NUMBERS.consistency(from, to).joins(roots.get(from), roots.get(to)))
                        .as("%d in %d", from, to)
                        .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void provesLargeTrees(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < 30; n++) {
            var to = 1 + random.nextInt(NUMBERS.size());
            var from = random.nextInt(to);
            var root = NUMBERS.plainRoot(0, to);
            assertThat(NUMBERS.inclusion(from, to).root(NUMBERS.leaf(from)).orElseThrow())
                    .isEqualTo(root);
            assertThat(NUMBERS.consistency(from, to).joins(NUMBERS.plainRoot(0, from), root))
                    .isTrue();
        }
    }

    @Test
    void refusesEveryWrongInclusion() {
        for (var size : new int[] {1, 2, 3, 7, 8, 9, 63, 64, 65}) {
            var root = NUMBERS.root(size);
            for (int index = 0; index < size; index++) {
                var right = NUMBERS.inclusion(index, size);
                for (var wrong : wrong(right.path()))
                    assertThat(proves(new Inclusion(index, size, wrong), NUMBERS.leaf(index), root))
                            .isFalse();
                assertThat(proves(right, NUMBERS.leaf(size), root)).isFalse();
                assertThat(proves(new Inclusion(size, size, right.path()), NUMBERS.leaf(index), root))
                        .isFalse();
                assertThat(proves(new Inclusion(-1, size, right.path()), NUMBERS.leaf(index), root))
                        .isFalse();
                for (int other = 0; other < size; other++)
                    if (other != index)
                        assertThat(proves(new Inclusion(other, size, right.path()), NUMBERS.leaf(index), root))
                                .isFalse();
            }
        }
    }

    @Test
    void refusesEveryWrongConsistency() {
        for (var to : new int[] {2, 3, 7, 8, 9, 63, 64, 65})
            for (int from = 1; from < to; from++) {
                var right = NUMBERS.consistency(from, to);
                var fromRoot = NUMBERS.root(from);
                var toRoot = NUMBERS.root(to);
                for (var wrong : wrong(right.path()))
                    assertThat(new Consistency(from, to, wrong).joins(fromRoot, toRoot))
                            .isFalse();
                assertThat(right.joins(toRoot, toRoot)).isFalse();
                assertThat(right.joins(fromRoot, fromRoot)).isFalse();
                assertThat(new Consistency(to, from, right.path()).joins(fromRoot, toRoot))
                        .isFalse();
                assertThat(new Consistency(from, from, List.of()).joins(fromRoot, toRoot))
                        .isFalse();
                assertThat(new Consistency(0, to, List.of()).joins(fromRoot, toRoot))
                        .isFalse();
            }
    }

    @Test
    void hasNoProofOfWhatIsNotThere() {
        assertThatThrownBy(() -> GOLDEN.inclusion(8, 8)).hasMessage("a tree of 8 leaves has no leaf 8");
        assertThatThrownBy(() -> GOLDEN.consistency(8, 7)).hasMessage("no tree of 7 leaves begins with one of 8");
    }

    /** One hash changed, left out, added, or two in each other's place. */
    private static List<List<byte[]>> wrong(List<byte[]> path) {
        var all = new ArrayList<List<byte[]>>();
        for (int i = 0; i < path.size(); i++) {
            var changed = new ArrayList<>(path);
            var hash = path.get(i).clone();
            hash[i % TreeHash.BYTES] ^= 1;
            changed.set(i, hash);
            all.add(changed);
            var shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
            if (i == 0) continue;
            var swapped = new ArrayList<>(path);
            swapped.set(i, path.get(i - 1));
            swapped.set(i - 1, path.get(i));
            all.add(swapped);
        }
        var longer = new ArrayList<>(path);
        longer.add(new byte[TreeHash.BYTES]);
        all.add(longer);
        return all;
    }

    private static boolean proves(Inclusion inclusion, byte[] leaf, byte[] root) {
        return inclusion.root(leaf).filter(found -> Arrays.equals(found, root)).isPresent();
    }

    private static String hex(List<byte[]> path) {
        return String.join(" ", path.stream().map(HEX::formatHex).toList());
    }

    /** All levels of complete subtrees in memory; beside it the root as RFC 6962 defines it. */
    private static final class Tree implements TreeNodes {

        private final TreeHash hash = new TreeHash();
        private final List<List<byte[]>> levels = new ArrayList<>();

        Tree(List<byte[]> contents) {
            levels.add(contents.stream().map(hash::leaf).toList());
            for (var below = levels.get(0); below.size() > 1; below = levels.get(levels.size() - 1)) {
                var above = new ArrayList<byte[]>();
                for (int i = 0; i + 1 < below.size(); i += 2) above.add(hash.node(below.get(i), below.get(i + 1)));
                levels.add(above);
            }
        }

        int size() {
            return levels.get(0).size();
        }

        byte[] leaf(int index) {
            return levels.get(0).get(index);
        }

        @Override
        public byte[] at(int level, long index) {
            return levels.get(level).get((int) index);
        }

        /** MTH(D[start:end]). */
        byte[] plainRoot(int start, int end) {
            if (start == end) return TreeHash.ofNothing();
            if (end - start == 1) return leaf(start);
            var middle = start + Integer.highestOneBit(end - start - 1);
            return hash.node(plainRoot(start, middle), plainRoot(middle, end));
        }
    }
}
