package relais.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.finding.FindingCode;
import relais.finding.Location;

/** What the text of an element, or one of its attributes, holds. */
sealed interface XmlSpec
        permits XmlSpec.Valued, XmlSpec.Constant, XmlSpec.Only, XmlSpec.FirstOf, XmlSpec.Again, XmlSpec.Total, XmlNet {

    /** A text that is being read. */
    record Place(XmlElement element, String attribute, XmlReadingRun run) {
        Location location() {
            return element.location(attribute);
        }
    }

    void read(String text, Place at, Draft into);

    /** Takes it as absent: what that means is set. */
    default void absent(Draft into, XmlReadingRun run) {}

    /** Sets the text or attribute, and says whether something of the document is in it. */
    boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run);

    /** Whether it can carry something of the document; an element in which nothing does is always written. */
    default boolean carries() {
        return false;
    }

    /** Whether it looks at what it reads; an element that no spec looks at is left to other rules. */
    default boolean looks() {
        return true;
    }

    /**
     * A value of the document.
     *
     * @param formatIn the attribute that states how a date is written; empty for ISO 8601
     * @param otherwise what an absent text means; empty for nothing
     * @param charactersMax of a text; what is longer is cut, and said
     * @param onlyWritten another place says it with more authority, so it is not read here
     */
    record Valued(
            Path path,
            Leaf leaf,
            Format format,
            String formatIn,
            String otherwise,
            Optional<Where> when,
            int charactersMax,
            boolean onlyWritten)
            implements XmlSpec {

        @Override
        public void read(String text, Place at, Draft into) {
            if (onlyWritten) return;
            if (text.isEmpty()) {
                absent(into, at.run);
                return;
            }
            try {
                var qualifier = formatIn.isEmpty() ? "" : at.element.text(formatIn);
                path.set(into, format.reader().read(text, qualifier));
            } catch (IllegalArgumentException e) {
                path.set(into, Draft.WRONG);
                var got = leaf.isFreeText() && format.wrong() != FindingCode.CODE_UNKNOWN ? "" : text;
                var shown = got.isEmpty() ? "" : ", got '" + got + "'";
                at.run.wrong(format.wrong(), at.location(), path + ": expected " + format.expected() + shown, got);
            }
        }

        @Override
        public void absent(Draft into, XmlReadingRun run) {
            if (!otherwise.isEmpty() && !onlyWritten)
                path.set(into, leaf.read(otherwise.equals(Value.POSITION) ? run.position() : otherwise));
        }

        @Override
        public boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run) {
            var value = path.get(from);
            if (value == null || when.isPresent() && !when.get().holds(from)) return false;
            var text = text(value, run);
            if (text.isEmpty()) return false;
            into.set(attribute, text);
            if (!formatIn.isEmpty()) into.set(formatIn, "102");
            if (!onlyWritten) run.carried(path);
            return true;
        }

        private String text(Object value, XmlWritingRun run) {
            try {
                var text = format.writer().write(value);
                var allowed = XmlWriter.allowed(text);
                if (!allowed.equals(text)) run.notWhole(path, "XML has no way to write some of its characters");
                return charactersMax > 0 && allowed.length() > charactersMax ? cut(allowed, run) : allowed;
            } catch (IllegalArgumentException | ArithmeticException e) {
                run.noCode(path, format.expected());
                return "";
            }
        }

        private String cut(String text, XmlWritingRun run) {
            run.notWhole(path, "only the first " + charactersMax + " of " + text.length() + " characters");
            return text.substring(0, charactersMax).stripTrailing();
        }

        @Override
        public boolean carries() {
            return true;
        }

        @Override
        public boolean looks() {
            return !onlyWritten;
        }
    }

    /** A text that is written, always or where the document holds something, and not looked at when reading. */
    record Constant(String text, Optional<Where> when) implements XmlSpec {

        @Override
        public void read(String found, Place at, Draft into) {}

        @Override
        public boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run) {
            if (when.isEmpty() || when.get().holds(from)) into.set(attribute, text);
            return false;
        }

        @Override
        public boolean looks() {
            return false;
        }
    }

    /** One of a few texts: any other is a finding, and the first is written. */
    record Only(List<String> texts) implements XmlSpec {

        @Override
        public void read(String text, Place at, Draft into) {
            if (!texts.contains(text))
                at.run.wrong(
                        FindingCode.VALUE_INVALID,
                        at.location(),
                        "expected " + String.join(" or ", texts) + ", got '" + text + "'",
                        text);
        }

        @Override
        public boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run) {
            into.set(attribute, texts.get(0));
            return false;
        }
    }

    /** Several things for one place: each is read, and the first that has something to say is written. */
    record FirstOf(List<XmlSpec> specs) implements XmlSpec {

        @Override
        public void read(String text, Place at, Draft into) {
            for (var spec : specs) spec.read(text, at, into);
        }

        @Override
        public void absent(Draft into, XmlReadingRun run) {
            for (var spec : specs) spec.absent(into, run);
        }

        @Override
        public boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run) {
            for (var spec : specs) {
                var written = spec.write(from, into, attribute, run);
                if (!into.text(attribute).isEmpty()) return written;
            }
            return false;
        }

        @Override
        public boolean carries() {
            return specs.stream().anyMatch(XmlSpec::carries);
        }

        @Override
        public boolean looks() {
            return specs.stream().anyMatch(XmlSpec::looks);
        }
    }

    /** A value of the document as a whole that is said again here: written, and compared when reading. */
    record Again(Path path, Format format) implements XmlSpec {

        @Override
        public void read(String text, Place at, Draft into) {
            if (!text.isEmpty()) at.run.later(document -> compare(text, at, document));
        }

        private void compare(String text, Place at, Draft document) {
            var value = path.get(document);
            if (value == null || value == Draft.WRONG) return;
            var said = format.writer().write(value);
            if (!said.equals(text))
                at.run.wrong(
                        FindingCode.VALUE_INVALID,
                        at.location(),
                        "expected " + said + " as in " + path + ", got '" + text + "'",
                        text);
        }

        @Override
        public boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run) {
            var value = path.get(run.document());
            if (value != null) into.set(attribute, format.writer().write(value));
            return false;
        }
    }

    /** Something added up: computed when writing, compared when reading; nothing added up is left out. */
    record Total(Sum sum) implements XmlSpec {

        /** What is added up. */
        interface Sum {
            /** The numbers, or a 1 for each thing that is counted. */
            List<BigDecimal> of(Object from);
        }

        /** The numbers at a trail through the items of a list, of those items that hold something. */
        static Sum sum(Path list, Optional<Where> where, Optional<Trail> rest) {
            return from -> {
                var numbers = new ArrayList<BigDecimal>();
                for (var item : list.items(from))
                    if (where.isEmpty() || where.get().holds(item))
                        numbers.add(rest.map(trail -> trail.sum(item)).orElse(BigDecimal.ONE));
                return numbers;
            };
        }

        @Override
        public void read(String text, Place at, Draft into) {
            if (!text.isEmpty()) at.run.later(document -> compare(text, at, into));
        }

        private void compare(String text, Place at, Draft into) {
            var counted = added(sum.of(into));
            if (!isSame(text, counted))
                at.run.wrong(
                        FindingCode.TOTAL_MISMATCH,
                        at.location(),
                        "says " + text + ", counted " + counted.toPlainString(),
                        text);
        }

        private static boolean isSame(String text, BigDecimal counted) {
            try {
                return new BigDecimal(text).compareTo(counted) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public boolean write(Object from, XmlElement into, String attribute, XmlWritingRun run) {
            var numbers = sum.of(from);
            if (!numbers.isEmpty()) into.set(attribute, added(numbers).toPlainString());
            return false;
        }

        private static BigDecimal added(List<BigDecimal> numbers) {
            return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
