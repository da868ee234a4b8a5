package relais.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the same class path, to be killed. */
final class ChildJvm {

    private ChildJvm() {}

    static Process start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Reads its output up to a line that contains a word. */
    static String awaitLine(Process process, String word) throws IOException {
        var lines = new ArrayList<String>();
        BufferedReader reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(word)) return line;
            lines.add(line);
        }
        throw new IllegalStateException("never said '" + word + "', but: " + String.join("\n", lines));
    }
}
