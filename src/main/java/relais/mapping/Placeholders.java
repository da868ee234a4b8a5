package relais.mapping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import relais.edi.Delimiters;
import relais.edi.Personal;
import relais.edi.Segment;
import relais.edi.TransactionSet;

/**
 * Puts made-up texts in the place of what a sample says of its consumers: what the mapping reads as {@code consumer}, what else stands in
 * those segments, gift messages, and parties, contacts and free text that no rule reads. Codes (country, region) stay, and so does everything else.
 */
final class Placeholders {

    private static final String CONSUMER = "consumer.";
    private static final String OTHER = "Placeholder";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Set<String> CODES = Set.of("country", "region");
    private static final Map<String, String> TEXTS = Map.of(
            "consumer.name", "Consumer One",
            "consumer.email", "consumer.one@example.com",
            "consumer.phone", "5550100",
            "consumer.loyaltyNumber", "L-1",
            "consumer.address.line1", "1 Example Street",
            "consumer.address.line2", "Apartment 1",
            "consumer.address.city", "Exampleton",
            "consumer.address.postalCode", "12345",
            "giftMessage", "A gift message");

    private final byte[] bytes;
    /** By the offset at which they begin. */
    private final TreeMap<Integer, Patch> patches = new TreeMap<>();

    private record Patch(int to, byte[] text) {}

    private Placeholders(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param sample in which the sets were read
     * @return the sample with placeholders
     */
    static byte[] in(byte[] sample, Mapping mapping, List<TransactionSet> sets) {
        var placeholders = new Placeholders(sample);
        for (var set : sets) placeholders.patch(Sightings.of(mapping, List.of(set)), set);
        return placeholders.applied();
    }

    private void patch(Sightings sightings, TransactionSet set) {
        for (var sighting : sightings.all()) patch(sighting, set);
        for (var stray : sightings.strays())
            if (Personal.mayStandIn(stray.segment().tag()))
                Coverage.filled(stray.segment())
                        .filter(at -> !isCode(at.in(stray.segment())))
                        .forEach(at -> patch(stray.segment(), at, OTHER, set));
    }

    private void patch(Sightings.Sighting sighting, TransactionSet set) {
        var coverage = sighting.coverage();
        var isConsumer = sighting.prefix().startsWith(CONSUMER);
        var done = new TreeMap<String, Address>();
        Coverage.filled(sighting.segment()).forEach(at -> {
            var value = coverage.value(at, sighting.segment());
            if (value.isEmpty() && !(isConsumer && isUnreadText(coverage, at, sighting.segment()))) return;
            var path = value.map(held -> sighting.prefix() + held.path()).orElse(CONSUMER);
            if (!path.startsWith(CONSUMER) && !TEXTS.containsKey(path)) return;
            var isFirst = done.putIfAbsent(path, at) == null || path.equals(CONSUMER);
            if (!CODES.contains(path.substring(path.lastIndexOf('.') + 1)))
                patch(sighting.segment(), at, isFirst ? TEXTS.getOrDefault(path, OTHER) : "", set);
        });
    }

    /** What the mapping does not read may be of a person all the same, but for codes. */
    private static boolean isUnreadText(Coverage coverage, Address at, Segment segment) {
        return coverage.passesOver(at, segment) && !isCode(at.in(segment));
    }

    private static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private void patch(Segment segment, Address at, String text, TransactionSet set) {
        var charset = set.interchange().charset();
        var from = (int) at.location(segment).offset();
        var to = end(from, set.interchange().delimiters(), charset);
        patches.put(from, new Patch(to, text.getBytes(charset)));
    }

    /** Of the value that begins there. */
    private int end(int from, Delimiters delimiters, Charset charset) {
        var ends = String.valueOf(
                new char[] {delimiters.element(), delimiters.component(), delimiters.repetition(), delimiters.segment()
                });
        var parting = ends.replace("\0", "").getBytes(charset);
        var release = delimiters.release() == 0
                ? -1
                : String.valueOf(delimiters.release()).getBytes(charset)[0];
        var to = from;
        while (to < bytes.length && !holds(parting, bytes[to])) to += bytes[to] == release ? 2 : 1;
        return Math.min(to, bytes.length);
    }

    private static boolean holds(byte[] parting, byte b) {
        for (var each : parting) if (each == b) return true;
        return false;
    }

    private byte[] applied() {
        var out = new ByteArrayOutputStream(bytes.length);
        var at = 0;
        for (var patch : patches.entrySet()) {
            out.write(bytes, at, patch.getKey() - at);
            out.writeBytes(patch.getValue().text);
            at = patch.getValue().to;
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
