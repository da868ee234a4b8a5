package relais.edi;

/**
 * Code extension by escape sequences, as syntax identifier UNOX has it: between the sequence that begins a set of two-byte characters and the
 * one that returns to single bytes no byte is a delimiter.
 *
 * @see "ISO/IEC 2022, clause 13"
 */
final class CodeExtension {
    static final byte ESCAPE = 0x1b;

    private CodeExtension() {}

    /**
     * Index of the last byte of what an escape sequence begins: its own last byte where it designates single bytes, else that of the sequence
     * which returns to them; the last index there is when none does.
     */
    static int end(byte[] bytes, int escape, int limit) {
        if (escape + 1 < limit && bytes[escape + 1] != '$') return Math.min(escape + 2, limit - 1);
        for (int i = escape + 2; i + 2 < limit; i++) if (bytes[i] == ESCAPE && bytes[i + 1] == '(') return i + 2;
        return limit - 1;
    }
}
