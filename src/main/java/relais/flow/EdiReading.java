package relais.flow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.edi.Answer;
import relais.edi.Convention;
import relais.edi.Event;
import relais.edi.Interchange;
import relais.edi.InterchangeOutcome;
import relais.edi.InterchangeReader;
import relais.edi.Limits;
import relais.edi.OutcomeRecorder;
import relais.edi.Position;
import relais.edi.SetOutcome;
import relais.edi.Structures;
import relais.edi.TransactionSet;
import relais.finding.Finding;
import relais.finding.Findings;
import relais.mailbox.Documents.Source;
import relais.mailbox.Inbox;
import relais.mailbox.Interchanges;
import relais.partner.InterchangeAgreement;
import relais.partner.Partner;

/**
 * Reads one batch of X12 or EDIFACT. When an interchange begins it is read to its end at once, however long it is, because
 * only then is it known whether its envelope holds and what has to be acknowledged; its transaction sets are then worked
 * on batch by batch.
 */
final class EdiReading {

    private final Interchanges interchanges;
    private final Structures structures;
    private final Limits limits;
    private final Agreements agreements;
    private final int batchSetsMax;
    private final Supplier<UUID> ids;

    EdiReading(
            Interchanges interchanges,
            Structures structures,
            Limits limits,
            Agreements agreements,
            int batchSetsMax,
            Supplier<UUID> ids) {
        this.interchanges = interchanges;
        this.structures = structures;
        this.limits = limits;
        this.agreements = agreements;
        this.batchSetsMax = batchSetsMax;
        this.ids = ids;
    }

    /** @param in the receipt's bytes from the position on */
    Batch read(Inbox.Claim claim, Partner sender, Position from, InputStream in) {
        var part = new Part(claim, sender, reader(sender, from, in));
        if (!from.interchangeHeader().isEmpty()) part.goOn(from.interchanges());
        else part.open();
        return part.batch();
    }

    private InterchangeReader reader(Partner sender, Position from, InputStream in) {
        return new InterchangeReader(
                in, from, structures, limits, interchange -> sender.interchanges(interchange.standard())
                        .map(InterchangeAgreement::reading)
                        .orElseGet(Convention::standard));
    }

    /** The batch while it is being read. */
    private final class Part {

        private final Inbox.Claim claim;
        private final Partner sender;
        private final InterchangeReader reader;
        private final List<Answer> answers = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private int ordinal = 1;
        private Optional<InterchangeOutcome> outcome = Optional.empty();
        private Optional<Position> next = Optional.empty();
        private boolean opening = true;

        Part(Inbox.Claim claim, Partner sender, InterchangeReader reader) {
            this.claim = claim;
            this.sender = sender;
            this.reader = reader;
        }

        Batch batch() {
            return new Batch(claim, sender, ordinal, outcome, opening, answers, items, next);
        }

        /** Up to the end of the next interchange, or to bytes that are none. */
        void open() {
            var event = reader.next();
            if (event instanceof Event.InterchangeBegan began) begin(began);
            else if (event instanceof Event.Unreadable unreadable) unreadable(unreadable.findings());
        }

        private void unreadable(List<Finding> findings) {
            var position = reader.position();
            ordinal = position.interchanges() + 1;
            var source = new Source(claim.receipt(), ordinal, 0, 0, claim.sizeBytes());
            items.add(Item.of(ids.get(), source, "", new Content.Nothing()).and(new Findings(findings)));
            next = reader.next() instanceof Event.EndOfInput ? Optional.empty() : Optional.of(position);
        }

        private void begin(Event.InterchangeBegan began) {
            var interchange = began.interchange();
            ordinal = interchange.ordinal();
            var early = agreements.onEnvelope(interchange, sender);
            var recorder = new OutcomeRecorder(new InterchangeOutcome(interchange, List.of(), early), false);
            recorder.record(began);
            for (var event = reader.next(); ; event = reader.next()) {
                if (event instanceof Event.SetRead read) recorder.record(take(read.set()));
                else recorder.record(event);
                if (event instanceof Event.InterchangeAnswered answered) answers.add(answered.answer());
                if (event instanceof Event.InterchangeEnded || event instanceof Event.EndOfInput) break;
            }
            if (next.isEmpty()) next = Optional.of(reader.position());
            outcome = Optional.of(agreements.onControlNumber(recorder.outcome(), sender, claim.receipt()));
            rejectWithEnvelope();
            if (items.isEmpty()) items.add(withoutSets(interchange));
        }

        /** An interchange that holds no transaction set stands in the register all the same. */
        private Item withoutSets(Interchange interchange) {
            var source = new Source(
                    claim.receipt(),
                    ordinal,
                    0,
                    interchange.offset(),
                    reader.position().offset());
            var item = Item.of(ids.get(), source, Format.of(interchange.standard()), new Content.Nothing())
                    .numbered(answers.isEmpty() ? "" : "TA1", interchange.controlNumber() + "//");
            return item.and(new Findings(outcome.orElseThrow().findings()));
        }

        /** Keeps the set if the batch has room; in any case says what came of it. */
        private SetOutcome take(TransactionSet set) {
            var found = agreements.onSet(set, sender);
            if (items.size() < batchSetsMax) items.add(item(set, found));
            if (items.size() == batchSetsMax && next.isEmpty()) next = Optional.of(reader.position());
            return SetOutcome.of(set).weighed(weighing()).and(found.findings().list());
        }

        private Item item(TransactionSet set, Agreements.Found found) {
            var source = new Source(claim.receipt(), ordinal, set.ordinal(), set.fromOffset(), set.toOffset());
            var control = set.interchange().controlNumber() + "/"
                    + set.group().map(g -> g.controlNumber()).orElse("") + "/" + set.controlNumber();
            var item = Item.of(ids.get(), source, Format.of(set.standard()), new Content.Segments(set))
                    .numbered(set.type(), control)
                    .and(new Findings(weighing().weigh(set.findings().list())))
                    .and(found.findings());
            return found.agreement().map(item::of).orElse(item);
        }

        /** How the sender's agreement has errors weigh: those that do not reject go on as warnings. */
        private Weighing weighing() {
            return sender.acknowledging().policy().weighing();
        }

        /** Another batch of an interchange whose outcome is known. */
        void goOn(int interchange) {
            ordinal = interchange;
            opening = false;
            outcome = interchanges.find(claim.receipt(), interchange).map(entry -> Stored.outcome(entry.outcomeJson()));
            for (var event = reader.next(); ; event = reader.next()) {
                if (event instanceof Event.SetRead read) take(read.set());
                if (items.size() == batchSetsMax || event instanceof Event.InterchangeEnded) break;
                if (event instanceof Event.EndOfInput) break;
            }
            next = Optional.of(reader.position());
            rejectWithEnvelope();
        }

        private void rejectWithEnvelope() {
            var whole = outcome.orElseThrow();
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                items.set(
                        i,
                        item.and(agreements.envelopeErrors(whole, item.source().setOrdinal())));
            }
        }
    }
}
