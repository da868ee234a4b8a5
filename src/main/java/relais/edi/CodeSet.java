package relais.edi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The codes an element may hold, looked up by bytes without making text of them. The list is read when the first
 * value comes: most elements of a directory never do. Codes are at most eight ASCII characters. */
final class CodeSet {
    private static final Table NOT_MADE = new Table(new long[0]);

    /** No list: every code is known. */
    static final CodeSet OPEN = new CodeSet(List.of(), "");

    private final List<TextResource> lists;
    private final String element;
    private Table made = NOT_MADE;

    /** Final, so that a thread which finds it made by another finds it whole. */
    private record Table(long[] slots) {}

    private CodeSet(List<TextResource> lists, String element) {
        this.lists = lists;
        this.element = element;
    }

    /** The codes of an element, of which {@link CodeList#find} knows where they stand. */
    static CodeSet of(List<TextResource> lists, String element) {
        return new CodeSet(lists, element);
    }

    private long[] table() {
        var table = made;
        if (table == NOT_MADE) made = table = new Table(table(CodeList.closed(lists, element)));
        return table.slots;
    }

    private static long[] table(Collection<String> codes) {
        if (codes.isEmpty()) return new long[0];
        var table = new long[Integer.highestOneBit(codes.size()) * 4];
        for (var code : codes) add(table, code.getBytes(StandardCharsets.ISO_8859_1));
        return table;
    }

    boolean isOpen() {
        return table().length == 0;
    }

    boolean contains(byte[] bytes, int from, int to) {
        if (isOpen()) return true;
        return to - from <= EightBytes.MAX && from < to && contains(EightBytes.of(bytes, from, to));
    }

    /** The same of a code of one to eight bytes. */
    boolean contains(long packed) {
        var table = table();
        if (table.length == 0) return true;
        for (int slot = slot(table, packed); table[slot] != 0; slot = (slot + 1) & (table.length - 1))
            if (table[slot] == packed) return true;
        return false;
    }

    /** The codes, in no order. */
    List<String> codes() {
        return Arrays.stream(table())
                .filter(packed -> packed != 0)
                .mapToObj(CodeSet::unpack)
                .toList();
    }

    private static String unpack(long packed) {
        var text = new StringBuilder();
        for (long rest = packed; rest != 0; rest >>>= 8) text.append((char) (rest & 0xff));
        return text.toString();
    }

    private static void add(long[] table, byte[] code) {
        if (code.length > EightBytes.MAX || code.length == 0)
            throw new IllegalArgumentException("code of " + code.length + " bytes: " + Arrays.toString(code));
        var packed = EightBytes.of(code, 0, code.length);
        int slot = slot(table, packed);
        while (table[slot] != 0 && table[slot] != packed) slot = (slot + 1) & (table.length - 1);
        table[slot] = packed;
    }

    private static int slot(long[] table, long packed) {
        var mixed = packed * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (table.length - 1);
    }
}
