package relais.mapping;

import java.util.List;
import java.util.Map;
import relais.document.Document;
import relais.document.DocumentType;

/** How whole files and one kind of document correspond, in both directions: XML, tables, a PDF that carries XML. Immutable. */
public interface FileMapping {

    /** The folder below {@code mappings/}: {@code ubl/Invoice}. */
    String id();

    DocumentType document();

    /** What its files are. */
    FileType type();

    /** Whether bytes say themselves that this is the mapping to read them by: by a root element, by the first bytes of a PDF. No table does. */
    boolean recognises(byte[] bytes);

    /**
     * Reads a file.
     *
     * @param given what a file does not say itself, by the document's names: {@code partner} always, {@code currency} for
     *     where the file names none
     * @return one for each document, in the order in which they begin, and one at least; the findings say where in the file
     */
    List<Reading> readAll(byte[] bytes, Map<String, String> given);

    /**
     * Writes a document as a file of its own.
     *
     * @throws IllegalArgumentException if the document is of another type
     */
    FileWriting write(Document document);
}
