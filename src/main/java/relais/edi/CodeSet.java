package relais.edi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The codes an element may hold, looked up by bytes without making text of them. Codes are at most eight ASCII characters. */
final class CodeSet {
    /** No list: every code is known. */
    static final CodeSet OPEN = new CodeSet(new long[0]);

    private final long[] table;

    private CodeSet(long[] table) {
        this.table = table;
    }

    static CodeSet of(Collection<String> codes) {
        if (codes.isEmpty()) return OPEN;
        var set = new CodeSet(new long[Integer.highestOneBit(codes.size()) * 4]);
        for (var code : codes) set.add(code.getBytes(StandardCharsets.ISO_8859_1));
        return set;
    }

    boolean isOpen() {
        return table.length == 0;
    }

    boolean contains(byte[] bytes, int from, int to) {
        if (table.length == 0) return true;
        return to - from <= EightBytes.MAX && from < to && contains(EightBytes.of(bytes, from, to));
    }

    /** The same of a code of one to eight bytes. */
    boolean contains(long packed) {
        if (table.length == 0) return true;
        for (int slot = slot(packed); table[slot] != 0; slot = (slot + 1) & (table.length - 1))
            if (table[slot] == packed) return true;
        return false;
    }

    /** The codes, in no order. */
    List<String> codes() {
        return Arrays.stream(table)
                .filter(packed -> packed != 0)
                .mapToObj(CodeSet::unpack)
                .toList();
    }

    private static String unpack(long packed) {
        var text = new StringBuilder();
        for (long rest = packed; rest != 0; rest >>>= 8) text.append((char) (rest & 0xff));
        return text.toString();
    }

    private void add(byte[] code) {
        if (code.length > EightBytes.MAX || code.length == 0)
            throw new IllegalArgumentException("code of " + code.length + " bytes: " + Arrays.toString(code));
        var packed = EightBytes.of(code, 0, code.length);
        int slot = slot(packed);
        while (table[slot] != 0 && table[slot] != packed) slot = (slot + 1) & (table.length - 1);
        table[slot] = packed;
    }

    private int slot(long packed) {
        var mixed = packed * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (table.length - 1);
    }
}
