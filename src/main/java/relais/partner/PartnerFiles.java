package relais.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.finding.Finding;
import relais.finding.Findings;
import relais.partner.PartnerReader.Placed;
import relais.yaml.YamlFile;

/** Reads the partner files and checks them, each by itself and all of them together. */
public final class PartnerFiles {

    private static final String FOLDER = "routes/partners/";
    private static final String ENDING = ".yaml";

    private PartnerFiles() {}

    /**
     * Reads every {@code *.yaml} of a folder.
     *
     * @param properties what {@code ${name}} in a channel's parameters stands for; null when there is no such property
     * @param mappings for agreements to name
     * @throws Invalid with every mistake in every file
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Partners load(Path folder, Function<String, @Nullable String> properties, MappingNames mappings) {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(ENDING)).toList())
                texts.put(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the partner files in " + folder, e);
        }
        return parse(texts, properties, mappings);
    }

    /** The same from texts by file name: {@code acme-retail.yaml}. */
    public static Partners parse(
            Map<String, String> texts, Function<String, @Nullable String> properties, MappingNames mappings) {
        var files = new ArrayList<YamlFile>();
        var read = new ArrayList<PartnerReader.Read>();
        for (var text : new TreeMap<>(texts).entrySet()) {
            var file = YamlFile.parse(FOLDER + text.getKey(), text.getValue());
            var id = text.getKey().substring(0, text.getKey().length() - ENDING.length());
            files.add(file);
            read.add(new PartnerReader(file.root(), id, new Placeholders(properties), mappings).read());
        }
        checkTogether(read);
        var findings = files.stream().flatMap(file -> file.findings().stream()).toList();
        if (!findings.isEmpty()) throw new Invalid(new Findings(findings));
        return new Partners(read.stream().map(PartnerReader.Read::partner).toList());
    }

    private static void checkTogether(List<PartnerReader.Read> read) {
        var channels = new HashMap<String, Placed<Channel>>();
        var identifiers = new ArrayList<Placed<Identifier>>();
        var brands = new ArrayList<PartnerReader.Read>();
        for (var file : read) {
            for (var channel : file.channels()) checkUnique(channels, channel);
            for (var identifier : file.identifiers()) checkUnique(identifiers, identifier);
            if (file.partner().role() == Partner.Role.BRAND) brands.add(file);
        }
        for (var brand : brands.subList(Math.min(1, brands.size()), brands.size()))
            brand.role()
                    .wrong("only one partner can have role brand; "
                            + brands.get(0).partner().id() + " has it ("
                            + brands.get(0).role() + ")");
    }

    private static void checkUnique(Map<String, Placed<Channel>> earlier, Placed<Channel> channel) {
        var first = earlier.putIfAbsent(channel.value().id(), channel);
        if (first == null) return;
        channel.at()
                .wrong("channel '" + channel.value().id() + "' is declared twice (the first time at " + first.at()
                        + "); give one of them another id");
    }

    private static void checkUnique(List<Placed<Identifier>> earlier, Placed<Identifier> identifier) {
        earlier.stream()
                .filter(other -> other.value().overlaps(identifier.value()))
                .findFirst()
                .ifPresent(other -> identifier
                        .at()
                        .wrong(identifier.value() + " is declared twice (the first time at " + other.at()
                                + "); an envelope would not say whose it is"));
        earlier.add(identifier);
    }

    /** What is wrong with the partner files: all of it, each with file, line and remedy. */
    public static final class Invalid extends RuntimeException {

        private final transient Findings findings;

        Invalid(Findings findings) {
            super(message(findings));
            this.findings = findings;
        }

        public Findings findings() {
            return findings;
        }

        private static String message(Findings findings) {
            var count = findings.list().size();
            return findings.stream()
                    .map(Invalid::line)
                    .collect(Collectors.joining(
                            "\n  ",
                            count + (count == 1 ? " mistake" : " mistakes") + " in the partner files:\n  ",
                            ""));
        }

        private static String line(Finding finding) {
            return finding.location() + ": " + finding.text();
        }
    }
}
