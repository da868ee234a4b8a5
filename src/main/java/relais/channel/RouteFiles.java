package relais.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The route files of the home folder: error handling first, then the templates, then the routes. */
final class RouteFiles {

    private final Path routes;

    /** @param home the folder that holds {@code routes} */
    RouteFiles(Path home) {
        this.routes = home.resolve("routes");
    }

    /** Loads all of them. @throws RuntimeCamelException if one is wrong; it names the file and the line */
    void load(CamelContext context) {
        load(context, List.of(routes.resolve("errors.yaml")));
        load(context, yaml(routes.resolve("templates")));
        load(
                context,
                yaml(routes).stream()
                        .filter(file -> !file.endsWith("errors.yaml"))
                        .toList());
    }

    private static List<Path> yaml(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("the route files of " + folder + " cannot be listed", failed);
        }
    }

    private static void load(CamelContext context, List<Path> files) {
        for (var file : files) {
            try {
                PluginHelper.getRoutesLoader(context).loadRoutes(resource(context, file));
            } catch (Exception wrong) {
                throw new RuntimeCamelException("the route file " + file + " is wrong: " + Failures.line(wrong), wrong);
            }
        }
    }

    private static Resource resource(CamelContext context, Path file) {
        return ResourceHelper.resolveResource(context, "file:" + file);
    }
}
