/**
 * X12 and EDIFACT syntax: detect, read, validate, acknowledge, write. No Spring, no Camel.
 *
 * <p>{@link relais.edi.InterchangeReader} turns bytes into {@link relais.edi.Event}s. A {@link relais.edi.TransactionSet} holds its own bytes
 * and says what is wrong with them; its segments and loops are views that decode text when asked. {@link relais.edi.OutcomeRecorder} keeps what
 * {@link relais.edi.Acknowledgement} needs; {@link relais.edi.InterchangeWriter} writes, and validates with the reader;
 * {@link relais.edi.Explainer} puts segments into words.
 *
 * <p>Inside, a reader goes over each byte once ({@code Tokens}: offsets and kinds of delimiters, nothing else), then over each segment:
 * {@code StructureWalk} finds its place, {@code ElementCheck} judges its elements on the bytes. Nothing is allocated per element unless
 * something is wrong. Structure is data ({@code Dictionary}): X12 in {@code x12/*.txt} beside this package, EDIFACT in {@code edifact}, where
 * the build writes what the published directories say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"finding"})
package relais.edi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
