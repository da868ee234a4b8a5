package relais.partner;

import java.util.List;
import relais.document.DocumentType;

/** The mappings that agreements may name. */
@FunctionalInterface
public interface MappingNames {

    /** Those between a format, as agreements call it, and a kind of document: the folders below {@code mappings/}, {@code x12/850}. */
    List<String> of(String format, DocumentType document);
}
