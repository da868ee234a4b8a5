package relais.cli;

import java.net.URL;
import java.util.Collection;
import org.springframework.boot.loader.launch.JarLauncher;
import org.springframework.boot.loader.launch.LaunchedClassLoader;

/**
 * The jar's main class. A command runs at once on the few classes at the jar's root; the hub, and what needs as much, runs on everything in
 * {@code BOOT-INF}, in a class loader that sees nothing of the root. Opening the hub's 250 libraries alone would take a
 * command longer than its work.
 */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        if (Commands.startHub(arguments) || Commands.needEverything(arguments)) new HubLauncher().launch(arguments);
        else System.exit(Commands.run(arguments));
    }

    /** Loaded for the hub only. */
    private static final class HubLauncher extends JarLauncher {

        HubLauncher() throws Exception {}

        @Override
        public void launch(String[] arguments) throws Exception {
            super.launch(arguments);
        }

        @Override
        protected ClassLoader createClassLoader(Collection<URL> urls) {
            return new LaunchedClassLoader(
                    isExploded(), getArchive(), urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        }
    }
}
