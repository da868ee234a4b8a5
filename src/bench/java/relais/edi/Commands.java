package relais.edi;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Measures {@code java -jar target/relais.jar check} in processes of its own: one small interchange, and one of a gigabyte in 128 MB of memory. */
final class Commands {
    private static final Path JAR = Path.of("target", "relais.jar").toAbsolutePath();
    private static final int STARTS = 15;
    private static final int ROUNDS = 5;
    private static final long GIGABYTE = 1_000_000_000L;

    private Commands() {}

    static void measure(Map<String, Double> rates) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("relais-bench");
        try {
            start("x12-850", Samples.x12(1), folder);
            start("edifact-orders", Samples.edifact(1), folder);
            gigabyte(folder, rates);
        } finally {
            for (var file : folder.toFile().listFiles()) Files.delete(file.toPath());
            Files.delete(folder);
        }
    }

    private static void start(String input, byte[] bytes, Path folder) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve(input), bytes);
        var millis = new double[STARTS];
        for (int i = 0; i < STARTS; i++) millis[i] = run(List.of(), file) / 1e6;
        Arrays.sort(millis);
        System.out.printf(
                "bench edi cold-check-%s %.0f ms (slowest of %d: %.0f)%n",
                input, millis[STARTS / 2], STARTS, millis[STARTS - 1]);
    }

    /**
     * The command on a gigabyte as a whole; and once it is under way, which is what a gigabyte has more than a fifth of it takes longer than
     * that fifth: starting and compiling are in both.
     */
    private static void gigabyte(Path folder, Map<String, Double> rates) throws IOException, InterruptedException {
        var whole = folder.resolve("gigabyte.x12");
        var fifth = folder.resolve("fifth.x12");
        var bytes = write(whole, GIGABYTE);
        var more = bytes - write(fifth, GIGABYTE / 5);
        var nanos = Long.MAX_VALUE;
        var nanosOfFifth = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            nanosOfFifth = Math.min(nanosOfFifth, run(List.of("-Xmx128m"), fifth));
            nanos = Math.min(nanos, run(List.of("-Xmx128m"), whole));
        }
        var small = rates.get("relais x12-850");
        var rate = more * 1000.0 / (nanos - nanosOfFifth);
        System.out.printf("bench edi check-gigabyte-x12-850 %.1f MB/s%n", bytes * 1000.0 / nanos);
        System.out.printf("bench edi check-gigabyte-under-way-x12-850 %.1f MB/s%n", rate);
        System.out.printf("bench edi ratio small-input x12-850 %.2f%n", rate / small);
    }

    /** One interchange with one functional group of orders, of about that size. */
    private static long write(Path file, long size) throws IOException {
        var text = new String(Samples.x12(1), StandardCharsets.US_ASCII);
        var begin = text.indexOf("ST*");
        var end = text.indexOf("GE*");
        var order = text.substring(begin, end);
        var sets = (int) (size / order.length());
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(text.substring(0, begin).getBytes(StandardCharsets.US_ASCII));
            for (int i = 1; i <= sets; i++)
                out.write(order.replace("0001", "%07d".formatted(i)).getBytes(StandardCharsets.US_ASCII));
            out.write(("GE*" + sets + text.substring(text.indexOf("*7~IEA"))).getBytes(StandardCharsets.US_ASCII));
        }
        return Files.size(file);
    }

    /** Nanoseconds from start to end. */
    private static long run(List<String> options, Path file) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), "check", file.toString()));
        var printed = File.createTempFile("relais-bench", ".txt");
        var from = System.nanoTime();
        var exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start()
                .waitFor();
        var nanos = System.nanoTime() - from;
        var text = Files.readString(printed.toPath());
        Files.delete(printed.toPath());
        if (exit != 0) throw new IllegalStateException("exit code " + exit + ": " + text);
        return nanos;
    }
}
