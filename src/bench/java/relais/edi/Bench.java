package relais.edi;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures reading and validating in full, on one thread, beside others on the same bytes: StAEDI with the same structure, StAEDI with
 * the envelope alone, Smooks with the published directory, and a plain scan for delimiters; then the packaged command in processes of its own.
 * Prints {@code bench edi WHAT FIGURE UNIT} and {@code bench edi ratio PEER INPUT FIGURE}. Memory is touched beforehand, so that nobody is
 * charged for the operating system's pages. Everybody is measured in several processes, in turns, and the fastest counts: on a machine that is
 * shared, what others do slows everything for minutes at a time, and never speeds anything up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
public class Bench {
    private static final int SETS = 200;
    private static final int ROUNDS = 5;

    @Param({"x12-850", "edifact-orders"})
    public String input;

    private Structures structures;
    private byte[] bytes;
    private byte[] single;
    private Schema schema;

    @Setup
    public void setUp() throws Exception {
        structures = Structures.bundled();
        bytes = bytes(input, SETS);
        single = bytes(input, 1);
        var set = input.startsWith("x12")
                ? structures.find(Standard.X12, "004010", "850")
                : structures.find(Standard.EDIFACT, "D:96A:UN", "ORDERS");
        var text = StaediSchema.of(set.orElseThrow());
        schema = SchemaFactory.newFactory()
                .createSchema(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String input, int sets) {
        return input.startsWith("x12") ? Samples.x12(sets) : Samples.edifact(sets);
    }

    @Benchmark
    public int relais() {
        return read(bytes);
    }

    @Benchmark
    public int relaisSingle() {
        return read(single);
    }

    private int read(byte[] from) {
        var reader =
                new InterchangeReader(new ByteArrayInputStream(from), Position.start(), structures, Limits.standard());
        var segments = 0;
        for (var event = reader.next(); !(event instanceof Event.EndOfInput); event = reader.next()) {
            if (!(event instanceof Event.SetRead read)) continue;
            if (!read.set().findings().isEmpty())
                throw new IllegalStateException(read.set().findings().toString());
            segments += read.set().segmentCount();
        }
        return segments;
    }

    @Benchmark
    public int staedi() throws Exception {
        return staedi(true);
    }

    @Benchmark
    public int staediEnvelope() throws Exception {
        return staedi(false);
    }

    private int staedi(boolean structured) throws Exception {
        var segments = 0;
        try (var reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes))) {
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == EDIStreamEvent.START_TRANSACTION && structured) reader.setTransactionSchema(schema);
                if (event == EDIStreamEvent.START_SEGMENT) segments++;
                if (structured && event.isError())
                    throw new IllegalStateException(reader.getErrorType() + " " + reader.getLocation());
            }
        }
        return segments;
    }

    /** The same interchange takes it seconds, so this one is measured in the first round only. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 2)
    public long smooks(SmooksPeer peer) {
        return peer.read(bytes);
    }

    /** From nothing to the structure of one message type, in a process of its own. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Object structure() {
        var fresh = Structures.bundled();
        return input.startsWith("x12")
                ? fresh.find(Standard.X12, "004010", "850")
                : fresh.find(Standard.EDIFACT, "D:96A:UN", "ORDERS");
    }

    @Benchmark
    public int scan() {
        var delimiters = 0;
        for (var b : bytes) if (b == '*' || b == '~' || b == '+' || b == ':' || b == '\'') delimiters++;
        return delimiters;
    }

    /** Runs everything and prints the figures. */
    public static void main(String[] args) throws Exception {
        var fastest = new TreeMap<String, RunResult>();
        for (var round = 1; round <= ROUNDS; round++)
            for (var result : new Runner(round(round)).run()) fastest.merge(name(result), result, Bench::faster);
        var rates = new HashMap<String, Double>();
        for (var result : fastest.values()) print(result, rates);
        ratios(rates);
        Commands.measure(rates);
    }

    private static Options round(int round) {
        var options =
                new OptionsBuilder().include(Bench.class.getName() + "\\.").addProfiler(GCProfiler.class);
        return (round == 1 ? options : options.exclude("smooks")).build();
    }

    private static String name(RunResult result) {
        return result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("input");
    }

    private static RunResult faster(RunResult one, RunResult other) {
        return nanos(one) <= nanos(other) ? one : other;
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static void print(RunResult result, Map<String, Double> rates) {
        var name = result.getPrimaryResult().getLabel();
        var input = result.getParams().getParam("input");
        var nanos = nanos(result);
        if (name.equals("smooks") && input.startsWith("x12")) return;
        if (name.equals("structure")) {
            System.out.printf("bench edi structure-cold-%s %.0f ms%n", input, nanos / 1e6);
            return;
        }
        if (name.equals("relaisSingle")) {
            System.out.printf("bench edi single-%s %.1f us%n", input, nanos / 1000);
            return;
        }
        var bytes = bytes(input, SETS).length;
        rates.put(name + " " + input, bytes / nanos * 1000);
        System.out.printf("bench edi %s-%s %.2f MB/s%n", name, input, bytes / nanos * 1000);
        if (name.equals("relais")) printMore(result, input, bytes);
    }

    private static void printMore(RunResult result, String input, int bytes) {
        System.out.printf("bench edi sets-%s %.0f sets/s%n", input, SETS / nanos(result) * 1e9);
        var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        System.out.printf("bench edi allocated-%s %.2f bytes/byte%n", input, allocated / bytes);
    }

    private static void ratios(Map<String, Double> rates) {
        for (var peer : new String[] {"staedi", "staediEnvelope", "smooks", "scan"})
            for (var input : new String[] {"x12-850", "edifact-orders"}) {
                var theirs = rates.get(peer + " " + input);
                if (theirs == null) continue;
                var name = peer.equals("staediEnvelope") ? "staedi-envelope" : peer;
                System.out.printf("bench edi ratio %s %s %.2f%n", name, input, rates.get("relais " + input) / theirs);
            }
    }
}
