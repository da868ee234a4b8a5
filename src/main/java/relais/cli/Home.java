package relais.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import relais.document.Document;
import relais.edi.Interchange;
import relais.edi.Standard;
import relais.edi.TransactionSet;
import relais.mapping.Mapping;
import relais.mapping.SetMappings;
import relais.partner.Partner;
import relais.partner.PartnerFiles;
import relais.partner.Partners;

/** The mappings and the partners of one installation, as its files state them. */
record Home(SetMappings mappings, Partners partners) {

    private static final String IN_JAR = "relais/home";
    private static final String ANY_SETTING = "1";

    /** Loads the folder found by {@link #folder}. */
    static Home load(Optional<Path> named, Path workingDirectory) {
        return load(folder(named, workingDirectory));
    }

    /**
     * The folder named; if none is, the working directory when it holds {@code mappings}, else what the jar brings along.
     *
     * @throws CannotRead if the folder named holds no {@code mappings}
     */
    static Path folder(Optional<Path> named, Path workingDirectory) {
        var folder = named.map(workingDirectory::resolve).orElse(workingDirectory);
        if (hasMappings(folder)) return folder;
        if (named.isPresent()) throw new CannotRead(folder.toString(), "it holds no folder mappings");
        return inJar();
    }

    private static Home load(Path folder) {
        var mappings = SetMappings.in(folder.resolve("mappings"));
        return new Home(mappings, partners(folder, mappings));
    }

    /** Whether an agreement names a mapping of its format is for the hub to say, when it starts. */
    private static Partners partners(Path home, SetMappings mappings) {
        var folder = home.resolve("routes").resolve("partners");
        if (!Files.isDirectory(folder)) return new Partners(List.of());
        return PartnerFiles.load(folder, setting -> ANY_SETTING, (format, document) -> mappings.ids());
    }

    /** Whether a folder can be a home. */
    static boolean hasMappings(Path folder) {
        return Files.isDirectory(folder.resolve("mappings"));
    }

    /** Where these classes come from is where the files lie, too: the jar, or the folder of a build. */
    private static Path inJar() {
        try {
            var code = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(code)
                    ? code.resolve(IN_JAR)
                    : FileSystems.newFileSystem(code).getPath(IN_JAR);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mapping that reads this transaction set. */
    Optional<Mapping> reading(TransactionSet set) {
        return mappings.reading(set);
    }

    /** The mapping that writes this document in this syntax. */
    Optional<Mapping> writing(Document document, Standard standard) {
        return mappings.writing(document, standard);
    }

    /** What a transaction set leaves to its envelope and to the agreement: whose it is, and in which currency. */
    Map<String, String> given(Interchange interchange) {
        return trading(interchange).map(Home::given).orElseGet(() -> Map.of("partner", interchange.sender()));
    }

    static Map<String, String> given(Partner partner) {
        return Map.of("partner", partner.id(), "currency", partner.currency().getCurrencyCode());
    }

    /** The partner that an envelope names, the brand not counted. */
    Optional<Partner> trading(Interchange interchange) {
        var standard = interchange.standard().name().toLowerCase(Locale.ROOT);
        return partners.bySender(standard, interchange.senderQualifier(), interchange.sender())
                .filter(partner -> partner.role() != Partner.Role.BRAND)
                .or(() -> partners.bySender(standard, interchange.receiverQualifier(), interchange.receiver()));
    }
}
