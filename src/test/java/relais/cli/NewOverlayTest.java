package relais.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewOverlayTest {

    private static final String PARTNER = """
            partner: acme-retail
            name: Acme Retail
            role: retailer
            currency: USD
            identifiers:
              - {standard: x12, qualifier: "01", id: "081466849"}
            """;

    private static final String GALERIES = """
            partner: galeries-sud
            name: Galeries Sud
            role: retailer
            currency: EUR
            identifiers:
              - {standard: edifact, qualifier: "14", id: "3012345000017"}
            """;

    /** Two orders of the same buyer, with what the project's mapping does not speak of. */
    private static final String TWO_ORDERS = """
            ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260305*0915*U*00401*000000906*1*T*>~
            GS*PO*081466849*MAISONLUMEN*20260305*0915*906*X*004010~
            ST*850*0001~
            BEG*00*NE*AC-1*R7*20260305~
            CUR*BY*USD~
            REF*CO*W-1~
            REF*ZZ*48*Somebody~
            REF*L1*GIFT*Happy birthday, dear~
            N1*BY*Acme Retail*92*ACME~
            N1*SU*Maison Lumen*92*ML~
            N1*ST*Mx Miller~
            N2*c/o Miller~
            N3*7 Oak Street*Rear house~
            N4*Portland*OR*97201*US~
            PER*DC*Mx Miller*EM*mx@miller.example*FX*15035550199~
            PO1*1*2*EA*129.9**EN*4012345000023*VN*LUM-1*SZ*XL~
            CTT*1~
            SE*16*0001~
            ST*850*0002~
            BEG*00*NE*AC-2**20260305~
            CUR*BY*USD~
            REF*ZZ*49~
            N1*BY*Acme Retail*92*ACME~
            N1*SU*Maison Lumen*92*ML~
            N1*ST*Mx Miller~
            N3*8 Oak Street~
            N4*Portland*OR*97201*US~
            PO1*1*1*CT*12~
            CTT*1~
            SE*12*0002~
            GE*2*906~
            IEA*1*000000906~
            """;

    private static final String DROP_SHIP = """
            UNA:+.? '
            UNB+UNOC:3+3012345000017:14+5412345000013:14+260305:0915+78++ORDERS'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+GS-4712+9'
            DTM+137:20260305:102'
            FTX+ZZZ++GFT+Bon anniversaire'
            RFF+UC:W-2'
            RFF+ZZZ:48'
            NAD+BY+3012345000017::9++Galeries Sud'
            NAD+SU+5412345000013::9++Maison Lumière'
            NAD+DP+++Mx Martin+Rue d?'Alésia 7+Paris++75014+FR'
            CTA+IC+:Mx Martin'
            COM+mx@martin.example:EM'
            COM+?+33155501:TE'
            CUX+2:EUR:9'
            LIN+1++4012345000023:EN'
            QTY+21:1:PCE'
            PRI+AAA:80.00'
            UNS+S'
            UNT+18+1'
            UNZ+1+78'
            """;

    @TempDir
    Path folder;

    private Session session;

    /** The project's purchase order of each standard, and one partner. */
    @BeforeEach
    void home() throws IOException {
        session = new Session(folder);
        copy("x12/codes.yaml");
        copy("x12/850/mapping.yaml");
        copy("edifact/codes.yaml");
        copy("edifact/ORDERS/mapping.yaml");
        write("routes/partners/acme-retail.yaml", PARTNER);
    }

    @Test
    void writesAnExampleThatHoldsAtOnce() {
        Samples.write(folder, "order.edi", Samples.ORDER_850);

        assertThat(session.run("map", "new", "--from", "order.edi")).isZero();

        assertThat(session.out())
                .startsWith(
                        "mappings/partners/acme-retail/850.yaml",
                        "mappings/partners/acme-retail/850/examples/sample.edi",
                        "mappings/partners/acme-retail/850/examples/sample.json")
                .contains("  2. relais map test partners/acme-retail/850");
        assertThat(tested("partners/acme-retail/850")).isEqualTo("2 of 2 hold\n");
    }

    @Test
    void changesWhatIsWrittenAndProposesWhatWouldReject() {
        Samples.write(folder, "orders.edi", TWO_ORDERS);

        assertThat(session.run("map", "new", "--from", "orders.edi")).isZero();

        assertThat(read("mappings/partners/acme-retail/850.yaml")).isEqualTo("""
                # What acme-retail has otherwise than x12/850: a first draft, made of a sample of 2 transaction sets.
                # A line that begins with '# -' is a proposal; take away the '# ' where the partner's guide says the same.
                base: x12/850
                versions:
                  - from: 2026-03-05
                    changes:
                      # These texts are written as the sample has them; nothing is rejected for it:
                      - {constant: BEG/2, is: NE}  # Purchase Order Type Code
                      # The sample always has these; what lacks them would be rejected:
                      # - require: CUR  # Currency
                      # - require: "N1[1=BY]"  # Name
                      # - require: "N1[1=SE|SU|VN]"  # Name
                      # - require: "N1[1=ST, !4]"  # Name
                      # - require: PO1/3  # Unit or Basis for Measurement Code
                      # - require: PO1/4  # Unit Price
                      # These are all codes and texts that the sample has; others would be rejected:
                      # - {codes: CUR/2, only: [USD]}  # Currency Code
                      # - {codes: "N1[1=BY]/4", only: [ACME]}  # Identification Code
                      # - {codes: "N1[1=SE|SU|VN]/4", only: [ML]}  # Identification Code
                      # - {codes: PO1/3, only: [CT, EA]}  # Unit or Basis for Measurement Code
                      # No rule reads these segments; they are kept with the document. PATH stands for a value of the document:
                      # REF[1=ZZ], 2 times in 2 of 2  # Reference Identification
                      # - {qualifier: "REF[1=PD]", is: ZZ}
                      # - {qualifier: "REF[1=9F]", is: ZZ}
                      # - {qualifier: "REF[1=L1]", is: ZZ}
                      # - {add: "REF[1=ZZ]", elements: {2: PATH, 3: PATH}}
                      # N1[1=ST, !4]/N2, once in 1 of 2  # Additional Name Information
                      # - {add: "N1[1=ST, !4]/N2", elements: {1: PATH}}
                      # No rule reads these elements; only a change of the base can:
                      # BEG/4  # Release Number, once
                      # N1[1=ST, !4]/PER/2  # Name, once
                      # N1[1=ST, !4]/PER/6 beside FX  # Communication Number, once
                      # PO1/11 beside SZ  # Product/Service ID, once
                      # The first of these is written, all are read as before:
                      - {qualifier: "N1[1=SE|SU|VN]", is: "SU|SE|VN"}  # Entity Identifier Code
                """);
        assertThat(tested("partners/acme-retail/850")).isEqualTo("1 of 1 hold\n");
    }

    @Test
    void putsPlaceholdersInThePlaceOfConsumers() {
        Samples.write(folder, "orders.edi", TWO_ORDERS);

        session.run("map", "new", "--from", "orders.edi");

        assertThat(read("mappings/partners/acme-retail/850/examples/received-sample.edi"))
                .contains(
                        "REF*L1*GIFT*A gift message~",
                        "N1*BY*Acme Retail*92*ACME~",
                        "N1*ST*Consumer One~\nN2*Placeholder~\nN3*1 Example Street*Apartment 1~",
                        "N4*Exampleton*OR*12345*US~",
                        "PER*DC*Placeholder*EM*consumer.one@example.com*FX*Placeholder~")
                .doesNotContain("Miller", "Oak", "Portland", "97201", "5550199");
    }

    @Test
    void keepsDelimitersAndCharactersOfEdifact() {
        write("routes/partners/galeries-sud.yaml", GALERIES);
        Samples.write(folder, "orders.edi", DROP_SHIP);

        assertThat(session.run("map", "new", "--from", "orders.edi")).isZero();

        assertThat(latin1("mappings/partners/galeries-sud/ORDERS/examples/received-sample.edi"))
                .contains(
                        "NAD+SU+5412345000013::9++Maison Lumière'",
                        "NAD+DP+++Consumer One+1 Example Street+Exampleton++12345+FR'",
                        "CTA+IC+:Placeholder'",
                        "COM+5550100:TE'")
                .doesNotContain("Martin", "Alésia", "Paris", "33155501");
        assertThat(tested("partners/galeries-sud/ORDERS")).isEqualTo("1 of 1 hold\n");
    }

    @Test
    void showsByAnExampleWhatTheBaseRejects() {
        Samples.write(folder, "order.edi", Samples.ORDER_850.replace("*EA*", "*QQ*"));

        assertThat(session.run("map", "new", "--from", "order.edi")).isZero();

        assertThat(session.output()).contains("x12/850 rejects the sample for the reasons beside the example.");
        assertThat(read("mappings/partners/acme-retail/850/examples/rejected-sample.findings"))
                .startsWith("segment 12 (PO1) element 3 at offset 418: CODE_UNKNOWN ");
        assertThat(tested("partners/acme-retail/850")).isEqualTo("1 of 1 hold\n");
    }

    @Test
    void takesTheCurrencyFromTheAgreementWhereTheSampleHasNone() {
        Samples.write(
                folder,
                "order.edi",
                Samples.ORDER_850.replace("CUR*BY*USD~\n", "").replace("SE*15", "SE*14"));

        assertThat(session.run("map", "new", "--from", "order.edi")).isZero();

        assertThat(read("mappings/partners/acme-retail/850/examples/received-sample.json"))
                .contains("\"currency\" : \"USD\"");
        assertThat(tested("partners/acme-retail/850")).isEqualTo("1 of 1 hold\n");
    }

    @Test
    void writesIntoAFolderToLookAtFirst() {
        Samples.write(folder, "order.edi", Samples.ORDER_850);

        assertThat(session.run("map", "new", "--from", "order.edi", "--into", "drafts"))
                .isZero();

        assertThat(folder.resolve("drafts/850.yaml")).exists();
        assertThat(folder.resolve("mappings/partners")).doesNotExist();
        assertThat(session.out()).contains("  2. move it to mappings/partners/acme-retail");
    }

    @Test
    void overwritesNothing() {
        Samples.write(folder, "order.edi", Samples.ORDER_850);
        write("mappings/partners/acme-retail/850/examples/sample.json", "mine");

        assertThat(session.run("map", "new", "--from", "order.edi")).isEqualTo(2);

        assertThat(session.errors())
                .contains("mappings/partners/acme-retail/850/examples/sample.json is there already");
        assertThat(read("mappings/partners/acme-retail/850/examples/sample.json"))
                .isEqualTo("mine");
        assertThat(folder.resolve("mappings/partners/acme-retail/850.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --from missing.edi                        | cannot read missing.edi: there is no such file
            --from text.edi                           | cannot read text.edi: no transaction set of X12 or EDIFACT is in it
            --from stock.edi                          | cannot read stock.edi: no mapping reads X12 846
            --from order.edi --partner acme-retial    | there is no partner 'acme-retial' in routes/partners; did you mean 'acme-retail'?
            --from stranger.edi                       | no partner in routes/partners has the identifier '999999999' of the envelope
            """)
    void saysWhyItCannot(String arguments, String reason) {
        Samples.write(folder, "text.edi", "Dear Sir or Madam");
        Samples.write(folder, "order.edi", Samples.ORDER_850);
        Samples.write(folder, "stock.edi", Samples.ORDER_850.replace("ST*850", "ST*846"));
        Samples.write(folder, "stranger.edi", Samples.ORDER_850.replace("081466849", "999999999"));

        assertThat(session.run(("map new " + arguments).split(" "))).isEqualTo(2);

        assertThat(session.errors()).contains(reason);
        assertThat(folder.resolve("mappings/partners")).doesNotExist();
    }

    @Test
    void refusesASampleOfSeveralKinds() throws IOException {
        copy("x12/860/mapping.yaml");
        Samples.write(folder, "both.edi", Samples.ORDER_850 + Samples.ORDER_850.replace("ST*850", "ST*860"));

        assertThat(session.run("map", "new", "--from", "both.edi")).isEqualTo(2);

        assertThat(session.errors())
                .contains("its transaction sets are of x12/850 and x12/860; leave those of one in it");
    }

    @Test
    void explainsItselfByExample() {
        assertThat(session.run("map", "new", "--help")).isZero();

        assertThat(session.output()).contains("relais map new --from orders.edi --partner acme-retail");
    }

    /** What {@code map test} says of a folder. */
    private String tested(String name) {
        var after = new Session(folder);
        after.run("map", "test", name);
        return after.output() + after.errors();
    }

    private String read(String name) {
        return text(name, StandardCharsets.UTF_8);
    }

    private String latin1(String name) {
        return text(name, StandardCharsets.ISO_8859_1);
    }

    private String text(String name, Charset charset) {
        try {
            return Files.readString(folder.resolve(name), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String name) throws IOException {
        write("mappings/" + name, Files.readString(Path.of("mappings").resolve(name)));
    }

    private void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
