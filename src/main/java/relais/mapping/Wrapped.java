package relais.mapping;

import java.util.List;
import java.util.Optional;
import relais.edi.Segment;

/** Other fields, with a say in when they are read and written. */
sealed interface Wrapped extends Field
        permits Wrapped.FirstOf, Wrapped.Repeated, Wrapped.Noted, Wrapped.Filled, Wrapped.Outer, Wrapped.Fallback {

    /** Several things for one place: each is read, and the first that has something to say is written. */
    record FirstOf(Address at, List<Field> fields) implements Wrapped {

        @Override
        public List<Path> sources() {
            return fields.stream().flatMap(field -> field.sources().stream()).toList();
        }

        @Override
        public boolean isAt(Address place) {
            return place.equals(at);
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            for (var i = 0; i < fields.size(); i++) fields.get(i).read(segment, into, run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            for (var i = 0; i < fields.size(); i++) {
                var written = fields.get(i).write(from, into, run);
                if (!into.get(at).isEmpty()) return written;
            }
            return false;
        }

        @Override
        public boolean carries() {
            return fields.stream().anyMatch(Field::carries);
        }

        @Override
        public boolean isWritten() {
            return fields.stream().anyMatch(Field::isWritten);
        }
    }

    /** What is only written, because another place says it with more authority. */
    record Repeated(Field field) implements Wrapped {

        @Override
        public List<Path> sources() {
            return field.sources();
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {}

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            return field.write(from, into, run);
        }
    }

    /** What is only read, because it is written in another place. */
    record Noted(Field field) implements Wrapped {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            field.read(segment, into, run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            return false;
        }

        @Override
        public boolean isWritten() {
            return false;
        }
    }

    /** What has a text for nothing: a price for at least 1 is a price for any quantity. */
    record Filled(Address at, String nothing, Field field) implements Wrapped {

        @Override
        public List<Path> sources() {
            return field.sources();
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            if (!at.in(segment).equals(nothing)) field.read(segment, into, run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            var written = field.write(from, into, run);
            if (!written) into.set(at, nothing);
            return written;
        }
    }

    /**
     * What belongs to the item or part around this one. Alone it is no reason to write a segment.
     *
     * @param when written only where this value of the inner item is present
     */
    record Outer(Field field, Optional<Path> when) implements Wrapped {

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            field.read(segment, run.outer(), run);
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            if (when.isEmpty() || when.get().isPresent(from)) field.write(run.outer(), into, run);
            return false;
        }

        @Override
        public boolean isWritten() {
            return field.isWritten();
        }
    }

    /** What is read only where no other place says it. */
    record Fallback(Field field, Value value) implements Wrapped {

        @Override
        public List<Path> sources() {
            return field.sources();
        }

        @Override
        public void read(Segment segment, Draft into, ReadingRun run) {
            run.later(() -> {
                if (!value.path().isPresent(into) && value.when().holds(into)) field.read(segment, into, run);
            });
        }

        @Override
        public boolean write(Object from, Elements into, WritingRun run) {
            return field.write(from, into, run);
        }
    }
}
