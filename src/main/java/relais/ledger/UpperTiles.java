package relais.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tiles above level 0, held against the roots of the tiles below them as these come, from left to right. */
final class UpperTiles {

    private record Tile(byte[] hashes, byte[] root) {}

    private final Snapshot snapshot;
    private final int shard;
    private final List<List<byte[]>> waiting = new ArrayList<>();

    UpperTiles(Snapshot snapshot, int shard) {
        this.snapshot = snapshot;
        this.shard = shard;
    }

    /** @param first index of the first of these tiles of level 0 */
    Optional<Fault> take(long first, List<byte[]> roots) {
        for (int n = 0; n < roots.size(); n++) {
            var fault = take(1, first + n, roots.get(n));
            if (fault.isPresent()) return fault;
        }
        return Optional.empty();
    }

    private Optional<Fault> take(int level, long index, byte[] root) {
        if (waiting.size() < level) waiting.add(new ArrayList<>());
        var below = waiting.get(level - 1);
        below.add(root);
        if (below.size() < Tiles.WIDTH) return Optional.empty();
        var own = index / Tiles.WIDTH;
        var fault = fault(level, own, below);
        if (fault.isPresent()) return fault;
        var above = snapshot.ask(jdbc -> new Tiles(jdbc, shard).root(below));
        below.clear();
        return take(level + 1, own, above);
    }

    private Optional<Fault> fault(int level, long index, List<byte[]> below) {
        var name = "tile " + shard + "/" + level + "/" + index;
        var stored = snapshot.ask(jdbc -> jdbc.sql(
                        "select hashes, root from tile where shard = :shard and level = :level and index = :index")
                .param("shard", shard)
                .param("level", level)
                .param("index", index)
                .query((row, n) -> new Tile(row.getBytes(1), row.getBytes(2)))
                .optional());
        if (stored.isEmpty()) return Optional.of(Fault.missing(name, "is missing"));
        if (stored.get().hashes.length != Tiles.BYTES) return Optional.of(Fault.edited(name, "has not 256 hashes"));
        var hashes = Tiles.split(stored.get().hashes);
        for (int n = 0; n < Tiles.WIDTH; n++)
            if (!Arrays.equals(hashes.get(n), below.get(n)))
                return Optional.of(Fault.edited(
                        name,
                        "has another root of tile " + shard + "/" + (level - 1) + "/" + (index * Tiles.WIDTH + n)
                                + " than that tile"));
        if (!Arrays.equals(stored.get().root, snapshot.ask(jdbc -> new Tiles(jdbc, shard).root(below))))
            return Optional.of(Fault.edited(name, "has a root that does not follow from its hashes"));
        return Optional.empty();
    }
}
