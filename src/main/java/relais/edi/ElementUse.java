package relais.edi;

/** A place in a segment or composite: which element stands there. */
sealed interface ElementUse {

    boolean mandatory();

    /** How often it may be repeated; 1 for not at all. */
    int repetitionsMax();

    /** The same with another limit. */
    ElementUse repeated(int repetitionsMax);

    /** Number of the element or composite: "355", "C507". */
    String id();

    String name();

    record Simple(ElementType type, boolean mandatory, int repetitionsMax) implements ElementUse {
        @Override
        public ElementUse repeated(int times) {
            return new Simple(type, mandatory, times);
        }

        @Override
        public String id() {
            return type.id();
        }

        @Override
        public String name() {
            return type.name();
        }
    }

    record Composite(CompositeType type, boolean mandatory, int repetitionsMax) implements ElementUse {
        @Override
        public ElementUse repeated(int times) {
            return new Composite(type, mandatory, times);
        }

        @Override
        public String id() {
            return type.id;
        }

        @Override
        public String name() {
            return type.name;
        }
    }
}
