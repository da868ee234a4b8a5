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

    /** The codes, packed; none when every code is known. Final, so that a thread which finds it made by another finds it whole. */
    record Table(long[] slots) {

        /** Whether a code of one to eight bytes is one of them. */
        boolean contains(long packed) {
            var last = slots.length - 1;
            for (int slot = slot(packed) & last; slots[slot] != 0; slot = slot + 1 & last)
                if (slots[slot] == packed) return true;
            return false;
        }

        private static int slot(long packed) {
            return (int) (packed * 0x9E3779B97F4A7C15L >>> 40);
        }
    }

    private CodeSet(List<TextResource> lists, String element) {
        this.lists = lists;
        this.element = element;
    }

    /** The codes of an element, of which {@link CodeList#find} knows where they stand. */
    static CodeSet of(List<TextResource> lists, String element) {
        return new CodeSet(lists, element);
    }

    /** All of them, laid out to be looked up. */
    Table table() {
        var table = made;
        if (table == NOT_MADE) made = table = new Table(table(CodeList.closed(lists, element)));
        return table;
    }

    private static long[] table(Collection<String> codes) {
        if (codes.isEmpty()) return new long[0];
        var table = new long[Integer.highestOneBit(codes.size()) * 4];
        for (var code : codes) add(table, code.getBytes(StandardCharsets.ISO_8859_1));
        return table;
    }

    boolean isOpen() {
        return table().slots.length == 0;
    }

    boolean contains(byte[] bytes, int from, int to) {
        if (isOpen()) return true;
        return to - from <= EightBytes.MAX && from < to && table().contains(EightBytes.of(bytes, from, to));
    }

    /** The codes, in no order. */
    List<String> codes() {
        return Arrays.stream(table().slots)
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
        int slot = Table.slot(packed) & table.length - 1;
        while (table[slot] != 0 && table[slot] != packed) slot = (slot + 1) & (table.length - 1);
        table[slot] = packed;
    }
}
