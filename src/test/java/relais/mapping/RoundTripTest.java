package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import relais.document.DocumentType;
import relais.edi.Standard;

/** Whatever document is written, the same is read from the bytes. */
class RoundTripTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-/()";

    private final Json json = new Json();

    @Property(tries = 300)
    void x12(@ForAll DocumentType type, @ForAll long seed) {
        isTheIdentity(type, Standard.X12, new RandomDocuments(new Random(seed), LETTERS));
    }

    @Property(tries = 300)
    void edifact(@ForAll DocumentType type, @ForAll long seed) {
        isTheIdentity(type, Standard.EDIFACT, new RandomDocuments(new Random(seed), LETTERS + "+:'?éüß"));
    }

    @Property(tries = 300)
    void json(@ForAll DocumentType type, @ForAll long seed) {
        var document = new RandomDocuments(new Random(seed), LETTERS + "\"\\é€").of(type);

        assertThat(json.read(json.write(document)).document()).contains(document);
    }

    private void isTheIdentity(DocumentType type, Standard standard, RandomDocuments documents) {
        var mapping = MAPPINGS.all().stream()
                .filter(m -> m.standard() == standard && m.document() == type)
                .findFirst()
                .orElseThrow();
        var document = documents.of(type);

        var writing = mapping.write(document);
        var set = Interchanges.sets(Interchanges.bytes(mapping, writing).getBytes(ISO_8859_1))
                .get(0);
        var reading = mapping.read(set, Map.of("partner", "p"));

        assertThat(writing.findings()).isEmpty();
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.document()).contains(document);
    }
}
