package relais.document;

/**
 * A segment that the mapping did not know what to do with. It is kept, so that nothing a partner sent is lost, and stands at its place
 * again when the same mapping writes the document.
 *
 * @param mapping the mapping's id: {@code x12/850}
 * @param level the loop it stood in, as the mapping's rules call it: {@code /PO1:2} for the second item; empty outside of loops
 * @param after the rule of that level that it stood behind; empty when it came first
 * @param segment the segment in the notation of EDIFACT, whatever its standard: {@code REF+ZZ+4711}
 */
public record Carried(String mapping, String level, String after, String segment) {}
