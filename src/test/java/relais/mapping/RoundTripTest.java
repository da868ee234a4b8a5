package relais.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import relais.document.Document;
import relais.document.DocumentType;
import relais.edi.Standard;
import relais.finding.FindingCode;
import relais.finding.Severity;

/** Whatever document is written, the same is read from the bytes: all of it but what the mapping lists as not carried, which is reported. */
class RoundTripTest {

    private static final Mappings MAPPINGS = Mappings.load(Path.of("mappings"));
    private static final Map<Standard, List<String>> VERSIONS = Map.of(
            Standard.X12, List.of("004010", "005010"),
            Standard.EDIFACT, List.of("D:96A:UN", "D:01B:UN", "D:96A:UN:EAN008", "D:01B:UN:EAN010"));
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-/()";
    private static final Map<Standard, String> ALPHABETS =
            Map.of(Standard.X12, LETTERS, Standard.EDIFACT, LETTERS + "+:'?éüß");

    private final Json json = new Json();

    /** A mapping in one version of its standard. */
    record Way(Mapping mapping, String version) {
        @Override
        public String toString() {
            return mapping.id() + " " + version;
        }
    }

    @Provide
    Arbitrary<Way> ways() {
        return Arbitraries.of(
                MAPPINGS.all().stream().flatMap(RoundTripTest::ways).toList());
    }

    private static Stream<Way> ways(Mapping mapping) {
        return VERSIONS.get(mapping.standard()).stream()
                .filter(version -> mapping.isOf(version) && Interchanges.know(mapping, version))
                .map(version -> new Way(mapping, version));
    }

    @Property(tries = 3000)
    void segments(@ForAll("ways") Way way, @ForAll long seed) {
        var mapping = way.mapping;
        var document = new RandomDocuments(new Random(seed), ALPHABETS.get(mapping.standard())).of(mapping.document());

        var writing = mapping.write(document);
        var bytes = Interchanges.bytes(mapping, way.version, writing);
        var set = Interchanges.sets(bytes.getBytes(ISO_8859_1)).get(0);
        var reading = mapping.read(set, Map.of("partner", "p"));

        assertThat(set.findings()).as(bytes).isEmpty();
        assertThat(reading.findings()).as(bytes).isEmpty();
        assertThat(json.tree(reading.document().orElseThrow())).as(bytes).isEqualTo(carried(mapping, document));
        assertThat(writing.findings()).allSatisfy(finding -> {
            assertThat(finding.code()).as(finding.toString()).isEqualTo(FindingCode.VALUE_NOT_CARRIED);
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
    }

    @Property(tries = 1000)
    void json(@ForAll DocumentType type, @ForAll long seed) {
        var document = new RandomDocuments(new Random(seed), LETTERS + "\"\\é€").of(type);

        assertThat(json.read(json.write(document)).document()).contains(document);
    }

    /** The document's tree without what the mapping lists as not carried. */
    private JsonNode carried(Mapping mapping, Document document) {
        return Trees.without(json.tree(document), mapping.notCarried());
    }
}
