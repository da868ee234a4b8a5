package relais.edi;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A text that grows at its end, and can be cut there. */
final class Line {
    private char[] characters = new char[256];
    private byte[] bytes = {};
    private int length;

    int length() {
        return length;
    }

    void cut(int to) {
        length = to;
    }

    void append(char character) {
        if (length == characters.length) grow(1);
        characters[length++] = character;
    }

    void append(String text) {
        if (length + text.length() > characters.length) grow(text.length());
        text.getChars(0, text.length(), characters, length);
        length += text.length();
    }

    private void grow(int more) {
        characters = Arrays.copyOf(characters, Math.max(length + more, length * 2));
    }

    /** Whether all characters from an index on are among those of a table; what is beyond it is not. */
    boolean isOf(boolean[] table, int from) {
        for (int i = from; i < length; i++) if (characters[i] >= table.length || !table[characters[i]]) return false;
        return true;
    }

    /** Writes each character as one byte, for a text that is all of ASCII. */
    void writeAscii(ByteArrayOutputStream out) {
        if (bytes.length < length) bytes = new byte[characters.length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) characters[i];
        out.write(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
