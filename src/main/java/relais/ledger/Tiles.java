package relais.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.proof.TreeHash;
import relais.proof.TreeNodes;

/**
 * The hash tree of a shard as it is stored: tiles of 256 hashes, each with its root. Level 0 holds the hashes of leaves, level 1 the
 * roots of tiles of level 0, and so on. A tile is written once, when its last hash is known; what lies right of the complete ones is
 * read from the entries and from the roots one level below. Any subtree follows from at most two rows of a level.
 *
 * @see "https://c2sp.org/tlog-tiles"
 */
final class Tiles implements TreeNodes {

    /** Hashes in a tile. */
    static final int WIDTH = 256;

    static final int BYTES = WIDTH * TreeHash.BYTES;

    private static final int LEVELS_PER_TILE = 8;

    private final JdbcClient jdbc;
    private final int shard;
    private final TreeHash hash = new TreeHash();
    private final Map<Place, List<byte[]>> read = new HashMap<>();

    private record Place(int level, long index) {}

    /** @param jdbc in one transaction, or for tiles that are all written already; what was read is kept */
    Tiles(JdbcClient jdbc, int shard) {
        this.jdbc = jdbc;
        this.shard = shard;
    }

    @Override
    public byte[] at(int level, long index) {
        var tileLevel = level / LEVELS_PER_TILE;
        var width = 1 << level % LEVELS_PER_TILE;
        var first = index * width;
        var hashes = read.computeIfAbsent(new Place(tileLevel, first / WIDTH), this::read);
        var from = (int) (first % WIDTH);
        if (from + width > hashes.size())
            throw new IllegalStateException("tile " + shard + "/" + tileLevel + "/" + first / WIDTH + " is missing");
        return root(hashes.subList(from, from + width));
    }

    /** Writes the tiles that become complete with these leaves, whose entries are written already. @param from leaves before them */
    void append(long from, List<byte[]> leaves) {
        var hashes = leaves;
        var start = from;
        for (int level = 0; completesOne(start, hashes.size()); level++) {
            var all = new ArrayList<>(stored(level, start - start % WIDTH, start));
            all.addAll(hashes);
            hashes = write(level, start / WIDTH, all);
            start /= WIDTH;
        }
    }

    private static boolean completesOne(long start, int hashes) {
        return (start + hashes) / WIDTH > start / WIDTH;
    }

    /** @return the roots of the tiles written */
    private List<byte[]> write(int level, long index, List<byte[]> hashes) {
        var tiles = hashes.size() / WIDTH;
        var contents = new byte[tiles][];
        var roots = new byte[tiles][];
        for (int n = 0; n < tiles; n++) {
            var ofTile = hashes.subList(n * WIDTH, (n + 1) * WIDTH);
            contents[n] = join(ofTile);
            roots[n] = root(ofTile);
        }
        jdbc.sql("""
                        insert into tile (shard, level, index, hashes, root)
                        select :shard, :level, :first + n - 1, hashes, root
                        from unnest(:hashes, :roots) with ordinality given (hashes, root, n)""")
                .param("shard", shard)
                .param("level", level)
                .param("first", index)
                .param("hashes", contents)
                .param("roots", roots)
                .update();
        return List.of(roots);
    }

    /** The root over 2^n hashes. */
    byte[] root(List<byte[]> hashes) {
        var level = hashes;
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) above.add(hash.node(level.get(i), level.get(i + 1)));
            level = above;
        }
        return level.get(0);
    }

    /** Hashes that stand in a tile, or as far as there are any for one. */
    private List<byte[]> read(Place place) {
        var below = place.level == 0
                ? LEAVES.formatted("string_agg(leaf, '' order by seq)")
                : ROOTS.formatted("string_agg(root, '' order by index)");
        return within(
                        place.level,
                        place.index * WIDTH,
                        (place.index + 1) * WIDTH,
                        "select coalesce((select hashes from tile where shard = :shard and level = :level and index = :index), ("
                                + below + "), '')")
                .param("level", place.level)
                .param("index", place.index)
                .query((row, n) -> split(row.getBytes(1)))
                .single();
    }

    private static final String LEAVES = "select %s from entry where shard = :shard and seq > :start and seq <= :end";

    private static final String ROOTS =
            "select %s from tile where shard = :shard and level = :below and index >= :start and index < :end";

    /** Hashes of a level that are in no tile yet, from {@code start} to before {@code end}, as far as there are any. */
    private List<byte[]> stored(int level, long start, long end) {
        if (start == end) return List.of();
        var sql = level == 0 ? LEAVES.formatted("leaf") + " order by seq" : ROOTS.formatted("root") + " order by index";
        return within(level, start, end, sql).query((row, n) -> row.getBytes(1)).list();
    }

    private JdbcClient.StatementSpec within(int level, long start, long end, String sql) {
        var query = jdbc.sql(sql).param("shard", shard).param("start", start).param("end", end);
        return level == 0 ? query : query.param("below", level - 1);
    }

    /** Hashes that stand one after the other. */
    static List<byte[]> split(byte[] hashes) {
        var all = new ArrayList<byte[]>(hashes.length / TreeHash.BYTES);
        for (int at = 0; at < hashes.length; at += TreeHash.BYTES)
            all.add(Arrays.copyOfRange(hashes, at, at + TreeHash.BYTES));
        return all;
    }

    private static byte[] join(List<byte[]> hashes) {
        var all = new byte[hashes.size() * TreeHash.BYTES];
        for (int i = 0; i < hashes.size(); i++)
            System.arraycopy(hashes.get(i), 0, all, i * TreeHash.BYTES, TreeHash.BYTES);
        return all;
    }
}
