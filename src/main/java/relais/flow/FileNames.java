package relais.flow;

import relais.document.DocumentType;
import relais.edi.Standard;
import relais.mapping.FileType;

/** What a payload is called on its way: {@code 855-000000012.x12}, {@code ORDRSP-12.edi}. */
final class FileNames {

    private FileNames() {}

    static String of(String transactionSet, Standard standard, String interchangeControl) {
        return switch (standard) {
            case X12 ->
                transactionSet + "-" + "0".repeat(Math.max(0, 9 - interchangeControl.length())) + interchangeControl
                        + ".x12";
            case EDIFACT -> transactionSet + "-" + interchangeControl + ".edi";
        };
    }

    /** Numbered, since the documents' own numbers may repeat and may hold what no file name does: {@code Invoice-7.xml}. */
    static String of(DocumentType document, FileType file, long number) {
        return document.title() + "-" + number + "." + file.ending();
    }

    static String contentType(Standard standard) {
        return switch (standard) {
            case X12 -> "application/edi-x12";
            case EDIFACT -> "application/edifact";
        };
    }
}
