package relais.edi;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import relais.edi.GeneratedSet.Part;

/** What StAEDI reads and says, in our words: per transaction set its segments and its errors. */
final class StaediReading {
    private final EDIStreamReader reader;
    private final IntFunction<Optional<Schema>> schemas;
    private final List<Read> sets = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();
    private List<List<List<String>>> elements = new ArrayList<>();
    private String tag = "";
    private Read current = new Read();
    private boolean inside;

    /** One transaction set; errors as {@code INVALID_DATE DTM 3 2}: what, and the segment's tag, position and element. */
    record Read(List<Part> parts, List<String> errors) {
        Read() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private StaediReading(EDIStreamReader reader, IntFunction<Optional<Schema>> schemas) {
        this.reader = reader;
        this.schemas = schemas;
    }

    /** Our structure of a set as a schema of StAEDI's. */
    static Schema schema(SetType type) {
        var text = StaediSchema.of(type);
        try {
            return SchemaFactory.newFactory()
                    .createSchema(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (EDISchemaException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /**
     * @param schemas by the number of the transaction set in the input, from 1
     * @throws IllegalStateException when StAEDI gives up
     */
    static StaediReading of(byte[] bytes, String charset, IntFunction<Optional<Schema>> schemas) {
        var factory = EDIInputFactory.newFactory();
        try (var reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes), charset)) {
            var reading = new StaediReading(reader, schemas);
            reading.read();
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EDIStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Read> sets() {
        return sets;
    }

    /** Errors of the envelope. */
    List<String> outside() {
        return outside;
    }

    private void read() throws EDIStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case START_TRANSACTION -> {
                    current = new Read();
                    sets.add(current);
                    inside = true;
                }
                case START_SEGMENT -> {
                    tag = reader.getText();
                    elements = new ArrayList<>();
                }
                case END_SEGMENT -> segment();
                case ELEMENT_DATA, ELEMENT_DATA_BINARY -> element(reader.getText());
                case END_TRANSACTION -> inside = false;
                case ELEMENT_OCCURRENCE_ERROR, ELEMENT_DATA_ERROR, SEGMENT_ERROR -> error();
                default -> {}
            }
        }
    }

    private void segment() {
        if (!inside) return;
        current.parts.add(new Part(tag, elements).trimmed());
        if (tag.equals("ST") || tag.equals("UNH")) schemas.apply(sets.size()).ifPresent(reader::setTransactionSchema);
    }

    private void error() {
        var where = reader.getLocation();
        var text = reader.getErrorType() + " " + where.getSegmentTag() + " "
                + (inside ? String.valueOf(current.parts.size() + 1) : "-") + " " + where.getElementPosition();
        (inside ? current.errors : outside).add(text);
    }

    private void element(String text) {
        var where = reader.getLocation();
        var repetitions = grown(elements, where.getElementPosition());
        var components = grown(repetitions, Math.max(1, where.getElementOccurrence()));
        var component = Math.max(1, where.getComponentPosition());
        while (components.size() < component) components.add("");
        components.set(component - 1, text);
    }

    private static <T> List<T> grown(List<List<T>> list, int size) {
        while (list.size() < size) list.add(new ArrayList<>());
        return list.get(size - 1);
    }
}
