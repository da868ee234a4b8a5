package relais.mapping;

import java.nio.charset.Charset;

/**
 * How the characters of a table look.
 *
 * @param lineEnd written after every row; each kind of line end is read
 * @param marked whether it begins with a byte order mark
 */
record TableStyle(Charset charset, String lineEnd, boolean marked) {}
