package relais.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.document.DocumentType;
import relais.document.Money;
import relais.edi.AcknowledgementPolicy;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Type;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.edi.Convention;
import relais.edi.Delimiters;
import relais.edi.Envelope;
import relais.edi.Standard;
import relais.finding.Severity;
import relais.mapping.Mappings;
import relais.partner.AttributionTerms.Model;
import relais.partner.AttributionTerms.Part;
import relais.partner.Channel.Direction;
import relais.partner.Channel.Transport;
import relais.partner.CommissionTerms.Basis;
import relais.partner.CommissionTerms.Every;
import relais.partner.CommissionTerms.PeriodCap;
import relais.partner.CommissionTerms.ProductRate;
import relais.partner.CommissionTerms.Step;
import relais.partner.CommissionTerms.Tiers;
import relais.partner.OwnershipTerms.Field;
import relais.partner.OwnershipTerms.Owner;
import relais.partner.Partner.Role;

class PartnerFilesTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "acme.sftp.host", "localhost", "acme.sftp.port", "2223", "relais.keys", "/keys", "relais.data", "/d");

    private static final Mappings ALL = Mappings.load(Path.of("mappings"));

    private static final String GOOD = """
            partner: acme
            name: Acme
            role: retailer
            currency: USD
            identifiers:
              - {standard: x12, qualifier: "01", id: "081466849"}
              - {standard: gln, id: "0614141000012"}
            channels:
              - id: acme-inbox
                direction: in
                transport: sftp
                url: sftp://relais@${acme.sftp.host}:${acme.sftp.port}/out
                key: secret:file:${relais.keys}/acme-client
                knownHosts: ${relais.keys}/known_hosts
                poll: PT1S
              - {id: acme-outbox, direction: out, transport: folder, path: "/out"}
              - {id: acme-http, direction: in, transport: http, apiKey: "secret:env:ACME_KEY"}
            documents:
              - {document: Order,   direction: in,  format: x12, transactionSet: "850", version: "004010", mapping: x12/850}
              - {document: Invoice, direction: out, format: x12, transactionSet: "810", version: "004010", mapping: x12/810, channel: acme-outbox}
            acknowledgements: {send: detail, channel: acme-outbox, expectWithin: PT24H}
            terms:
              - version: 1
                from: 2026-01-01
                attribution: {model: first-touch, window: P30D, direct: {share: "25%", for: P1Y}}
                commission: {rate: "12%", base: net}
                ownership: {owner: co-owned, share: "50%", fields: [name, email], visibleFor: P1Y}
                settlement: {every: month, holdDays: 30}
              - version: 2
                from: 2026-07-01
                attribution: {model: last-touch, window: P30D}
                commission: {rate: "11%"}
                settlement: {holdDays: 0}
            """;

    @Test
    void readsHowInterchangesAreReadAndWritten() {
        var file = GOOD + """
                interchanges:
                  - {standard: x12, charset: ISO-8859-1, isaWidths: reject, unknownSets: note, version: "00501",
                     repetitionSeparator: "^", segmentTerminator: "|", lineBreak: lf}
                  - {standard: edifact, version: "UNOY:4"}
                """;

        var acme = parse(file).all().get(0);

        var x12 = acme.interchanges(Standard.X12).orElseThrow();
        assertThat(x12.reading())
                .isEqualTo(new Convention(StandardCharsets.ISO_8859_1, Severity.ERROR, Severity.WARNING));
        var envelope = x12.style(Envelope.x12("ZZ", "A", "ZZ", "B", LocalDateTime.of(2026, 3, 5, 9, 30)));
        assertThat(envelope.form().version()).isEqualTo("00501");
        assertThat(envelope.form().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(envelope.delimiters()).isEqualTo(new Delimiters('*', '>', '^', '\0', '|', '.'));
        assertThat(envelope.form().lineBreak()).isEqualTo("\n");
        var edifact = acme.interchanges(Standard.EDIFACT).orElseThrow();
        assertThat(edifact.style(Envelope.edifact("14", "A", "14", "B", LocalDateTime.of(2026, 3, 5, 9, 30)))
                        .form()
                        .charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void loadsTheExampleBusiness() throws IOException {
        var partners = PartnerFiles.load(Path.of("routes/partners"), SETTINGS::get, ALL::names);

        assertThat(partners.all())
                .extracting(Partner::id)
                .containsExactly("acme-retail", "atelier-nord", "galeries-sud", "maison-lumen", "storefront");
        assertThat(partners.brand().id()).isEqualTo("maison-lumen");
        assertThat(partners.bySender("edifact", "14", "3012345000017"))
                .map(Partner::id)
                .contains("galeries-sud");
        assertThat(partners.channel("acme-inbox").orElseThrow().parameters())
                .containsEntry("url", "sftp://relais@localhost:2223/out")
                .containsEntry("key", "secret:file:/keys/acme-client");
    }

    @Test
    void readsWhatAFileSays() {
        var acme = parse(GOOD).get("acme");

        assertThat(acme.role()).isEqualTo(Role.RETAILER);
        assertThat(acme.currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(acme.identifiers()).contains(new Identifier("x12", "01", "081466849"));
        assertThat(acme.channels())
                .contains(new Channel("acme-outbox", "acme", Direction.OUT, Transport.FOLDER, Map.of("path", "/out")));
        assertThat(acme.documents())
                .contains(new DocumentAgreement(
                        DocumentType.INVOICE, Direction.OUT, "x12", "810", "004010", "x12/810", "acme-outbox"));
        assertThat(acme.acknowledging())
                .isEqualTo(new Acknowledging(AcknowledgementPolicy.DETAIL, "acme-outbox", Duration.ofHours(24)));
        assertThat(acme.terms())
                .containsExactly(
                        new Terms(
                                1,
                                LocalDate.of(2026, 1, 1),
                                attribution(
                                        Model.FIRST_TOUCH,
                                        Optional.of(new Part(250_000, Period.ofYears(1))),
                                        List.of()),
                                new OwnershipTerms(
                                        Owner.CO_OWNED,
                                        500_000,
                                        List.of(Field.NAME, Field.EMAIL),
                                        Period.ofYears(1),
                                        Period.ZERO),
                                percentage(120_000),
                                new SettlementTerms(30, Every.MONTH, Optional.empty(), 0, 0)),
                        new Terms(
                                2,
                                LocalDate.of(2026, 7, 1),
                                attribution(Model.LAST_TOUCH, Optional.empty(), List.of()),
                                new OwnershipTerms(Owner.BRAND, 0, List.of(), Period.ZERO, Period.ZERO),
                                percentage(110_000),
                                new SettlementTerms(0, Every.MONTH, Optional.empty(), 0, 0)));
    }

    private static AttributionTerms attribution(Model model, Optional<Part> direct, List<String> codes) {
        return new AttributionTerms(model, Period.ofDays(30), 0, 0, Period.ZERO, Optional.empty(), direct, codes);
    }

    private static CommissionTerms percentage(int ratePpm) {
        return new CommissionTerms(
                ratePpm,
                Basis.NET,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void readsEverythingThatTermsCanSay() {
        var file = GOOD.replace("model: last-touch, window: P30D", """
                        model: time-decay, halfLife: 7, window: P60D, protection: P90D,
                              repeat: {share: "50%"}, codes: [ACME10, ACME20]""")
                .replace("commission: {rate: \"11%\"}", """
                        commission:
                              base: {tax: included, freight: included, discounts: ignored}
                              products: [{category: lamps, rate: "8%"}, {codes: ["LAMP-*"], rate: "9%"}]
                              tiers: {every: quarter, counting: whole, steps: [{from: 0, rate: "5%"}, {from: "1000.00", rate: "7%"}]}
                              perOrder: 2.50
                              perUnit: "0.10 USD"
                              firstSale: 10
                              minimum: 1
                              consumerCap: 100
                              periodCap: {amount: 5000, every: year}""")
                .replace(
                        "{holdDays: 0}",
                        "{holdDays: 14, every: quarter, minimumPayout: 25, tax: \"20%\", withholding: \"5%\"}");

        var terms = parse(file).get("acme").terms().get(1);

        assertThat(terms.attribution())
                .isEqualTo(new AttributionTerms(
                        Model.TIME_DECAY,
                        Period.ofDays(60),
                        7,
                        0,
                        Period.ofDays(90),
                        Optional.of(new Part(500_000, Period.ofYears(100))),
                        Optional.empty(),
                        List.of("ACME10", "ACME20")));
        assertThat(terms.commission())
                .isEqualTo(new CommissionTerms(
                        0,
                        new Basis(true, true, true),
                        List.of(
                                new ProductRate("lamps", List.of(), 80_000),
                                new ProductRate("", List.of("LAMP-*"), 90_000)),
                        Optional.of(new Tiers(
                                Optional.of(Every.QUARTER),
                                false,
                                List.of(new Step(usd("0"), 50_000), new Step(usd("1000.00"), 70_000)))),
                        Optional.of(usd("2.50")),
                        Optional.of(usd("0.10")),
                        Optional.of(usd("10")),
                        Optional.of(usd("1")),
                        Optional.of(usd("100")),
                        Optional.of(new PeriodCap(usd("5000"), Every.YEAR))));
        assertThat(terms.settlement())
                .isEqualTo(new SettlementTerms(14, Every.QUARTER, Optional.of(usd("25")), 200_000, 50_000));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    }

    @Test
    void readsWithWhatToAcknowledgeAndHowErrorsWeigh() {
        var acme = parse(GOOD.replace("send: detail", "send: group, type: 999, errors: note"))
                .get("acme");

        assertThat(acme.acknowledging().policy())
                .isEqualTo(new AcknowledgementPolicy(Type.IMPLEMENTATION, Detail.GROUP, Weighing.NOTE));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mistakes")
    void saysWhatIsWrongWhereAndWhatToDo(String written, String mistaken, String message) {
        assertThat(GOOD).contains(written);

        assertThatThrownBy(() -> parse(GOOD.replace(written, mistaken)))
                .isInstanceOf(PartnerFiles.Invalid.class)
                .hasMessage("1 mistake in the partner files:\n  routes/partners/acme.yaml line " + message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("terms:", "trems:", "22: unknown key 'trems'; did you mean 'terms'?"),
                arguments("name: Acme\n", "", "1: 'name' is missing"),
                arguments(
                        "partner: acme\n",
                        "partner: acne\n",
                        "1: the file is called acme.yaml, so write 'partner: acme', or rename the file"),
                arguments("role: retailer", "role: retialer", "3: unknown 'retialer'; did you mean 'retailer'?"),
                arguments(
                        "role: retailer",
                        "role: x",
                        "3: unknown 'x'; known are brand, shop, retailer, marketplace, supplier"),
                arguments("USD", "Dollar", "4: expected a currency of ISO 4217 like EUR, got 'Dollar'"),
                arguments(
                        "0614141000012",
                        "0614141000013",
                        "7: expected a GLN: 13 digits, the last of them the check digit, got '0614141000013'"),
                arguments(
                        "standard: gln, id: \"0614141000012\"",
                        "standard: x12, id: \"081466849\"",
                        "7: x12 081466849 is declared twice (the first time at routes/partners/acme.yaml line 6);"
                                + " an envelope would not say whose it is"),
                arguments("transport: sftp", "transport: stfp", "11: unknown 'stfp'; did you mean 'sftp'?"),
                arguments(
                        "${acme.sftp.port}",
                        "${acme.stfp.port:x}${acme.port}",
                        "12: no setting is called 'acme.port'; set it in application.yaml, the environment or as"
                                + " --acme.port=…"),
                arguments(
                        "sftp://relais@",
                        "sftp://",
                        "12: expected a URL like sftp://user@host:22/folder, got"
                                + " 'sftp://${acme.sftp.host}:${acme.sftp.port}/out'"),
                arguments(
                        "relais@",
                        "relais:geheim@",
                        "12: the URL holds a password in the clear; write password: secret:env:NAME"),
                arguments(
                        "    key: secret:file:${relais.keys}/acme-client\n",
                        "",
                        "9: 'key' is missing; write key: secret:file:PATH (or password: secret:env:NAME)"),
                arguments(
                        "secret:env:ACME_KEY",
                        "geheim",
                        "17: 'apiKey' holds a secret in the clear; write secret:env:NAME or secret:file:PATH"),
                arguments("poll: PT1S", "poll: 1s", "15: expected a duration like PT10S, got '1s'"),
                arguments("poll: PT1S", "pol: PT1S", "15: unknown key 'pol'; did you mean 'poll'?"),
                arguments(
                        "transport: folder, path: \"/out\"",
                        "transport: dropbox",
                        "16: a drop box only takes in; send by sftp, http, jms or folder, or write 'direction: in'"),
                arguments(
                        "id: acme-http",
                        "id: acme-inbox",
                        "17: channel 'acme-inbox' is declared twice (the first time at routes/partners/acme.yaml line 9);"
                                + " give one of them another id"),
                arguments(
                        "terms:\n",
                        "interchanges: [{standard: x12, lineBreak: cr}]\nterms:\n",
                        "22: unknown 'cr'; known are none, lf, crlf"),
                arguments(
                        "terms:\n",
                        "interchanges: [{standard: x12, componentSeparator: \"*\"}]\nterms:\n",
                        "22: two delimiters are the same character; give each one of its own"),
                arguments(
                        "terms:\n",
                        "interchanges: [{standard: edifact, version: UNOZ:3}]\nterms:\n",
                        "22: expected a syntax identifier and version like UNOC:3, got 'UNOZ:3'"),
                arguments("document: Invoice", "document: Invioce", "20: unknown 'Invioce'; did you mean 'Invoice'?"),
                arguments(
                        "mapping: x12/810",
                        "mapping: x12/811",
                        "20: no mapping for Invoice in format x12 is called 'x12/811'; did you mean 'x12/810'?"),
                arguments(", mapping: x12/850", "", "19: 'mapping' is missing"),
                arguments(
                        "mapping: x12/810",
                        "mapping: x12/850",
                        "20: no mapping for Invoice in format x12 is called 'x12/850'; did you mean 'x12/810'?"),
                arguments(
                        "mapping: x12/850",
                        "mapping: partners/acme-retial/850",
                        "19: no mapping for Order in format x12 is called 'partners/acme-retial/850';"
                                + " did you mean 'partners/acme-retail/850'?"),
                arguments(
                        "format: x12, transactionSet: \"810\", version: \"004010\", mapping: x12/810",
                        "format: xml, mapping: ubl/Invoce",
                        "20: no mapping for Invoice in format xml is called 'ubl/Invoce'; did you mean 'ubl/Invoice'?"),
                arguments(
                        "format: x12, transactionSet: \"810\", version: \"004010\", mapping: x12/810",
                        "format: factur-x, mapping: ubl/Invoice",
                        "20: no mapping for Invoice in format factur-x is called 'ubl/Invoice';"
                                + " did you mean 'cii/Invoice'?"),
                arguments(
                        "format: x12, transactionSet: \"810\", version: \"004010\", mapping: x12/810",
                        "format: csv, mapping: csv/Invoice",
                        "20: there is no mapping for Invoice in format csv"),
                arguments(
                        "format: x12, transactionSet: \"850\", version: \"004010\", mapping: x12/850",
                        "format: csv, mapping: csv/Order",
                        "19: 'channel' is missing"),
                arguments(
                        "acknowledgements: {",
                        "  - {document: Order, direction: in, format: csv, mapping: csv/Order, channel: acme-http}\n"
                                + "  - {document: InventoryReport, direction: in, format: fixed, mapping: fixed/InventoryReport,"
                                + " channel: acme-http}\nacknowledgements: {",
                        "22: channel 'acme-http' takes in a table already (routes/partners/acme.yaml line 21), and no table"
                                + " says what it is; give each a channel of its own"),
                arguments(
                        "acknowledgements: {",
                        "  - {document: InventoryReport, direction: out, format: smooks, mapping: atelier-nord/stock,"
                                + " channel: acme-outbox}\nacknowledgements: {",
                        "21: smooks only reads; send csv or fixed, or write 'direction: in'"),
                arguments(", version: \"004010\", mapping: x12/850", ", mapping: x12/850", "19: 'version' is missing"),
                arguments(
                        "x12/810, channel: acme-outbox",
                        "x12/810, channel: acme-outbux",
                        "20: this file has no channel 'acme-outbux' with direction out; did you mean 'acme-outbox'?"),
                arguments(
                        "x12/810, channel: acme-outbox",
                        "x12/810, channel: acme-inbox",
                        "20: this file has no channel 'acme-inbox' with direction out; did you mean 'acme-outbox'?"),
                arguments("x12/810, channel: acme-outbox", "x12/810", "20: 'channel' is missing"),
                arguments(
                        "detail, channel: acme-outbox",
                        "detail, channel: elsewhere",
                        "21: this file has no channel 'elsewhere' with direction out; known are acme-outbox"),
                arguments("send: detail", "send: detial", "21: unknown 'detial'; did you mean 'detail'?"),
                arguments("send: detail", "send: detail, type: 977", "21: unknown '977'; did you mean '997'?"),
                arguments("send: detail", "send: detail, type: aprak", "21: unknown 'aprak'; did you mean 'aperak'?"),
                arguments("send: detail", "send: detail, errors: notes", "21: unknown 'notes'; did you mean 'note'?"),
                arguments("send: detail", "send: detail, typ: 997", "21: unknown key 'typ'; did you mean 'type'?"),
                arguments("expectWithin: PT24H", "expectWithin: 24h", "21: expected a duration like PT24H, got '24h'"),
                arguments("from: 2026-01-01", "from: 1.1.2026", "24: expected a date like 2026-01-31, got '1.1.2026'"),
                arguments(
                        "model: first-touch",
                        "model: first-tuch",
                        "25: unknown 'first-tuch'; did you mean 'first-touch'?"),
                arguments(
                        "model: first-touch, window: P30D",
                        "model: first-touch, window: 30 days",
                        "25: expected a period like P30D or P1Y, got '30 days'"),
                arguments(
                        "rate: \"12%\"",
                        "rate: \"120%\"",
                        "26: expected a rate from 0% to 100% with at most four decimals, like \"12.5%\", got '120%'"),
                arguments(
                        "rate: \"12%\"",
                        "rate: 0.12",
                        "26: expected a rate from 0% to 100% with at most four decimals, like \"12.5%\", got '0.12'"),
                arguments("base: net", "base: gross", "26: unknown 'gross'; known are net"),
                arguments(
                        "holdDays: 30",
                        "holdDays: a month",
                        "28: expected a number of days from 0 to 3650, got 'a month'"),
                arguments(
                        "version: 2",
                        "version: 3",
                        "29: version 3 follows version 1; count up by one, the newest last"),
                arguments(
                        "rate: \"11%\"",
                        "rate: \"11%\", minimum: much", "32: expected an amount like 5.00 or \"5.00 EUR\", got 'much'"),
                arguments("model: last-touch", "model: time-decay", "31: 'halfLife' is missing"),
                arguments("model: last-touch", "model: fixed", "31: 'share' is missing"),
                arguments(
                        "owner: co-owned", "owner: shared", "27: unknown 'shared'; known are brand, co-owned, partner"),
                arguments(
                        "rate: \"11%\"",
                        "tiers: {every: month, steps: [{from: 5, rate: \"5%\"}]}",
                        "32: the first step of the tiers starts from 0"),
                arguments(
                        "rate: \"11%\"",
                        "tiers: {every: order, counting: whole, steps: [{from: 0, rate: \"5%\"}, {from: 9, rate: \"4%\"}]}",
                        "32: a rate that counts for the whole volume cannot fall from step to step: commission would"
                                + " shrink as sales grow; count it marginally"));
    }

    @Test
    void letsALaterVersionCorrectAnEarlierDay() {
        var acme = parse(GOOD.replace("from: 2026-07-01", "from: 2025-07-01")).get("acme");

        assertThat(acme.terms())
                .extracting(Terms::from)
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2025, 7, 1));
    }

    @Test
    void saysEverythingAtOnce() {
        var acme = GOOD.replace("role: retailer", "role: brand").replace("USD", "Dollar");
        var lumen = "partner: lumen\nname: Lumen\nrole: brand\ncurrency: EUR\n"
                + "channels: [{id: acme-http, direction: out, transport: jms, queue: q}]\n";

        assertThatThrownBy(() -> PartnerFiles.parse(
                        Map.of("acme.yaml", acme, "lumen.yaml", lumen, "empty.yaml", ""), SETTINGS::get, ALL::names))
                .hasMessage("""
                        4 mistakes in the partner files:
                          routes/partners/acme.yaml line 4: expected a currency of ISO 4217 like EUR, got 'Dollar'
                          routes/partners/empty.yaml line 1: expected keys with values, the first of them 'partner'
                          routes/partners/lumen.yaml line 5: channel 'acme-http' is declared twice (the first time at routes/partners/acme.yaml line 17); give one of them another id
                          routes/partners/lumen.yaml line 3: only one partner can have role brand; acme has it (routes/partners/acme.yaml line 3)\
                        """);
    }

    @Test
    void neverRepeatsASecret() {
        assertThatThrownBy(() -> parse(GOOD.replace("secret:env:ACME_KEY", "geheim")))
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> parse(GOOD.replace("relais@", "relais:geheim@")))
                .hasMessageNotContaining("geheim");
    }

    @Test
    void takesTheDefaultOfASettingThatIsNotSet() {
        assertThatCode(() -> parse(GOOD.replace("${acme.sftp.port}", "${acme.port:22}")))
                .doesNotThrowAnyException();
    }

    private static Partners parse(String acme) {
        return PartnerFiles.parse(Map.of("acme.yaml", acme), SETTINGS::get, ALL::names);
    }
}
