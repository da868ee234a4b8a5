package relais.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The files in a folder and in the folders below it, by name. What is hidden (a leading dot) is left out. A link to a file is read; a link to a
 * folder is not followed, so that nothing is read twice and no circle is walked.
 */
final class Sources extends SimpleFileVisitor<Path> {

    private static final String HERE = ".";

    private final Path top;
    private final List<Path> files = new ArrayList<>();

    private Sources(Path top) {
        this.top = top;
    }

    /** Everything that the arguments of a command stand for, in their order. */
    static List<Source> of(List<String> arguments, Terminal terminal) {
        var sources = new ArrayList<Source>();
        for (var argument : arguments) {
            var source = Source.named(argument, terminal);
            if (source.isFolder()) sources.addAll(in(source));
            else sources.add(source);
        }
        return sources;
    }

    /** A folder that cannot be read stands for itself; whoever opens it is told why. */
    private static List<Source> in(Source folder) {
        try {
            var found = new Sources(folder.path().orElseThrow().toRealPath());
            Files.walkFileTree(found.top, found);
            Collections.sort(found.files);
            return found.files.stream()
                    .map(file -> Source.of(found.name(folder, file), file))
                    .toList();
        } catch (IOException e) {
            return List.of(folder);
        }
    }

    private String name(Source folder, Path file) {
        var below = top.relativize(file).toString();
        if (folder.name().equals(HERE) || below.isEmpty()) return below.isEmpty() ? folder.name() : below;
        return folder.name().endsWith("/") ? folder.name() + below : folder.name() + "/" + below;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!hidden(file) && (Files.isRegularFile(file) || Files.notExists(file))) files.add(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        files.add(file);
        return FileVisitResult.CONTINUE;
    }

    private boolean hidden(Path path) {
        return !path.equals(top) && path.getFileName().toString().startsWith(".");
    }
}
