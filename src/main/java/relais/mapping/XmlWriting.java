package relais.mapping;

import relais.finding.Findings;

/**
 * What was written as XML.
 *
 * @param bytes UTF-8, indented
 * @param findings what the format could not carry, at pointers into the document; errors where a code is unknown to it
 */
public record XmlWriting(byte[] bytes, Findings findings) {}
