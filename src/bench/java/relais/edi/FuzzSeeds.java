package relais.edi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What is broken: our own samples, sets made from the structure, and the public samples beside the project, all of them small. */
final class FuzzSeeds {
    private static final int BYTES_MAX = 700;
    private static final int SETS_EACH = 12;
    private static final List<String> X12 =
            List.of("004010 850", "004010 810", "004010 856", "004010 997", "005010 999");
    private static final List<String> EDIFACT = List.of("ORDERS", "ORDRSP", "DESADV", "INVOIC");

    private final Structures structures;
    private final List<byte[]> seeds = new ArrayList<>();

    private FuzzSeeds(Structures structures) {
        this.structures = structures;
    }

    static List<byte[]> gather(Structures structures, long seed) throws IOException {
        var gathered = new FuzzSeeds(structures);
        gathered.samples();
        gathered.generated(new Random(seed));
        gathered.corpus();
        return gathered.seeds;
    }

    private void samples() {
        add(Interchanges.x12(1, Interchanges.ORDER));
        add(Interchanges.x12(
                2,
                Interchanges.ORDER.substring(0, 60) + "~SE*3*0001~" + Interchanges.ORDER.replace("*0001~", "*0002~")));
        add(Interchanges.edifact(1, Interchanges.ORDERS));
        add("UNA:+.? '\r\n" + Interchanges.edifact(1, Interchanges.ORDERS).replace("'", "'\r\n"));
        add(Interchanges.UNB.replace("UNOC:3", "UNOY:4") + "UNG+ORDERS+A+B+20260305:0912+1+UN+D:96A'"
                + Interchanges.ORDERS + "UNE+1+1'UNZ+1+77'");
        add(Interchanges.ISA + "TA1*000000001*260305*0912*A*000~IEA*0*000000042~" + Interchanges.UNB + "UNZ+0+77'");
    }

    private void generated(Random random) {
        for (var name : X12) {
            var words = name.split(" ");
            var type = structures.find(Standard.X12, words[0], words[1]).orElseThrow();
            var five = words[0].equals("005010");
            var generator = new SetGenerator(random, "ABCXYZabc019.,-()/:+?é", five, 8);
            var delimiters = five ? Delimiters.x12().withRepetition('^') : Delimiters.x12();
            for (int i = 0; i < SETS_EACH; i++)
                add(Wire.x12(delimiters, type.functionalId, List.of(generator.set(type, words[0]))));
        }
        for (var name : EDIFACT) {
            var type = structures.find(Standard.EDIFACT, "D:96A:UN", name).orElseThrow();
            var generator = new SetGenerator(random, "ABCXYZabc019.,-()/:+?'é", false, 8);
            for (int i = 0; i < SETS_EACH; i++)
                add(Wire.edifact(
                        Delimiters.edifact(),
                        i % 2 == 0 ? "UNOC:3" : "UNOY:4",
                        List.of(generator.set(type, "D:96A:UN"))));
        }
    }

    private void corpus() throws IOException {
        if (!Files.isDirectory(CorpusTest.folder())) return;
        try (Stream<Path> files = Files.walk(CorpusTest.folder())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList())
                if (!file.endsWith("manifest.csv")) add(Files.readAllBytes(file));
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Of a large one the beginning and the end. */
    private void add(byte[] bytes) {
        if (bytes.length <= BYTES_MAX) {
            seeds.add(bytes);
            return;
        }
        var cut = java.util.Arrays.copyOf(bytes, BYTES_MAX);
        System.arraycopy(bytes, bytes.length - 60, cut, BYTES_MAX - 60, 60);
        seeds.add(cut);
    }
}
