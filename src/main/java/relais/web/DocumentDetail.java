package relais.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import relais.finding.Finding;
import relais.ledger.Entry;
import relais.tracking.DocumentRow;
import relais.tracking.Trace.Delivery;
import relais.tracking.Trace.Expected;
import relais.tracking.Trace.ReceiptRow;
import relais.tracking.Trace.Step;

/** Everything the console shows of one document. */
record DocumentDetail(
        DocumentRow row,
        Optional<ReceiptRow> receipt,
        List<Stop> journey,
        List<Note> notes,
        Optional<Raw> raw,
        Optional<String> canonical,
        Acknowledged acknowledged,
        List<Delivery> deliveries,
        List<DocumentRow> related,
        List<Entry> entries) {

    /**
     * A step of the journey.
     *
     * @param after time since the step before; zero for the first
     */
    record Stop(Step step, Duration after) {

        static List<Stop> of(List<Step> steps) {
            var stops = new ArrayList<Stop>();
            for (var i = 0; i < steps.size(); i++) {
                var before = steps.get(Math.max(0, i - 1)).at();
                stops.add(new Stop(
                        steps.get(i), Duration.between(before, steps.get(i).at())));
            }
            return stops;
        }
    }

    /**
     * A finding with its number on the page.
     *
     * @param marked whether the raw text shows the place
     */
    record Note(int number, Finding finding, boolean marked) {

        static List<Note> of(List<Finding> findings, Optional<Raw> raw) {
            var marked = raw.map(r -> r.text().marked()).orElse(List.of());
            return IntStream.range(0, findings.size())
                    .mapToObj(i -> new Note(i, findings.get(i), marked.contains(i)))
                    .toList();
        }

        public String severity() {
            return finding.severity().name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The bytes as text.
     *
     * @param size of all of them
     * @param shown how many of them are read
     */
    record Raw(RawText text, long offset, long size, int shown) {

        public boolean cut() {
            return shown < size;
        }
    }

    /**
     * Who has said what about the document.
     *
     * @param sent acknowledgements the hub sent for it
     * @param expected the one a partner owes for it
     * @param answers the documents that this one acknowledges
     */
    record Acknowledged(List<DocumentRow> sent, Optional<Expected> expected, List<DocumentRow> answers) {

        public boolean isEmpty() {
            return sent.isEmpty() && expected.isEmpty() && answers.isEmpty();
        }
    }

    /** The first thing that is wrong; empty when nothing is. */
    public Optional<Note> worst() {
        return notes.stream().filter(note -> note.finding().isError()).findFirst();
    }

    /** The finding with a number. */
    public Note note(int number) {
        return notes.get(number);
    }
}
