package relais.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relais.edi.Structures;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.mapping.FileMapping;
import relais.mapping.Json;
import relais.mapping.Mapping;
import relais.mapping.Mappings;
import relais.mapping.Reading;
import relais.partner.Partner;
import relais.partner.Partners;

/** Reads what an operator pastes, as the hub would read it from a partner. Keeps nothing of it. */
final class SampleReader {

    /** A sample is a few documents, read anew at every change. */
    static final int SAMPLE_BYTES_MAX = 256 * 1024;

    private static final String OVERLAYS = "partners/";

    private final Mappings mappings;
    private final Partners partners;
    private final Clock clock;
    private final SampleChoices choices;
    private final Structures structures = Structures.bundled();
    private final Json json = new Json();

    SampleReader(Mappings mappings, Partners partners, Clock clock) {
        this.mappings = mappings;
        this.partners = partners;
        this.clock = clock;
        this.choices = SampleChoices.of(mappings);
    }

    SampleChoices choices() {
        return choices;
    }

    /**
     * @param pasted X12, EDIFACT, XML, JSON, or a table
     * @param chosen the mapping to read by, which a table needs; empty for the one that fits
     */
    SampleReading read(String pasted, String chosen) {
        var sample = SampleText.of(pasted);
        var size = sample.bytes(UTF_8).length;
        if (sample.isEmpty()) return SampleReading.nothing();
        if (size > SAMPLE_BYTES_MAX) return SampleReading.tooLarge(size, SAMPLE_BYTES_MAX);
        if (choices.isTable(chosen)) return table(sample, chosen);
        if (sample.isInterchange()) return sets(sample, chosen);
        if (sample.isXml()) return xml(sample, chosen);
        if (sample.isJson()) return json(sample);
        return unread(sample.bytes(UTF_8), "this is no X12, EDIFACT, XML or JSON; for a table choose its mapping");
    }

    private SampleReading sets(SampleText sample, String chosen) {
        var today = LocalDate.now(clock);
        var named = choices.isOfSets(chosen) ? Optional.of(mappings.get(chosen, today)) : Optional.<Mapping>empty();
        var fitting = new FittingMapping(mappings, partners, today, named, overlaid(chosen));
        return new SampleSets(sample.interchange(structures), structures, fitting, clock).read();
    }

    private SampleReading xml(SampleText sample, String chosen) {
        var bytes = sample.xml();
        var mapping = choices.isXml(chosen)
                ? Optional.of(mappings.file("xml", chosen))
                : xml().filter(each -> each.recognises(bytes)).findFirst();
        return mapping.map(known -> reading(bytes, known.id(), known.readAll(bytes, given())))
                .orElseGet(() -> unreadXml(bytes));
    }

    private Stream<FileMapping> xml() {
        return mappings.files().stream().filter(SampleChoices::isXml);
    }

    /** What is no XML at all is told by any of the mappings. */
    private SampleReading unreadXml(byte[] bytes) {
        var words = xml().limit(1)
                .flatMap(any -> any.readAll(bytes, given()).stream())
                .flatMap(reading -> reading.findings().list().stream())
                .filter(finding -> finding.code() == FindingCode.XML_INVALID)
                .findFirst();
        return words.map(finding -> SampleReading.of(bytes, List.of(), List.of(finding), List.of()))
                .orElseGet(() -> unread(bytes, "no mapping is about XML with this root element"));
    }

    private SampleReading json(SampleText sample) {
        var bytes = sample.bytes(UTF_8);
        return reading(bytes, "the canonical JSON", List.of(json.read(bytes, given())));
    }

    private SampleReading table(SampleText sample, String chosen) {
        var mapping = mappings.file("csv", chosen);
        var bytes = sample.bytes(mapping.type().charset().orElse(UTF_8));
        return reading(bytes, chosen, mapping.readAll(bytes, given()));
    }

    private static SampleReading reading(byte[] bytes, String by, List<Reading> readings) {
        var findings = new ArrayList<Finding>();
        for (var reading : readings) findings.addAll(reading.findings().list());
        var documents = readings.stream()
                .flatMap(reading -> reading.document().stream())
                .toList();
        return SampleReading.of(bytes, List.of(by), findings, documents);
    }

    private static SampleReading unread(byte[] bytes, String text) {
        var finding = Finding.error(FindingCode.UNREADABLE_INPUT, Location.offset(0), text);
        return SampleReading.of(bytes, List.of(), List.of(finding), List.of());
    }

    /** The partner whose overlay was chosen. */
    private Optional<Partner> overlaid(String chosen) {
        return chosen.startsWith(OVERLAYS) ? partners.find(chosen.split("/")[1]) : Optional.empty();
    }

    /** What a sample need not say: of an unknown partner, in the brand's currency. */
    private Map<String, String> given() {
        return FittingMapping.given("sample", partners.brand());
    }
}
