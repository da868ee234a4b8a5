package relais.edi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes our structure of a transaction set as a schema for StAEDI, so that both validate the same. */
final class StaediSchema {
    private final Map<String, String> types = new LinkedHashMap<>();
    private final StringBuilder structure = new StringBuilder();
    private int loops;

    static String of(SetType set) {
        var schema = new StaediSchema();
        for (var child : set.root.children) schema.place(child);
        var text = new StringBuilder("<schema xmlns=\"http://xlate.io/EDISchema/v4\"><transaction><sequence>");
        text.append(schema.structure).append("</sequence></transaction>");
        // StAEDI wants elements before composites before segments
        for (var kind : new String[] {"<elementType", "<compositeType", "<segmentType"})
            schema.types.values().stream().filter(type -> type.startsWith(kind)).forEach(text::append);
        return text.append("</schema>").toString();
    }

    private void place(Place place) {
        if (!place.loop) {
            segment(place.type);
            structure
                    .append("<segment type=\"")
                    .append(place.type.tag)
                    .append('"')
                    .append(occurs(place))
                    .append("/>");
            return;
        }
        structure
                .append("<loop code=\"L%04d\"".formatted(++loops))
                .append(occurs(place))
                .append("><sequence>");
        for (var child : place.children) place(child);
        structure.append("</sequence></loop>");
    }

    private static String occurs(Place place) {
        var max = Math.min(place.max, 999_999);
        return (place.min > 0 ? " minOccurs=\"1\"" : "") + (max > 1 ? " maxOccurs=\"" + max + "\"" : "");
    }

    private void segment(SegmentType type) {
        if (types.containsKey("S" + type.tag)) return;
        var text = new StringBuilder("<segmentType name=\"" + type.tag + "\"><sequence>");
        for (var use : type.elements) text.append(use(use));
        text.append("</sequence>");
        for (var note : type.notes) text.append(note(note));
        types.put("S" + type.tag, text.append("</segmentType>").toString());
    }

    private String use(ElementUse use) {
        var min = (use.mandatory() ? " minOccurs=\"1\"" : "")
                + (use.repetitionsMax() > 1 ? " maxOccurs=\"" + use.repetitionsMax() + "\"" : "");
        if (use instanceof ElementUse.Composite composite)
            return "<composite type=\"" + composite(composite.type()) + "\"" + min + "/>";
        return "<element type=\"" + element(((ElementUse.Simple) use).type()) + "\"" + min + "/>";
    }

    private String composite(CompositeType type) {
        if (types.containsKey(type.id)) return type.id;
        var text = new StringBuilder("<compositeType name=\"" + type.id + "\"><sequence>");
        for (var component : type.components) text.append(use(component));
        text.append("</sequence>");
        for (var note : type.notes) text.append(note(note));
        types.put(type.id, text.append("</compositeType>").toString());
        return type.id;
    }

    private String element(ElementType type) {
        var name = "E" + type.id();
        if (types.containsKey(name)) return name;
        var text = new StringBuilder("<elementType name=\"" + name + "\" base=\"" + base(type) + "\" minLength=\""
                + type.lengthMin() + "\" maxLength=\"" + type.lengthMax() + "\">");
        if (!type.codes().isOpen()) {
            text.append("<enumeration>");
            for (var code : type.codes().codes())
                text.append("<value>").append(code).append("</value>");
            text.append("</enumeration>");
        }
        types.put(name, text.append("</elementType>").toString());
        return name;
    }

    private static String base(ElementType type) {
        return switch (type.kind()) {
            case TEXT -> "string";
            case CODE -> "identifier";
            case INTEGER -> "numeric";
            case DECIMAL -> "decimal";
            case DATE -> "date";
            case TIME -> "time";
            case BINARY -> "binary";
        };
    }

    private static String note(SyntaxNote note) {
        var kind =
                switch (note.kind()) {
                    case PAIRED -> "paired";
                    case REQUIRED -> "required";
                    case EXCLUSIVE -> "exclusion";
                    case CONDITIONAL -> "conditional";
                    case LIST -> "list";
                    case ONE -> "single";
                    case ALONE -> "firstonly";
                };
        var text = new StringBuilder("<syntax type=\"" + kind + "\">");
        for (var position : note.positions())
            text.append("<position>").append(position).append("</position>");
        return text.append("</syntax>").toString();
    }
}
