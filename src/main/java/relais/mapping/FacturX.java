package relais.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;
import relais.document.Document;
import relais.document.DocumentType;
import relais.document.Invoice;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Findings;
import relais.finding.Location;

/** Factur-X, in Germany ZUGFeRD: a PDF/A-3 for people that carries the same invoice as XML of UN/CEFACT for machines. */
final class FacturX implements FileMapping {

    /** The names under which the XML is attached: Factur-X 1.0, XRechnung in ZUGFeRD 2, ZUGFeRD 2.0 and 1. */
    private static final List<String> NAMES =
            List.of("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml");

    private static final byte[] START = {'%', 'P', 'D', 'F', '-'};

    /** Levels of a tree of names; more is a loop. */
    private static final int DEPTH_MAX = 20;

    private final XmlMapping mapping;

    /** @param mapping of UN/CEFACT invoices, {@code cii/Invoice} */
    FacturX(XmlMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String id() {
        return mapping.id();
    }

    @Override
    public DocumentType document() {
        return mapping.document();
    }

    @Override
    public FileType type() {
        return FileType.FACTUR_X;
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return bytes.length >= START.length && Arrays.equals(START, 0, START.length, bytes, 0, START.length);
    }

    /** A PDF of profile EN 16931, with the findings of its XML; no bytes where these are errors. */
    @Override
    public FileWriting write(Document invoice) {
        var writing = mapping.write(invoice);
        if (writing.findings().hasErrors()) return new FileWriting(new byte[0], writing.findings());
        var pdf = new ByteArrayOutputStream();
        try (var exporter = new ZUGFeRDExporterFromA3()) {
            exporter.load(InvoicePage.of((Invoice) invoice));
            exporter.setProducer("Relais").setCreator("Relais").setZUGFeRDVersion(2);
            exporter.setProfile(Profiles.getByName("EN16931"));
            exporter.setXML(writing.bytes());
            exporter.export(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileWriting(pdf.toByteArray(), writing.findings());
    }

    @Override
    public List<Reading> readAll(byte[] pdf, Map<String, String> given) {
        return List.of(read(pdf, given));
    }

    /** Reads the XML out of a PDF; a PDF that has none, and what is no PDF, is a finding. */
    public Reading read(byte[] pdf, Map<String, String> given) {
        if (pdf.length > XmlReader.BYTES_MAX)
            return unread("PDF of " + pdf.length + " bytes, bytesMax is " + XmlReader.BYTES_MAX);
        try (var document = Loader.loadPDF(pdf)) {
            var xml = attached(document);
            return xml.isPresent()
                    ? mapping.read(xml.get(), given)
                    : unread("the PDF has no file attached by the name of " + NAMES.get(0));
        } catch (IOException e) {
            return unread("this is no PDF that can be read");
        }
    }

    private Reading unread(String text) {
        var finding = Finding.error(FindingCode.UNREADABLE_INPUT, Location.nowhere(), text);
        return new Reading(mapping.document().title(), "", Optional.empty(), Findings.of(finding));
    }

    private static Optional<byte[]> attached(PDDocument document) throws IOException {
        var names = document.getDocumentCatalog().getNames();
        return names == null ? Optional.empty() : attached(names.getEmbeddedFiles(), 0);
    }

    private static Optional<byte[]> attached(@Nullable PDNameTreeNode<PDComplexFileSpecification> node, int depth)
            throws IOException {
        if (node == null || depth > DEPTH_MAX) return Optional.empty();
        var files = node.getNames();
        if (files != null) for (var file : files.values()) if (NAMES.contains(file.getFilename())) return content(file);
        var kids = node.getKids();
        if (kids != null)
            for (var kid : kids) {
                var found = attached(kid, depth + 1);
                if (found.isPresent()) return found;
            }
        return Optional.empty();
    }

    /** One byte more than may be read is enough to be refused. */
    private static Optional<byte[]> content(PDComplexFileSpecification file) throws IOException {
        var embedded = Optional.<PDEmbeddedFile>ofNullable(file.getEmbeddedFileUnicode())
                .or(() -> Optional.ofNullable(file.getEmbeddedFile()));
        if (embedded.isEmpty()) return Optional.empty();
        try (var in = embedded.get().createInputStream()) {
            return Optional.of(in.readNBytes(XmlReader.BYTES_MAX + 1));
        }
    }
}
