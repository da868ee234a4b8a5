package relais.partner;

import java.nio.charset.Charset;
import relais.edi.Convention;
import relais.edi.Delimiters;
import relais.edi.Envelope;
import relais.edi.Standard;

/**
 * How interchanges of one standard are read from a partner, and written to it.
 *
 * @param reading what weighs how
 * @param version of what is written: ISA12 ("00401"), or the syntax identifier and version of UNB ("UNOC:3")
 * @param charset of what is written in X12
 * @param lineBreak behind each segment terminator that is written: empty, LF or CRLF
 */
public record InterchangeAgreement(
        Standard standard,
        Convention reading,
        String version,
        Charset charset,
        Delimiters delimiters,
        String lineBreak) {

    /** The envelope as this partner wants it. */
    public Envelope style(Envelope envelope) {
        var styled = envelope.versioned(version).written(delimiters, lineBreak);
        return standard == Standard.X12 ? styled.encoded(charset) : styled;
    }
}
