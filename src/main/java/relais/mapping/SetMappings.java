package relais.mapping;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relais.document.Document;
import relais.edi.Standard;
import relais.edi.TransactionSet;
import relais.yaml.InvalidFiles;
import relais.yaml.YamlFile;

/**
 * The mappings of transaction sets below a folder, for who needs few of them and has no time: each is compiled, and found wrong, when it is first
 * asked for. Overlays are not looked at. Not for several threads.
 */
public final class SetMappings {

    private final Loading loading;
    private final List<String> ids;
    private final List<Known> sets;
    private final Map<Known, Mapping> compiled = new HashMap<>();

    /** What a file says it is about. */
    private record Known(String id, Path path, YamlFile file) {

        boolean says(String key, String text) {
            return file.root()
                    .find(key)
                    .filter(node -> node.text().equals(text))
                    .isPresent();
        }

        boolean isOf(Standard standard) {
            return says("standard", standard.name());
        }
    }

    private SetMappings(Loading loading, List<Path> files, List<Path> overlays) {
        this.loading = loading;
        this.ids = Stream.concat(
                        files.stream().map(file -> loading.id(file.getParent())),
                        overlays.stream().map(file -> loading.id(file).replaceAll("\\.yaml$", "")))
                .toList();
        this.sets = files.parallelStream()
                .map(file -> new Known(loading.id(file.getParent()), file, YamlFile.read(file, loading.name(file))))
                .filter(known -> known.file.root().find("transactionSet").isPresent())
                .sorted(Comparator.comparing(Known::id))
                .toList();
    }

    public static SetMappings in(Path folder) {
        return new SetMappings(new Loading(folder), Loading.files(folder), Loading.overlays(folder));
    }

    /** The ids of all mappings, whatever they are about. */
    public List<String> ids() {
        return ids;
    }

    /**
     * The mapping that reads a transaction set: the one that takes it, or else the first of its type.
     *
     * @throws InvalidFiles if one of its type is wrong
     */
    public Optional<Mapping> reading(TransactionSet set) {
        var ofType = sets.stream()
                .filter(known -> known.isOf(set.standard()) && known.says("transactionSet", set.type()))
                .flatMap(known -> mapping(known).stream())
                .toList();
        return ofType.stream().filter(mapping -> mapping.takes(set)).findFirst().or(() -> ofType.stream()
                .findFirst());
    }

    /**
     * The mapping that writes a document in a syntax.
     *
     * @throws InvalidFiles if it is wrong
     */
    public Optional<Mapping> writing(Document document, Standard standard) {
        return sets.stream()
                .filter(known -> known.isOf(standard)
                        && known.says("document", document.type().title()))
                .findFirst()
                .flatMap(this::mapping);
    }

    private Optional<Mapping> mapping(Known known) {
        if (!compiled.containsKey(known)) compile(known);
        return Optional.ofNullable(compiled.get(known));
    }

    private void compile(Known known) {
        var mapping = Compiler.compile(known.id, known.file, loading.codes(known.path.getParent()));
        var findings = known.file.findings().and(loading.findings);
        if (!findings.isEmpty()) throw new InvalidFiles(findings);
        mapping.ifPresent(of -> compiled.put(known, of));
    }
}
