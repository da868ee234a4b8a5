package relais.edi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Breaks interchanges: bytes, ranges, whole segments, words of the standards, and parts of other interchanges. */
final class Mutator {
    private static final byte[] DELIMITERS = "*~>^+':?\r\n|\u001c\u001d\u001f ".getBytes(StandardCharsets.ISO_8859_1);
    private static final String[] WORDS = {
        "ISA*",
        "IEA*1*000000042~",
        "GS*PO*A*B*20260305*0912*7*X*004010~",
        "GE*1*7~",
        "ST*850*0001~",
        "SE*8*0001~",
        "ST*997*1~",
        "TA1*000000042*260305*0912*R*024~",
        "HL*1*1*S~",
        "BIN*5*a~b~c~",
        "AK1*PO*7~",
        "CTT*1~",
        "UNA:+.? '",
        "UNA",
        "UNB+UNOY:4+",
        "UNB+UNOA:1+A+B+260305:0912+1'",
        "UNG+ORDERS+A+B+260305:0912+1+UN+D:96A'",
        "UNE+1+1'",
        "UNH+1+ORDERS:D:96A:UN'",
        "UNT+10+1'",
        "UNZ+1+77'",
        "UNS+S'",
        "DTM+137:20260305:102'",
        "CNT+2:1'",
        "005010",
        "00501",
        "0",
        "99999999999",
        "-",
        "E9",
        "\u00ef\u00bb\u00bf",
        "\u001a",
        "~~",
        "''",
        "??",
        "**",
        "::",
        "\u00c3",
        "\u0000"
    };

    private final List<byte[]> seeds;
    private final SplittableRandom random;

    Mutator(List<byte[]> seeds, SplittableRandom random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] next() {
        var bytes = seed();
        for (int n = 1 + random.nextInt(4); n > 0; n--) bytes = mutate(bytes);
        return bytes;
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size())).clone();
    }

    private byte[] mutate(byte[] bytes) {
        if (bytes.length < 4) return seed();
        var at = random.nextInt(bytes.length);
        return switch (random.nextInt(12)) {
            case 0 -> put(bytes, at, (byte) random.nextInt(256));
            case 1 -> put(bytes, at, DELIMITERS[random.nextInt(DELIMITERS.length)]);
            case 2 -> put(bytes, at, bytes[random.nextInt(bytes.length)]);
            case 3 -> splice(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(4)), new byte[0]);
            case 4 -> splice(bytes, at, at, new byte[] {DELIMITERS[random.nextInt(DELIMITERS.length)]});
            case 5 -> splice(bytes, at, at, word());
            case 6 -> splice(bytes, at, Math.min(bytes.length, at + 6), word());
            case 7 -> digits(bytes, at);
            case 8 -> splice(bytes, segment(bytes, at), segment(bytes, random.nextInt(bytes.length)), new byte[0]);
            case 9 -> twice(bytes, segment(bytes, at), segment(bytes, random.nextInt(bytes.length)));
            case 10 -> joined(bytes, at);
            default -> random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : segmentMoved(bytes, at);
        };
    }

    private byte[] word() {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] put(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }

    /** Puts something in the place of a range; of a range whose ends are the other way round, nothing is taken. */
    private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
        var end = Math.max(from, to);
        var spliced = Arrays.copyOf(bytes, bytes.length - (end - from) + between.length);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, end, spliced, from + between.length, bytes.length - end);
        return spliced;
    }

    /** Where the segment begins that a byte belongs to. */
    private static int segment(byte[] bytes, int at) {
        var from = at;
        while (from > 0 && bytes[from - 1] != '~' && bytes[from - 1] != '\'') from--;
        return from;
    }

    private byte[] twice(byte[] bytes, int from, int to) {
        return from < to ? splice(bytes, to, to, Arrays.copyOfRange(bytes, from, Math.min(to, from + 200))) : bytes;
    }

    private byte[] segmentMoved(byte[] bytes, int at) {
        var from = segment(bytes, at);
        var to = Math.min(bytes.length, at + 12);
        var moved = Arrays.copyOfRange(bytes, from, to);
        var rest = splice(bytes, from, to, new byte[0]);
        var into = segment(rest, random.nextInt(rest.length + 1));
        return splice(rest, into, into, moved);
    }

    /** The beginning of one and the end of another. */
    private byte[] joined(byte[] bytes, int at) {
        var other = seed();
        var from = segment(other, random.nextInt(other.length));
        return splice(
                bytes,
                segment(bytes, at),
                bytes.length,
                Arrays.copyOfRange(other, from, Math.min(other.length, from + 400)));
    }

    private byte[] digits(byte[] bytes, int at) {
        for (int i = at; i < bytes.length; i++)
            if (bytes[i] >= '0' && bytes[i] <= '9') return put(bytes, i, (byte) ('0' + random.nextInt(10)));
        return bytes;
    }
}
