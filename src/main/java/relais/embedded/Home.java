package relais.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The folder that holds {@code routes/} and {@code mappings/}: what a partner or an integrator can make us change. */
public final class Home {

    private static final String IN_JAR = "relais/home/";

    private Home() {}

    /**
     * Finds it: the one that is set, else the working directory if it has routes, else the jar's own copy, unpacked anew.
     *
     * @param configured the setting {@code relais.home}, or empty
     * @param unpackTo where the jar's copy goes
     * @throws IllegalArgumentException if the one that is set has no folder {@code routes}
     */
    public static Path find(String configured, Path workingDirectory, Path unpackTo) {
        if (configured.isEmpty()) return hasRoutes(workingDirectory) ? workingDirectory : unpack(unpackTo);
        var home = workingDirectory.resolve(configured).normalize();
        if (!hasRoutes(home))
            throw new IllegalArgumentException(
                    home + " has no folder routes; choose another with --relais.home=FOLDER, or leave it out");
        return home;
    }

    private static boolean hasRoutes(Path folder) {
        return Files.isDirectory(folder.resolve("routes"));
    }

    private static Path unpack(Path folder) {
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + IN_JAR + "**")) {
                var url = resource.getURL().toString();
                if (url.endsWith("/") || !resource.isReadable()) continue;
                var file = folder.resolve(url.substring(url.lastIndexOf(IN_JAR) + IN_JAR.length()));
                Files.createDirectories(file.getParent());
                Files.write(file, resource.getContentAsByteArray());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot unpack the routes and mappings to " + folder, failed);
        }
    }
}
