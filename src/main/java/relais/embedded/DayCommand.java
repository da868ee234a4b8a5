package relais.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which settings the words on the command line stand for when the hub starts; what is set otherwise goes before them. */
public final class DayCommand {

    private static final List<String> PORTS = List.of(
            "server.port", "relais.postgres.port", "relais.broker.port", "relais.dropbox.port", "acme.sftp.port");

    /** The setting that names a folder made for this one day, to be deleted after it. */
    static final String FOLDER = "relais.day-folder";

    private DayCommand() {}

    /**
     * The arguments with what their words stand for: {@code run} plays no example day; {@code demo --exit} plays it in a fresh
     * folder and on free ports, and ends the process with the day's result. A setting that is given stays as given.
     */
    public static String[] expand(String... arguments) {
        var given = Arrays.asList(arguments);
        var settings = new ArrayList<>(given);
        meant(given).forEach((name, value) -> {
            if (given.stream().noneMatch(argument -> argument.startsWith("--" + name + "=")))
                settings.add("--" + name + "=" + value);
        });
        return settings.toArray(String[]::new);
    }

    private static Map<String, String> meant(List<String> words) {
        if (words.contains("run")) return Map.of("relais.day", "none");
        if (!words.contains("--exit")) return Map.of();
        var folder = freshFolder();
        var settings = new HashMap<>(Map.of("relais.day", "exit", "relais.data", folder, FOLDER, folder));
        for (var port : PORTS) settings.put(port, "0");
        return settings;
    }

    private static String freshFolder() {
        try {
            return Files.createTempDirectory("relais-day-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
