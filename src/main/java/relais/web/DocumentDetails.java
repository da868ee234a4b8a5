package relais.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.finding.Finding;
import relais.ledger.Entries;
import relais.tracking.Contents;
import relais.tracking.DocumentRow;
import relais.tracking.Tracking;
import relais.web.DocumentDetail.Acknowledged;
import relais.web.DocumentDetail.Note;
import relais.web.DocumentDetail.Raw;
import relais.web.DocumentDetail.Stop;

/** Gathers what the console shows of one document. */
final class DocumentDetails {

    private final Tracking tracking;
    private final Contents contents;
    private final Entries ledger;
    private final ObjectMapper json;

    DocumentDetails(Tracking tracking, Contents contents, Entries ledger, ObjectMapper json) {
        this.tracking = tracking;
        this.contents = contents;
        this.ledger = ledger;
        this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    Optional<DocumentDetail> find(UUID id) {
        return tracking.document(id).map(this::gather);
    }

    private DocumentDetail gather(DocumentRow row) {
        var findings = findings(row);
        var raw = contents.raw(row).map(bytes -> read(bytes, findings));
        var acknowledged = new Acknowledged(
                tracking.acknowledgementsOf(row), tracking.expected(row.id()), tracking.answeredBy(row));
        return new DocumentDetail(
                row,
                row.incoming() ? row.source().flatMap(source -> tracking.receipt(source.receipt())) : Optional.empty(),
                Stop.of(tracking.journey(row.id())),
                Note.of(findings, raw),
                raw,
                contents.canonical(row).map(this::pretty),
                acknowledged,
                tracking.deliveries(row.id()),
                related(row, acknowledged.sent()),
                ledger.byDocument(row.id()));
    }

    /** The rest of the chain: what acknowledges the document is shown as that. */
    private List<DocumentRow> related(DocumentRow row, List<DocumentRow> acknowledgements) {
        return tracking.related(row).stream()
                .filter(other -> !acknowledgements.contains(other))
                .toList();
    }

    /** What could not be read has the findings of its receipt as well. */
    private List<Finding> findings(DocumentRow row) {
        var own = tracking.findings(row.id());
        if (!row.type().equals("Unreadable") || row.source().isEmpty()) return own.list();
        return own.and(tracking.receiptFindings(row.source().get().receipt())).list();
    }

    private static Raw read(Contents.Raw raw, List<Finding> findings) {
        return new Raw(RawText.of(raw.bytes(), raw.offset(), findings), raw.offset(), raw.size(), raw.bytes().length);
    }

    private String pretty(String document) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(document));
        } catch (JsonProcessingException e) {
            return document;
        }
    }
}
