package relais.proof;

import java.util.ArrayList;
import java.util.List;

/** The complete subtrees of a growing tree, from which the root and the proofs of every size it had follow. */
@FunctionalInterface
public interface TreeNodes {

    /**
     * The hash over 2^level leaves.
     *
     * @param level 0 for leaves
     * @param index of the subtree among those of its level, from 0
     */
    byte[] at(int level, long index);

    /** The root of the first {@code size} leaves. */
    default byte[] root(long size) {
        return over(0, size);
    }

    /**
     * @param index from 0
     * @throws IllegalArgumentException if a tree of this size has no such leaf
     */
    default Inclusion inclusion(long index, long size) {
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        var path = new ArrayList<byte[]>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            var middle = start + Long.highestOneBit(end - start - 1);
            var left = index < middle;
            path.add(0, left ? over(middle, end) : over(start, middle));
            if (left) end = middle;
            else start = middle;
        }
        return new Inclusion(index, size, path);
    }

    /** @throws IllegalArgumentException unless {@code 0 <= from <= to} */
    default Consistency consistency(long from, long to) {
        if (from < 0 || from > to)
            throw new IllegalArgumentException("no tree of " + to + " leaves begins with one of " + from);
        var path = new ArrayList<byte[]>();
        long start = 0;
        var end = from == 0 ? from : to;
        while (end > from) {
            var middle = start + Long.highestOneBit(end - start - 1);
            var left = from <= middle;
            path.add(0, left ? over(middle, end) : over(start, middle));
            if (left) end = middle;
            else start = middle;
        }
        if (start > 0) path.add(0, over(start, end));
        return new Consistency(from, to, path);
    }

    /** The root of the leaves from {@code start} to before {@code end}, where a subtree as large as this may start. */
    private byte[] over(long start, long end) {
        var subtrees = new ArrayList<byte[]>();
        var at = start;
        while (at < end) {
            var leaves = Long.highestOneBit(end - at);
            var level = Long.numberOfTrailingZeros(leaves);
            subtrees.add(at(level, at >> level));
            at += leaves;
        }
        return new TreeHash().fold(List.copyOf(subtrees));
    }
}
