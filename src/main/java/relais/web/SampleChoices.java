package relais.web;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import relais.mapping.FileMapping;
import relais.mapping.Mapping;
import relais.mapping.Mappings;

/** The mappings that an operator can choose from, in groups. Flat files that Smooks reads are read by routes alone, and so are none of them. */
record SampleChoices(List<Group> groups) {

    /** @param ids of mappings: {@code x12/850} */
    record Group(String label, List<String> ids) {

        boolean has(String id) {
            return ids.contains(id);
        }
    }

    private static final int OVERLAYS = 0;
    private static final int TABLES = 1;
    private static final int SETS = 2;
    private static final int XML = 3;

    static SampleChoices of(Mappings mappings) {
        return new SampleChoices(List.of(
                new Group("Partners", mappings.overlays()),
                new Group("Tables", files(mappings, mapping -> !isXml(mapping))),
                new Group(
                        "X12 and EDIFACT",
                        mappings.all().stream().map(Mapping::id).toList()),
                new Group("XML", files(mappings, SampleChoices::isXml))));
    }

    private static List<String> files(Mappings mappings, Predicate<FileMapping> wanted) {
        return mappings.files().stream().filter(wanted).map(FileMapping::id).toList();
    }

    static boolean isXml(FileMapping mapping) {
        return mapping.type().format().equals("xml");
    }

    boolean isTable(String id) {
        return groups.get(TABLES).has(id);
    }

    boolean isXml(String id) {
        return groups.get(XML).has(id);
    }

    /** Whether it reads transaction sets. */
    boolean isOfSets(String id) {
        return Stream.of(OVERLAYS, SETS).anyMatch(group -> groups.get(group).has(id));
    }
}
