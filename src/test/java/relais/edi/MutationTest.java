package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.edi.GeneratedSet.Part;

/**
 * Whatever becomes of an interchange on its way, the promises of reading hold; and where nothing is found, what was read is exactly what the
 * bytes say.
 */
class MutationTest {
    private static final byte[] BYTES =
            "\0\t\r\n\u001a\u001d *~+':?>^.-09AUz\u0085\u00c3\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    private static final int RANDOM_MUTATIONS = 2_000;

    private int resumes;
    private final Promises promises = new Promises(Interchanges.STRUCTURES, Limits.standard());

    /** What is changed: between them every level of both standards. */
    enum Original {
        X12(Interchanges.x12(2, Interchanges.ORDER + Interchanges.ORDER.replace("*0001~", "*0002~"))),
        X12_WITH_REPETITIONS(Interchanges.ISA.replace("*U*00401*", "*^*00501*")
                + Interchanges.GS.replace("PO*", "FA*").replace("004010", "005010")
                + "ST*999*0001*005010~AK1*PO*7*004010~AK2*850*0001~IK3*PO1*4**8~CTX*LINE^SITUATIONAL>2*PO1*4**2>1*234>235~"
                + "IK4*2>1>3*330*7*X~IK5*R*5~AK9*R*1*1*0~SE*9*0001~GE*1*7~IEA*1*000000042~"),
        EDIFACT("UNA:+.? '\r\n" + Interchanges.edifact(1, Interchanges.ORDERS.replace("PO-2001", "PO?+?'1"))),
        EDIFACT_IN_GROUPS(Interchanges.UNB.replace("UNOC:3", "UNOY:4").replace("260305", "20260305")
                + "UNG+ORDERS+A+B+20260305:0912+1+UN+D:96A'"
                + Interchanges.ORDERS.replace("LIN", "NAD+DP+++Galéries'LIN").replace("UNT+10", "UNT+11")
                + "UNE+1+1'UNZ+1+77'"),
        EDIFACT_WITH_PACKAGE(Interchanges.UNB.replace("UNOC:3", "UNOC:4").replace("260305", "20260305")
                + "UNO+P1+1:A+48:HEX+10:1'USH+1+5'UNZ+1+77''UST+5+2'UNP+10+P1'"
                + Interchanges.ORDERS
                + "UNZ+2+77'");

        private final byte[] bytes;

        Original(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTheOriginal(Original original) {
        assertThat(Interchanges.events(original.bytes).stream().flatMap(Interchanges::findings))
                .filteredOn(finding -> !finding.location().segment().equals("UNO"))
                .isEmpty();
        check(original.bytes);
    }

    @ParameterizedTest
    @EnumSource
    void aByteBecomesAnother(Original original) {
        for (int at = 0; at < original.bytes.length; at++)
            for (var value : BYTES) {
                var mutant = original.bytes.clone();
                mutant[at] = value;
                check(mutant);
            }
    }

    @ParameterizedTest
    @EnumSource
    void aByteIsLostOrDoubledOrComesIn(Original original) {
        for (int at = 0; at < original.bytes.length; at++) {
            check(spliced(original.bytes, at, at + 1));
            check(spliced(original.bytes, at, at, original.bytes[at]));
            for (var value : BYTES) check(spliced(original.bytes, at, at, value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndOrTheBeginningIsLost(Original original) {
        for (int at = 0; at < original.bytes.length; at++) {
            assertThat(found(check(Arrays.copyOf(original.bytes, at))))
                    .as("cut at %d", at)
                    .isTrue();
            check(Arrays.copyOfRange(original.bytes, at, original.bytes.length));
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyBytesChangeAtOnce(Original original) {
        var random = new Random(42);
        for (int i = 0; i < RANDOM_MUTATIONS; i++) {
            var mutant = original.bytes.clone();
            for (int n = random.nextInt(6); n >= 0; n--)
                mutant[random.nextInt(mutant.length)] = BYTES[random.nextInt(BYTES.length)];
            check(Arrays.copyOfRange(mutant, 0, mutant.length - random.nextInt(20)));
        }
    }

    /** No set of the dictionary holds binary data, so that there are findings from the beginning. */
    @Test
    void binaryDataAndItsLengthChange() {
        var set = "ST*275*0001~BIN*11*~*>\0SE*3*1~~BDS*ASC*5*GE*1~~BIN*3*abc~SE*5*0001~";
        var original = Interchanges.x12(2, set + Interchanges.ORDER.replace("0001", "0002"))
                .getBytes(StandardCharsets.UTF_8);

        for (int at = 0; at < original.length; at++) {
            promises.check(Arrays.copyOf(original, at), at % 8);
            promises.check(spliced(original, at, at + 1), at % 8);
            for (var value : BYTES) promises.check(spliced(original, at, at + 1, value), at % 8);
        }
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte... between) {
        var spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + between.length);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }

    private List<Event> check(byte[] bytes) {
        var events = promises.check(bytes, resumes++ % 8);
        if (!found(events))
            assertThat(read(events))
                    .as(new String(bytes, StandardCharsets.ISO_8859_1))
                    .isEqualTo(said(bytes, events));
        return events;
    }

    private static boolean found(List<Event> events) {
        return events.stream().flatMap(Interchanges::findings).findAny().isPresent();
    }

    private static List<Part> read(List<Event> events) {
        var parts = new ArrayList<Part>();
        for (var event : events)
            if (event instanceof Event.SetRead read)
                read.set().segments().forEach(segment -> parts.add(Part.of(segment)));
        return parts;
    }

    /** The segments of all sets, cut out in the plainest way. */
    private static List<Part> said(byte[] bytes, List<Event> events) {
        var interchange = ((Event.InterchangeBegan) events.get(0)).interchange();
        var text = new String(bytes, interchange.charset());
        return PlainSplit.of(text, interchange.delimiters()).stream()
                .dropWhile(part -> !part.tag().equals("ST") && !part.tag().equals("UNH"))
                .filter(part -> !List.of("GE", "IEA", "UNE", "UNZ").contains(part.tag()))
                .toList();
    }
}
