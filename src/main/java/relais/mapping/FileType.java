package relais.mapping;

import java.nio.charset.Charset;

/**
 * What kind of file a mapping is for.
 *
 * @param format as agreements name it: {@code xml}, {@code csv}, {@code fixed} or {@code factur-x}
 * @param ending of file names: {@code xml}
 * @param contentType the media type, with the character set where the file does not say it itself
 */
public record FileType(String format, String ending, String contentType) {

    static final FileType XML = new FileType("xml", "xml", "application/xml");
    static final FileType FACTUR_X = new FileType("factur-x", "pdf", "application/pdf");

    static FileType csv(Charset charset) {
        return new FileType("csv", "csv", "text/csv; charset=" + charset.name());
    }

    static FileType fixed(Charset charset) {
        return new FileType("fixed", "txt", "text/plain; charset=" + charset.name());
    }
}
