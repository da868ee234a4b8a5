package relais.edi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published EDIFACT directories, as the build wrote them. */
class DirectoriesTest {
    private static final Structures STRUCTURES = Structures.bundled();

    /** D.93A to D.21B: one a year at first, then two, and three in 2001. */
    static Stream<String> directories() {
        return Stream.of(
                        List.of(
                                "93A", "94A", "94B", "95A", "95B", "96A", "96B", "97A", "97B", "98A", "98B", "99A",
                                "99B"),
                        List.of(
                                "00A", "00B", "01A", "01B", "01C", "02A", "02B", "03A", "03B", "04A", "04B", "05A",
                                "05B"),
                        List.of(
                                "06A", "06B", "07A", "07B", "08A", "08B", "09A", "09B", "10A", "10B", "11A", "11B",
                                "12A"),
                        List.of(
                                "12B", "13A", "13B", "14A", "14B", "15A", "15B", "16A", "16B", "17A", "17B", "18A",
                                "18B"),
                        List.of("19A", "19B", "20A", "20B", "21A", "21B"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("directories")
    void hasTheStructureOfEveryMessageType(String release) throws IOException {
        for (var type : types(release)) {
            var set = STRUCTURES.find(Standard.EDIFACT, "D:" + release + ":UN", type);

            assertThat(set).as(type).isPresent();
            walk(set.get().root);
        }
    }

    private static void walk(Place loop) {
        assertThat(loop.children).as(loop.name).isNotEmpty();
        for (var child : loop.children) {
            assertThat(child.parent).isSameAs(loop);
            assertThat(child.max).isGreaterThanOrEqualTo(Math.max(1, child.min));
            assertThat(child.type.elements).as(child.name).isNotEmpty();
            for (var use : child.type.elements) walk(use);
            if (child.loop) walk(child);
        }
    }

    /** An element that has a code list has one that can be read. */
    private static void walk(ElementUse use) {
        if (use instanceof ElementUse.Composite composite)
            for (var component : composite.type().components) walk(component);
        else {
            var type = ((ElementUse.Simple) use).type();
            assertThat(type.codes().isOpen()).as(type.id()).isEqualTo(type.kind() != ElementType.Kind.CODE);
            assertThat(type.lengthMax()).isGreaterThanOrEqualTo(type.lengthMin());
        }
    }

    @ParameterizedTest
    @MethodSource("directories")
    void knowsTheMessagesThatEveryDirectoryHas(String release) throws IOException {
        assertThat(types(release))
                .contains("ORDERS", "ORDRSP", "DESADV", "INVOIC")
                .hasSizeBetween(50, 200);
    }

    private static List<String> types(String release) throws IOException {
        var types = new ArrayList<String>();
        try (var in = Structures.class.getResourceAsStream("edifact/d" + release.toLowerCase() + "/sets.txt")) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                if (line.charAt(0) != ' ') types.add(line.substring(0, 6));
        }
        return types;
    }

    @Test
    void hasAsManyPlacesAndMessageTypesAsThePublishedSchema() throws IOException {
        var schema = schema("Messages");
        var types = matches(schema, "\n    <xsd:complexType name=\"([A-Z]{6})\">");

        assertThat(types("96A")).hasSize(125).containsExactlyInAnyOrderElementsOf(types);
        for (var type : types) {
            var from = schema.indexOf("<xsd:complexType name=\"" + type + "\">");
            var text = schema.substring(from, schema.indexOf("\n    </xsd:complexType>", from));
            var published = matches(text, "<xsd:element [^>]*name=\"([^\"]*)\"");
            var set = STRUCTURES.find(Standard.EDIFACT, "D:96A:UN", type).orElseThrow();
            assertThat(names(set.root)).as(type).isEqualTo(published);
        }
    }

    /** Groups and segments in the order of the structure, as the schema names them. */
    private static List<String> names(Place loop) {
        var names = new ArrayList<String>();
        for (var child : loop.children) {
            names.add(child.loop ? child.name.replace("SG", "SegGrp-") : child.name);
            if (child.loop) names.addAll(names(child));
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "*", " ", "BGM", "ORDER", "ORDERSX", "ORDERS -", "\nORDERS"})
    void knowsNoOtherMessageType(String type) {
        assertThat(STRUCTURES.find(Standard.EDIFACT, "D:96A:UN", type)).isEmpty();
        assertThat(STRUCTURES.find(Standard.X12, "004010", type)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "D", "D:96:A", "D:96C:UN", "D:22A:UN", "S:93A:UN", "1:911:UN", "D:../../x12/004010", "D:96A/"
            })
    void knowsNoOtherDirectory(String version) {
        assertThat(STRUCTURES.find(Standard.EDIFACT, version, "ORDERS")).isEmpty();
    }

    @Test
    void hasTheCodesAndElementsOfThePublishedSchema() throws IOException {
        var schema = schema("Segments");
        var list = schema.substring(schema.indexOf("simpleType name=\"E1153-"));
        var codes = matches(list.substring(0, list.indexOf("</xsd:simpleType>")), "value=\"([^\"]*)\"");

        var use = STRUCTURES.element(Standard.EDIFACT, "D:96A:UN", "RFF", 1, 1).orElseThrow();

        var type = ((ElementUse.Simple) use).type();
        assertThat(use.id()).isEqualTo("1153");
        assertThat(codes).hasSizeGreaterThan(150);
        assertThat(type.codes().codes()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(type.lengthMax()).isEqualTo(3);
    }

    private static String schema(String name) throws IOException {
        try (var in = DirectoriesTest.class.getResourceAsStream("/d96a/EDIFACT-" + name + ".dfdl.xsd")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
