package relais.edi;

import java.util.ArrayList;
import java.util.List;

/**
 * What a segment's delimiters say by themselves: which elements and components are there, whether that is all that must be and nothing
 * that must not, and which type each value has. Segments of one shape come by the thousand, so it is worked out once, and only the values
 * are left to look at.
 *
 * <p>A shape is written as a number ({@link Tokens#shape}): from the highest bit down a 1, then for each mark whether something stands
 * before it (one bit) and its kind (two bits), at last whether something stands behind the last mark.
 */
final class Shape {
    /** How many values a number describes. */
    static final int VALUES_MAX = 20;
    /** The number of a segment that none describes: it has more values, or its bytes are not its text. */
    static final long OTHER = 0;
    /** The number of a tag that is yet to come. */
    static final long BEGUN = 1;

    private static final int BITS = 3;

    final long number;
    private final boolean whole;
    private final Value[] values;
    private final int[] moments;

    private Shape(long number, boolean whole, Values values) {
        this.number = number;
        this.whole = whole;
        this.values = values.there.toArray(new Value[0]);
        this.moments = values.moments.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The shape of which nothing is certain. */
    static Shape none() {
        return new Shape(OTHER, false, new Values(OTHER));
    }

    static Shape of(long number, SegmentType type) {
        if (number == OTHER) return none();
        var values = new Values(number);
        return new Shape(number, values.areAll(type), values);
    }

    /** The number with one more mark. */
    static long mark(long number, int there, int kind) {
        return (number << 1 | there) << 2 | kind;
    }

    /** Whether a segment of this shape is certainly right; what is not certain here is not wrong yet. */
    boolean holdsSurely(Tokens tokens, int segment) {
        if (!whole) return false;
        var first = tokens.first(segment);
        var bytes = tokens.bytes;
        var before = tokens.base + 1;
        for (var value : values) {
            var from = tokens.at(first + value.mark);
            if (!value.holdsSurely(bytes, before + from, tokens.at(first + value.mark + 1) - from - 1)) return false;
        }
        for (var moment : moments) if (!isSurelyMoment(tokens, first + moment)) return false;
        return true;
    }

    private static boolean isSurelyMoment(Tokens tokens, int mark) {
        return DateTimePeriod.isSurelyRight(
                tokens.bytes,
                tokens.base + tokens.at(mark + 1) + 1,
                tokens.base + tokens.at(mark + 2),
                tokens.base + tokens.at(mark + 3));
    }

    /** A value that is there, with what its type asks for side by side. */
    private static final class Value {
        /** The mark before it, counted from the segment's first mark. */
        final int mark;

        private final int lengthMin;
        private final int lengthMax;
        private final boolean text;
        private final boolean coded;
        private final CodeSet.Table codes;
        private final ElementType type;

        Value(int mark, ElementType type) {
            this.mark = mark;
            this.coded = type.kind() == ElementType.Kind.CODE;
            this.codes = type.codes().table();
            var open = coded && type.codes().isOpen();
            this.text = open || type.kind() == ElementType.Kind.TEXT || type.kind() == ElementType.Kind.BINARY;
            this.lengthMin = type.lengthMin();
            this.lengthMax = text ? type.lengthMax() : Math.min(type.lengthMax(), EightBytes.MAX);
            this.type = type;
        }

        /** Whether bytes are certainly right, one for each character and the first no blank. */
        boolean holdsSurely(byte[] bytes, int from, int length) {
            if (length > lengthMax || length < lengthMin) return false;
            if (text) return bytes[from] != ' ';
            var packed = EightBytes.of(bytes, from, from + length);
            return coded ? codes.contains(packed) : type.holdsSurely(packed, length);
        }
    }

    /** Tells the values of a shape apart. */
    private static final class Values {
        final List<Value> there = new ArrayList<>();
        /** The mark before each composite whose third component is the format of its second. */
        final List<Integer> moments = new ArrayList<>();

        private final long number;
        private final int count;

        Values(long number) {
            this.number = number;
            this.count = (Long.SIZE - Long.numberOfLeadingZeros(number)) / BITS;
        }

        private int kind(int mark) {
            return (int) (number >>> (count - 1 - mark) * BITS + 1) & 3;
        }

        private boolean isThere(int mark) {
            return (number >>> (count - 1 - mark) * BITS & 1) == 1;
        }

        /** Whether they are all that the segment must have. */
        boolean areAll(SegmentType type) {
            var present = 0L;
            var element = 0;
            for (int from = 0, to; from < count; from = to) {
                if (kind(from) != Syntax.ELEMENT) return false;
                to = from + 1;
                while (to < count && kind(to) == Syntax.COMPONENT) to++;
                element++;
                if (to == from + 1 && !isThere(from)) continue;
                if (element > type.elements.length || !are(type.elements[element - 1], from, to)) return false;
                present |= 1L << element;
            }
            return holds(present, type.mandatory, type.notes);
        }

        private boolean are(ElementUse use, int from, int to) {
            if (use instanceof ElementUse.Composite composite) return are(composite.type(), from, to);
            there.add(new Value(from, ((ElementUse.Simple) use).type()));
            return to == from + 1;
        }

        private boolean are(CompositeType composite, int from, int to) {
            if (to - from > composite.components.length) return false;
            var present = 0L;
            for (int mark = from; mark < to; mark++) {
                if (!isThere(mark)) continue;
                there.add(new Value(mark, composite.components[mark - from].type()));
                present |= 1L << mark - from + 1;
            }
            if (composite.dateTimePeriod && to - from == 3) moments.add(from);
            return present != 0 && holds(present, composite.mandatory, composite.notes);
        }

        private static boolean holds(long present, long mandatory, SyntaxNote[] notes) {
            if ((present & mandatory) != mandatory) return false;
            for (var note : notes) if (!note.holds(present)) return false;
            return true;
        }
    }
}
