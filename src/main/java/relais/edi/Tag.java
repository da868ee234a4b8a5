package relais.edi;

/** Tags as numbers, which are quick to compare: two or three characters, the first lowest; every other tag is 0. */
final class Tag {
    private Tag() {}

    static int key(String tag) {
        if (tag.length() < 2 || tag.length() > 3 || tag.endsWith("\0")) return 0;
        if (tag.chars().anyMatch(letter -> letter > 0xff)) return 0;
        return tag.charAt(0) | tag.charAt(1) << 8 | (tag.length() == 3 ? tag.charAt(2) << 16 : 0);
    }

    /** The same of plain bytes. */
    static int key(byte[] bytes, int from, int to) {
        return to - from < 2 || to - from > 3 ? 0 : (int) EightBytes.of(bytes, from, to);
    }
}
