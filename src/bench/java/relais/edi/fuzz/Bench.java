package relais.edi.fuzz;

import relais.edi.FuzzRun;

/** Ten million inputs, or as many as the first argument says; the second is the seed, the third the number of threads. */
public final class Bench {

    private Bench() {}

    /** Exits with 1 when any input broke a promise. */
    public static void main(String[] args) throws Exception {
        var inputs = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000L;
        var seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        var threads = args.length > 2
                ? Integer.parseInt(args[2])
                : Runtime.getRuntime().availableProcessors();
        System.exit(new FuzzRun(inputs, seed, threads).run() ? 0 : 1);
    }
}
