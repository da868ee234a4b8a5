package relais.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.document.Document;
import relais.document.DocumentType;
import relais.finding.Finding;
import relais.finding.Findings;
import relais.finding.Location;

/**
 * XML that no rules can describe: one stylesheet makes of it what another mapping reads, and one makes it of what that mapping writes.
 *
 * @param root the name of its root element
 * @param plain reads the bytes, to tell what is no XML and what exceeds a limit
 * @param base the mapping in the middle: {@code ubl/DespatchAdvice}
 */
record XsltMapping(String id, String root, XmlReader plain, XmlMapping base, Stylesheet reading, Stylesheet writing)
        implements FileMapping {

    @Override
    public DocumentType document() {
        return base.document();
    }

    @Override
    public FileType type() {
        return FileType.XML;
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return plain.root(bytes).filter(root::equals).isPresent();
    }

    /** @return with findings at places of the base's XML, without a line: nobody sees the lines of what the stylesheet makes */
    @Override
    public List<Reading> readAll(byte[] bytes, Map<String, String> given) {
        try {
            plain.read(bytes);
            return List.of(translated(base.read(reading.transform(bytes), given)));
        } catch (XmlReader.Refused e) {
            return List.of(new Reading(document().title(), "", Optional.empty(), Findings.of(e.finding())));
        }
    }

    private Reading translated(Reading read) {
        var findings = read.findings().stream().map(this::translated).toList();
        return new Reading(read.type(), read.number(), read.document(), read.consumer(), new Findings(findings));
    }

    private Finding translated(Finding finding) {
        var place = finding.location().segment().replaceFirst(", line \\d+.*", "");
        var text = "in what " + reading.name() + " makes of it: " + finding.text();
        return new Finding(finding.code(), finding.severity(), Location.pointer(place), text, finding.value());
    }

    @Override
    public FileWriting write(Document document) {
        var written = base.write(document);
        if (written.findings().hasErrors()) return written;
        try {
            return new FileWriting(writing.transform(written.bytes()), written.findings());
        } catch (XmlReader.Refused e) {
            return new FileWriting(new byte[0], written.findings().and(Findings.of(e.finding())));
        }
    }
}
