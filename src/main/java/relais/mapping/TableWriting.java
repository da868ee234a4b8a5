package relais.mapping;

import relais.finding.Findings;

/**
 * A file that was written.
 *
 * @param findings what the table could not carry, at pointers into the document; errors where it has no text for a value
 */
public record TableWriting(byte[] bytes, Findings findings) {

    public TableWriting {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
