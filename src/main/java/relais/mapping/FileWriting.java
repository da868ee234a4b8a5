package relais.mapping;

import relais.finding.Findings;

/**
 * A file that was written.
 *
 * @param findings what the format could not carry, at pointers into the document; errors where a code is unknown to it, or a
 *     value has no place that is long enough
 */
public record FileWriting(byte[] bytes, Findings findings) {}
