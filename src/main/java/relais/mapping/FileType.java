package relais.mapping;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What kind of file a mapping is for.
 *
 * @param format as agreements name it: {@code xml}, {@code csv}, {@code fixed} or {@code factur-x}
 * @param ending of file names: {@code xml}
 * @param mediaType without a character set
 * @param charset of a file that does not say itself in what its text is
 */
public record FileType(String format, String ending, String mediaType, Optional<Charset> charset) {

    static final FileType XML = new FileType("xml", "xml", "application/xml", Optional.empty());
    static final FileType FACTUR_X = new FileType("factur-x", "pdf", "application/pdf", Optional.empty());

    static FileType csv(Charset charset) {
        return new FileType("csv", "csv", "text/csv", Optional.of(charset));
    }

    static FileType fixed(Charset charset) {
        return new FileType("fixed", "txt", "text/plain", Optional.of(charset));
    }

    /** The media type, with the character set where the file does not say it itself. */
    public String contentType() {
        return charset.map(of -> mediaType + "; charset=" + of.name()).orElse(mediaType);
    }
}
