package relais.edi;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures reading and validating in full, on one thread, beside others on the same bytes: StAEDI with the same structure, StAEDI with
 * the envelope alone, and a plain scan for delimiters. Prints {@code bench edi WHAT FIGURE UNIT} and {@code bench edi ratio PEER INPUT
 * FIGURE}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Bench {
    private static final int SETS = 200;

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

    @Benchmark
    public int scan() {
        var delimiters = 0;
        for (var b : bytes) if (b == '*' || b == '~' || b == '+' || b == ':' || b == '\'') delimiters++;
        return delimiters;
    }

    /** Runs everything and prints the figures. */
    public static void main(String[] args) throws Exception {
        var options = new OptionsBuilder()
                .include(Bench.class.getName() + "\\.")
                .addProfiler(GCProfiler.class)
                .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        var rates = new HashMap<String, Double>();
        for (var result : results) {
            var name = result.getPrimaryResult().getLabel();
            var input = result.getParams().getParam("input");
            var bytes = bytes(input, name.equals("relaisSingle") ? 1 : SETS).length;
            var nanos = result.getPrimaryResult().getScore();
            rates.put(name + " " + input, bytes / nanos * 1000);
            if (name.equals("relaisSingle")) {
                System.out.printf("bench edi single-%s %.1f us%n", input, nanos / 1000);
                continue;
            }
            System.out.printf("bench edi %s-%s %.1f MB/s%n", name, input, bytes / nanos * 1000);
            if (!name.equals("relais")) continue;
            System.out.printf("bench edi sets-%s %.0f sets/s%n", input, SETS / nanos * 1e9);
            var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (allocated != null)
                System.out.printf("bench edi allocated-%s %.2f bytes/byte%n", input, allocated.getScore() / bytes);
        }
        ratios(rates);
    }

    private static void ratios(Map<String, Double> rates) {
        for (var peer : new String[] {"staedi", "staediEnvelope", "scan"})
            for (var input : new String[] {"x12-850", "edifact-orders"}) {
                var ratio = rates.get("relais " + input) / rates.get(peer + " " + input);
                var name = peer.equals("staediEnvelope") ? "staedi-envelope" : peer;
                System.out.printf("bench edi ratio %s %s %.2f%n", name, input, ratio);
            }
    }
}
