package relais.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import relais.document.Document;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.mapping.Json;
import relais.web.DocumentDetail.Note;
import relais.web.DocumentDetail.Raw;

/**
 * What became of a pasted sample.
 *
 * @param summary in a sentence; empty when there was no sample
 * @param raw empty when there was none, or too much
 */
record SampleReading(String summary, Optional<Raw> raw, List<Note> notes, List<Translated> documents) {

    private static final Json JSON = new Json();

    SampleReading {
        notes = List.copyOf(notes);
        documents = List.copyOf(documents);
    }

    /** A document that it gives. */
    record Translated(String title, String json) {

        static Translated of(Document document) {
            return new Translated(document.type().title() + " " + document.number(), JSON.legible(document));
        }
    }

    static SampleReading nothing() {
        return new SampleReading("", Optional.empty(), List.of(), List.of());
    }

    /** What is not looked at, because there is too much of it. */
    static SampleReading tooLarge(long bytes, int bytesMax) {
        var finding = Finding.error(
                FindingCode.INPUT_TOO_LARGE,
                Location.nowhere(),
                "the sample has " + bytes + " bytes, and sampleBytesMax is " + bytesMax);
        return new SampleReading(
                "Not read: it is too large", Optional.empty(), Note.of(List.of(finding), Optional.empty()), List.of());
    }

    /** @param by the mappings that read it, each once */
    static SampleReading of(byte[] bytes, List<String> by, List<Finding> findings, List<Document> documents) {
        var raw = Optional.of(new Raw(RawText.of(bytes, 0, findings), 0, bytes.length, bytes.length));
        return new SampleReading(
                summary(by, findings, documents),
                raw,
                Note.of(findings, raw),
                documents.stream().map(Translated::of).toList());
    }

    private static String summary(List<String> by, List<Finding> findings, List<Document> documents) {
        var errors = findings.stream().filter(Finding::isError).count();
        var read =
                by.isEmpty() ? "No mapping reads it" : "Read by " + by.stream().collect(Collectors.joining(", "));
        return read + ": " + count(documents.size(), "document") + ", "
                + (errors == 0 ? "no errors" : count(errors, "error"))
                + (findings.size() == errors ? "" : ", " + count(findings.size() - errors, "remark"));
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
