package relais.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import relais.document.Document;
import relais.edi.Envelope;
import relais.edi.Event;
import relais.edi.InterchangeReader;
import relais.edi.InterchangeWriter;
import relais.edi.Limits;
import relais.edi.OutgoingSet;
import relais.edi.Position;
import relais.edi.Samples;
import relais.edi.Structures;

/**
 * Measures translating on one thread, from the bytes of an interchange to documents and their JSON and from documents to bytes, beside Smooks with a
 * binding of the same orders to Java maps, and beside Jackson alone writing the same JSON. Prints {@code bench mapping WHAT FIGURE UNIT}. Everybody
 * is measured in several processes, in turns, and the fastest counts, as for the engine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 3, time = 1)
public class Bench {
    private static final int ORDERS = 200;
    private static final int ROUNDS = 5;

    @Param({"x12-850", "edifact-orders"})
    public String input;

    private final Json json = new Json();
    private final JsonMapper jackson = new JsonMapper();
    private final Structures structures = Structures.bundled();
    private final List<Document> documents = new ArrayList<>();
    private final List<JsonNode> trees = new ArrayList<>();
    private Mapping mapping;
    private byte[] bytes;
    private Envelope envelope;
    private String version;

    @Setup
    public void setUp() {
        var x12 = isX12(input);
        mapping = Mappings.load(Path.of("mappings")).get(x12 ? "x12/850" : "edifact/ORDERS");
        bytes = x12 ? Samples.x12(ORDERS) : Samples.edifact(ORDERS);
        version = x12 ? "004010" : "D:96A:UN";
        var at = LocalDateTime.of(2026, 3, 5, 9, 12);
        envelope = x12
                ? Envelope.x12("01", "081466849", "ZZ", "MAISONLUMEN", at)
                : Envelope.edifact("14", "3020000000019", "14", "3010000000012", at);
        translate(documents);
        for (var document : documents) trees.add(json.tree(document));
    }

    private static boolean isX12(String input) {
        return input.startsWith("x12");
    }

    /** From bytes to documents and their JSON. */
    @Benchmark
    public int read() {
        var length = 0;
        for (var document : translate(new ArrayList<>())) length += json.write(document).length;
        return length;
    }

    private List<Document> translate(List<Document> into) {
        var reader =
                new InterchangeReader(new ByteArrayInputStream(bytes), Position.start(), structures, Limits.standard());
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next())
            if (event instanceof Event.SetRead read) {
                var reading = mapping.read(read.set(), Map.of("partner", "acme-retail"));
                into.add(reading.document()
                        .orElseThrow(() ->
                                new IllegalStateException(reading.findings().toString())));
            }
        return into;
    }

    /** From documents to bytes that are known to be right. */
    @Benchmark
    public int write() {
        var sets = new ArrayList<OutgoingSet>();
        for (var document : documents)
            sets.add(new OutgoingSet(
                    mapping.transactionSet(),
                    version,
                    Integer.toString(1000 + sets.size()),
                    mapping.write(document).segments()));
        return new InterchangeWriter(structures, Limits.standard()).write(envelope, sets).length;
    }

    /** The floor: the same JSON, written of trees that are there. */
    @Benchmark
    public int jackson() throws Exception {
        var length = 0;
        for (var tree : trees) length += jackson.writeValueAsBytes(tree).length;
        return length;
    }

    /** The same interchange takes it seconds, so this one is measured in the first round only. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 2)
    public int smooks(SmooksPeer peer) {
        return isX12(input) ? 0 : peer.read(bytes);
    }

    /** Runs everything and prints the figures. */
    public static void main(String[] args) throws RunnerException {
        var fastest = new TreeMap<String, RunResult>();
        for (var round = 1; round <= ROUNDS; round++)
            for (var result : new Runner(round(round)).run()) fastest.merge(name(result), result, Bench::faster);
        var rates = new HashMap<String, Double>();
        fastest.forEach((name, result) -> print(name, result, rates));
        for (var of : List.of("x12-850", "edifact-orders"))
            for (var peer : List.of("jackson", "smooks")) ratio(peer, of, rates);
    }

    private static Options round(int round) {
        var options =
                new OptionsBuilder().include(Bench.class.getName() + "\\.").addProfiler(GCProfiler.class);
        return (round == 1 ? options : options.exclude("smooks")).build();
    }

    private static String name(RunResult result) {
        return result.getPrimaryResult().getLabel() + "-" + result.getParams().getParam("input");
    }

    private static RunResult faster(RunResult one, RunResult other) {
        return nanos(one) <= nanos(other) ? one : other;
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static void print(String name, RunResult result, Map<String, Double> rates) {
        if (name.equals("smooks-x12-850")) return;
        var rate = ORDERS / nanos(result) * 1e9;
        rates.put(name, rate);
        System.out.printf("bench mapping %s %.0f documents/s%n", name, rate);
        var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated != null && !name.startsWith("smooks"))
            System.out.printf(
                    "bench mapping allocated-%s %.1f kB/document%n", name, allocated.getScore() / ORDERS / 1000);
    }

    private static void ratio(String peer, String input, Map<String, Double> rates) {
        var theirs = rates.get(peer + "-" + input);
        if (theirs == null) return;
        System.out.printf("bench mapping ratio %s %s %.2f%n", peer, input, rates.get("read-" + input) / theirs);
    }
}
