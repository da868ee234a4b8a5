package relais.edi;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Reads so many broken interchanges on so many threads, and prints what came of it. */
public final class FuzzRun {
    private static final int BROKEN_MAX = 20;
    private static final long HANGS_NANOS = 10_000_000_000L;
    private static final long SLOW_NANOS = 1_000_000_000L;

    private static final long EACH = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long inputs;
    private final long seed;
    private final int threads;
    private final Structures structures = Structures.bundled();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicLongArray since;
    private final AtomicReferenceArray<byte[]> current;

    public FuzzRun(long inputs, long seed, int threads) {
        this.inputs = inputs;
        this.seed = seed;
        this.threads = threads;
        this.since = new AtomicLongArray(threads);
        this.current = new AtomicReferenceArray<>(threads);
    }

    /** Whether every promise held. */
    public boolean run() throws IOException, InterruptedException {
        var seeds = FuzzSeeds.gather(structures, seed);
        System.out.printf("bench edi.fuzz seed %d%nbench edi.fuzz samples %d%n", seed, seeds.size());
        var began = System.nanoTime();
        var workers = IntStream.range(0, threads)
                .mapToObj(thread -> new Thread(() -> work(thread, seeds)))
                .toList();
        workers.forEach(worker -> worker.setDaemon(true));
        workers.forEach(Thread::start);
        for (var worker : workers) while (worker.isAlive() && !hangs()) worker.join(1000);
        print((System.nanoTime() - began) / 1e9);
        return broken.get() == 0;
    }

    private void print(double seconds) {
        System.out.printf("bench edi.fuzz inputs %d%n", done.get());
        System.out.printf("bench edi.fuzz exceptions %d%n", broken.get());
        System.out.printf("bench edi.fuzz slowest %.0f us%n", slowest.get() / 1e3);
        System.out.printf("bench edi.fuzz read %.0f MB%n", bytes.get() / 1e6);
        System.out.printf("bench edi.fuzz rate %.0f inputs/s%n", done.get() / seconds);
    }

    private void work(int thread, List<byte[]> seeds) {
        var random = new SplittableRandom(seed + thread);
        var mutator = new Mutator(seeds, random);
        var usual = new Promises(structures, Limits.standard());
        var narrow = new Promises(structures, new Limits(256, 30, 400, 12, 2, 3, 2));
        while (done.getAndIncrement() < inputs && broken.get() < BROKEN_MAX) {
            var input = mutator.next();
            current.set(thread, input);
            since.set(thread, System.nanoTime());
            var began = THREADS.getCurrentThreadCpuTime();
            check(random.nextInt(8) == 0 ? narrow : usual, input, random);
            took(THREADS.getCurrentThreadCpuTime() - began, input);
        }
        done.decrementAndGet();
        since.set(thread, 0);
    }

    private void check(Promises promises, byte[] input, SplittableRandom random) {
        try {
            var resumeAt = random.nextInt(4) == 0 ? random.nextInt(6) : Integer.MAX_VALUE;
            var events = promises.check(input, resumeAt);
            if (random.nextInt(4) > 0) return;
            promises.acknowledged(events, policy(random));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            report(e, input);
        }
    }

    private static AcknowledgementPolicy policy(SplittableRandom random) {
        var types = AcknowledgementPolicy.Type.values();
        var details = AcknowledgementPolicy.Detail.values();
        var weighings = AcknowledgementPolicy.Weighing.values();
        return new AcknowledgementPolicy(
                types[random.nextInt(types.length)],
                details[random.nextInt(details.length)],
                weighings[random.nextInt(weighings.length)]);
    }

    /** @param nanos of processor time */
    private void took(long nanos, byte[] input) {
        bytes.addAndGet(input.length);
        if (done.get() % EACH == 0) System.out.printf("%d inputs, %d broken%n", done.get(), broken.get());
        slowest.accumulateAndGet(nanos, Math::max);
        if (nanos < SLOW_NANOS) return;
        broken.incrementAndGet();
        System.out.printf("slow: %d ms for %s%n", nanos / 1_000_000, text(input));
    }

    private synchronized void report(Throwable e, byte[] input) {
        broken.incrementAndGet();
        var why = e.getCause() == null ? e : e.getCause();
        System.out.println("broken: " + why + " by " + text(input));
        if (!(e instanceof Promises.Broken)) e.printStackTrace(System.out);
    }

    /** Whether a thread is at one input for too long: it is printed, and the run ends. */
    private boolean hangs() {
        for (int thread = 0; thread < threads; thread++) {
            var from = since.get(thread);
            if (from == 0 || System.nanoTime() - from < HANGS_NANOS) continue;
            broken.incrementAndGet();
            System.out.println("hangs: " + text(current.get(thread)));
            return true;
        }
        return false;
    }

    /** The input as Java writes it. */
    private static String text(byte[] input) {
        var text = new StringBuilder("\"");
        for (var c : new String(input, StandardCharsets.ISO_8859_1).toCharArray())
            if (c < ' ' || c > '~' || c == '"' || c == '\\') text.append(String.format("\\u%04x", (int) c));
            else text.append(c);
        return text.append('"').toString();
    }
}
