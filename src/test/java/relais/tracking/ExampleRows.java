package relais.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import relais.Database;
import relais.consumer.Consumers;
import relais.consumer.Identity;
import relais.consumer.Identity.Loyalty;
import relais.consumer.MasterKeys;
import relais.consumer.Vault;
import relais.consumer.Vaults;
import relais.finding.Finding;
import relais.finding.FindingCode;
import relais.finding.Location;
import relais.finding.Severity;
import relais.mailbox.Documents;
import relais.mailbox.Documents.Direction;
import relais.mailbox.Documents.Entry;
import relais.mailbox.Documents.Source;
import relais.mailbox.Documents.State;
import relais.mailbox.Documents.Step;
import relais.mailbox.Inbox;
import relais.mailbox.MailboxLimits;

/** A morning at the brand's hub, written into the tables: what tracking reads and the console shows. */
public final class ExampleRows {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, UTC);
    public static final MasterKeys MASTER = Vaults.MASTER;

    public static final String GOOD_ORDERS = """
            ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260302*0830*U*00401*000000102*0*P*>~
            GS*PO*081466849*MAISONLUMEN*20260302*0830*102*X*004010~
            ST*850*0001~
            BEG*00*DS*ACME-1001**20260302~
            N1*ST*Consumer Two~
            PO1*1*2*EA*89.00**EN*5412345010012*VN*ML-TABLE-01~
            CTT*1~
            SE*6*0001~
            GE*1*102~
            IEA*1*000000102~
            """;

    public static final String BAD_ORDERS = """
            ISA*00*          *00*          *01*081466849      *ZZ*MAISONLUMEN    *260302*0850*U*00401*000000103*0*P*>~
            GS*PO*081466849*MAISONLUMEN*20260302*0850*103*X*004010~
            ST*850*0001~
            BEG*00*DS*ACME-1004**20260302~
            CUR*BY*USD~
            REF*CO*C-5004~
            DTM*002*20260310~
            N1*BY*Acme Retail*92*ACME-HQ~
            N1*SE*Maison Lumen*92*77120~
            N1*ST*Consumer Five~
            N3*5 Fixture Court~
            N4*Boston*MA*02108*US~
            PO1*1*1*EA*89.00**EN*5412345010012*VN*ML-TABLE-01~
            PID*F****Table lamp Aurore~
            PO1*2*3*QQ*149.50**EN*5412345010036*VN*ML-PEND-03~
            PID*F****Pendant lamp Halo~
            CTT*2~
            SE*21*0001~
            GE*1*103~
            IEA*1*000000103~
            """;

    private final JdbcClient jdbc;
    private final Database database;
    private final JdbcTemplate template;
    private final Supplier<UUID> ids = Database.ids();
    private final Vault vault;

    public UUID consumer;
    public UUID order;
    public UUID orderReceipt;
    public UUID acknowledgement;
    public UUID orderToErp;
    public UUID invoice;
    public UUID rejected;
    public UUID unreadable;
    public UUID empty;
    public UUID galeriesOrder;
    public UUID parkedInvoice;

    public ExampleRows(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.template = new JdbcTemplate(database.dataSource());
        this.vault = Vaults.on(jdbc);
    }

    public Vault vault() {
        return vault;
    }

    public Inbox inbox(Clock clock) {
        return new Inbox(template, database.transactions(), vault, MailboxLimits.standard(), clock, ids);
    }

    /** Everything below, in the order it happened. */
    public ExampleRows writeAll() {
        consumer = database.transaction().execute(status -> new Consumers(jdbc, vault, ids)
                .recognise(
                        new Identity(
                                "consumer.two@example.com", "", Loyalty.none(), "Consumer Two", "22 Sample Avenue"),
                        NOW));
        stockReport();
        orderToInvoice();
        rejectedOrder();
        galeries();
        storefront();
        whatCannotBeRead();
        ledger();
        return this;
    }

    private void stockReport() {
        var body = """
                {"type":"InventoryReport","number":"STK-0302","partner":"atelier-nord","issuedOn":"2026-03-02","lines":[
                {"lineNumber":1,"item":{"gtin":"5412345010012"},"quantity":{"value":42,"unit":"EA"}},
                {"lineNumber":2,"item":{"gtin":"5412345010029"},"quantity":{"value":7,"unit":"EA"}},
                {"lineNumber":3,"item":{"gtin":"5412345010029"},"quantity":{"value":60,"unit":"EA"},"availableOn":"2026-03-16"}]}""";
        var at = at("07:10:04");
        var text = "HSTK-0302  20260302\nL5412345010012000042EA\nL5412345010029000007EA\n";
        var receipt = receive("atelier-dropbox", "atelier-nord", "stock-20260302.txt", text, at);
        var report = in("atelier-nord", "InventoryReport", "STK-0302", "", "smooks", "", State.ACCEPTED)
                .from(receipt, 0, text.length())
                .body(body)
                .write(at, "received", "read", "translated", "checked", "dispatched");
        var shown = out("acme-retail", "InventoryReport", "STK-0302", "", "x12", "846", State.ACKNOWLEDGED, report)
                .control("205/205/0001")
                .write(at("07:10:05"), "translated", "sent");
        outbox(shown, "acme-outbox", "846-205.edi", "ST*846*0001~", "sent", "", at("07:10:06"));
        expect(shown, "accepted", at("07:25:00"), Optional.empty());
    }

    private void orderToInvoice() {
        var at = at("08:30:02");
        orderReceipt = receive("acme-inbox", "acme-retail", "orders-102.x12", GOOD_ORDERS, at);
        order = in("acme-retail", "Order", "ACME-1001", "ACME-1001", "x12", "850", State.ACCEPTED)
                .from(orderReceipt, GOOD_ORDERS.indexOf("ST*"), GOOD_ORDERS.indexOf("GE*"))
                .control("000000102/102/0001")
                .sealed(orderBody("ACME-1001", "C-5001"))
                .write(at, "received", "read", "acknowledged", "translated", "checked", "booked", "dispatched");
        acknowledgement = answer("acme-retail", "x12", "997", "000000102", orderReceipt)
                .control("301/301/0001")
                .write(at("08:30:03"), "acknowledged", "sent");
        outbox(
                acknowledgement,
                "acme-outbox",
                "997-301.edi",
                "ST*997*0001~AK1*PO*102~AK9*A*1*1*1~SE*4*0001~",
                "sent",
                "",
                at);
        orderToErp = out("maison-lumen", "Order", "ACME-1001", "ACME-1001", "json", "", State.SENT, order)
                .sealed(orderBody("ACME-1001", "C-5001"))
                .write(at("08:30:03"), "dispatched", "sent");
        outbox(orderToErp, "erp-orders", "order-acme-retail-ACME-1001", "{}", "sent", "", at);
        answers(at("08:31:10"));
    }

    private void answers(Instant at) {
        var response = """
                {"type":"OrderResponse","number":"R-77","partner":"acme-retail","issuedOn":"2026-03-02","orderNumber":"ACME-1001",
                "status":"ACCEPTED","lines":[{"lineNumber":1,"quantity":{"value":2,"unit":"EA"},"promisedOn":"2026-03-04"}]}""";
        var fromErp = in("acme-retail", "OrderResponse", "R-77", "ACME-1001", "json", "", State.ACCEPTED)
                .from(receive("erp-replies", "maison-lumen", "ID:erp-77", response, at), 0, response.length())
                .body(response)
                .write(at, "received", "read", "translated", "checked", "dispatched");
        var toAcme = out("acme-retail", "OrderResponse", "R-77", "ACME-1001", "x12", "855", State.ACKNOWLEDGED, fromErp)
                .control("302/302/0001")
                .body(response)
                .write(at.plusMillis(300), "translated", "sent");
        outbox(toAcme, "acme-outbox", "855-302.edi", "ST*855*0001~", "sent", "", at.plusSeconds(1));
        expect(toAcme, "accepted", at.plusSeconds(600), Optional.empty());
        var despatch = """
                {"type":"DespatchAdvice","number":"D-501","partner":"acme-retail","issuedOn":"2026-03-02","orderNumber":"ACME-1001",
                "shippedOn":"2026-03-02","expectedOn":"2026-03-05","carrier":{"scac":"UPSN","name":"UPS","trackingNumber":"1Z999AA10123456784"},
                "packages":[{"sscc":"054123450000000018","lines":[{"lineNumber":1,"quantity":{"value":2,"unit":"EA"}}]}]}""";
        var shipped = in("acme-retail", "DespatchAdvice", "D-501", "ACME-1001", "json", "", State.ACCEPTED)
                .from(receive("erp-replies", "maison-lumen", "ID:erp-78", despatch, at), 0, despatch.length())
                .body(despatch)
                .write(at.plusSeconds(1200), "received", "read", "translated", "checked", "dispatched");
        var asn = out("acme-retail", "DespatchAdvice", "D-501", "ACME-1001", "x12", "856", State.SENT, shipped)
                .control("303/303/0001")
                .write(at.plusSeconds(1201), "translated", "sent");
        outbox(asn, "acme-outbox", "856-303.edi", "ST*856*0001~", "sent", "", at.plusSeconds(1202));
        expect(asn, "pending", Instant.parse("2099-03-03T08:00:00Z"), Optional.empty());
        invoices(at.plusSeconds(1500));
    }

    private void invoices(Instant at) {
        var text = """
                {"type":"Invoice","number":"INV-9001","partner":"acme-retail","issuedOn":"2026-03-02","orderNumber":"ACME-1001",
                "currency":"USD","netAmount":178.00,"taxAmount":0,"payableAmount":178.00}""";
        invoice = in("acme-retail", "Invoice", "INV-9001", "ACME-1001", "json", "", State.ACCEPTED)
                .from(receive("erp-replies", "maison-lumen", "ID:erp-79", text, at), 0, text.length())
                .body(text)
                .write(at, "received", "read", "translated", "checked", "booked", "dispatched");
        var toAcme = out("acme-retail", "Invoice", "INV-9001", "ACME-1001", "x12", "810", State.ACKNOWLEDGED, invoice)
                .control("304/304/0001")
                .write(at.plusMillis(240), "translated", "sent");
        outbox(
                toAcme,
                "acme-outbox",
                "810-304.edi",
                "ST*810*0001~BIG*20260302*INV-9001~",
                "sent",
                "",
                at.plusSeconds(1));
        var answer = "ST*997*0001~AK1*IN*304~AK9*A*1*1*1~SE*4*0001~";
        var closing = in("acme-retail", "Acknowledgement", "000000088", "", "x12", "997", State.ACCEPTED)
                .from(receive("acme-inbox", "acme-retail", "997-88.x12", answer, at), 0, answer.length())
                .write(at.plusSeconds(240), "received", "read", "closed");
        expect(toAcme, "accepted", at.plusSeconds(240), Optional.of(closing));
    }

    private void rejectedOrder() {
        var at = at("08:50:01");
        var receipt = receive("acme-inbox", "acme-retail", "orders-103.x12", BAD_ORDERS, at);
        rejected = in("acme-retail", "Order", "ACME-1004", "ACME-1004", "x12", "850", State.REJECTED)
                .from(receipt, BAD_ORDERS.indexOf("ST*"), BAD_ORDERS.indexOf("GE*"))
                .control("000000103/103/0001")
                .finding(new Finding(
                        FindingCode.CODE_UNKNOWN,
                        Severity.ERROR,
                        Location.segment("PO1", 13, BAD_ORDERS.indexOf("PO1*2"))
                                .element(3, 0, 1, BAD_ORDERS.indexOf("QQ")),
                        "QQ is not a unit of measure of data element 355",
                        "QQ"))
                .finding(new Finding(
                        FindingCode.SEGMENT_COUNT_MISMATCH,
                        Severity.ERROR,
                        Location.segment("SE", 16, BAD_ORDERS.indexOf("SE*"))
                                .element(1, 0, 1, BAD_ORDERS.indexOf("21*")),
                        "SE01 says 21 segments, counted 16",
                        "21"))
                .write(at, "received", "read", "acknowledged");
        var answer = answer("acme-retail", "x12", "997", "000000103", receipt)
                .control("305/305/0001")
                .write(at.plusMillis(400), "acknowledged", "sent");
        var text = "ST*997*0001~AK1*PO*103~AK2*850*0001~AK3*PO1*13**8~AK4*3*355*7*QQ~AK5*R*4*5~AK9*R*1*1*0~SE*8*0001~";
        outbox(answer, "acme-outbox", "997-305.edi", text, "sent", "", at.plusSeconds(1));
    }

    private void galeries() {
        var at = at("09:05:40");
        var text =
                "UNB+UNOC:3+3012345000017:14+5412345000013:14+260302:0905+88'UNH+1+ORDERS:D:96A:UN'BGM+220+GS-2001+9'"
                        + "DTM+137:20260302:102'UNS+S'UNT+5+1'UNZ+1+88'";
        var receipt = receive("galeries-http", "galeries-sud", "request-4f1c", text, at);
        galeriesOrder = in("galeries-sud", "Order", "GS-2001", "GS-2001", "edifact", "ORDERS", State.ACCEPTED)
                .from(receipt, text.indexOf("UNH"), text.indexOf("UNZ"))
                .control("88//1")
                .write(at, "received", "read", "acknowledged", "translated", "checked", "booked", "dispatched");
        answer("galeries-sud", "edifact", "CONTRL", "88", receipt)
                .control("41//1")
                .write(at.plusMillis(120), "acknowledged", "sent");
        parkedInvoice = out(
                        "galeries-sud",
                        "Invoice",
                        "INV-9002",
                        "GS-1999",
                        "edifact",
                        "INVOIC",
                        State.PARKED,
                        galeriesOrder)
                .control("42//1")
                .write(at.plusSeconds(90), "translated");
        outbox(
                parkedInvoice,
                "galeries-outbox",
                "invoic-42.edi",
                "UNH+1+INVOIC:D:96A:UN'",
                "parked",
                "the folder /galeries/in does not exist",
                at);
        var due = out(
                        "galeries-sud",
                        "DespatchAdvice",
                        "D-502",
                        "GS-1999",
                        "edifact",
                        "DESADV",
                        State.DUE,
                        galeriesOrder)
                .write(at.plusSeconds(120), "translated");
        outbox(due, "galeries-outbox", "desadv-43.edi", "UNH+1+DESADV:D:96A:UN'", "due", "", at);
    }

    private void storefront() {
        var at = at("09:20:11");
        var text = orderBody("WEB-3001", "WEB-3001");
        in("storefront", "Order", "WEB-3001", "WEB-3001", "json", "", State.ACCEPTED)
                .from(receive("storefront-http", "storefront", "request-77aa", text, at), 0, text.length())
                .sealed(text)
                .write(at, "received", "read", "translated", "checked", "booked", "dispatched");
        var wrong = """
                {
                  "type": "Order",
                  "number": "WEB-3002",
                  "currency": "EURO",
                  "lines": []
                }
                """;
        in("storefront", "Order", "WEB-3002", "", "json", "", State.REJECTED)
                .from(receive("storefront-http", "storefront", "request-77ab", wrong, at), 0, wrong.length())
                .finding(Finding.error(
                        FindingCode.SCHEMA_VIOLATED,
                        Location.pointer("/currency"),
                        "EURO is no ISO 4217 currency code"))
                .write(at.plusSeconds(42), "received", "read");
    }

    private void whatCannotBeRead() {
        var at = at("09:31:00");
        var text = GOOD_ORDERS.replace("081466849", "999999999");
        var stranger = receive("acme-inbox", "acme-retail", "strange.x12", text, at);
        unreadable = in("", "Unreadable", "", "", "x12", "", State.PARKED)
                .from(stranger, 0, text.length())
                .finding(Finding.error(
                        FindingCode.SENDER_UNKNOWN,
                        Location.segment("ISA", 1, 0).element(6, 0, 1, text.indexOf("999999999")),
                        "no partner has the X12 identifier 01/999999999"))
                .write(at, "received", "parked");
        var nothing = receive("atelier-dropbox", "atelier-nord", "stock-empty.txt", "", at);
        empty = in("atelier-nord", "Unreadable", "", "", "smooks", "", State.REJECTED)
                .from(nothing, 0, 0)
                .finding(Finding.error(FindingCode.EMPTY_INPUT, Location.nowhere(), "the file has no content"))
                .write(at.plusSeconds(30), "received", "parked");
    }

    private void ledger() {
        var touch = fact("order", "acme-retail", "ACME-1001", order);
        entry(
                1,
                "touch",
                touch,
                "acme-retail",
                "Acme Retail brought the order ACME-1001 of a consumer not seen before");
        entry(
                2,
                "acquisition",
                touch,
                "acme-retail",
                "first touch: the consumer counts as brought by Acme Retail from 2 March 2026 on");
        entry(
                3,
                "decision",
                touch,
                "acme-retail",
                "Acme Retail sold it: 12 % of the net amount by version 1 of its terms");
        var billed = fact("invoice", "acme-retail", "INV-9001", invoice);
        entry(4, "accrual", billed, "acme-retail", "12 % of 178.00 USD invoiced by INV-9001, held for 30 days");
        var web = fact("order", "storefront", "WEB-3001", order);
        entry(
                5,
                "decision",
                web,
                "acme-retail",
                "the consumer came through Acme Retail on 2 March 2026: 3 % on direct purchases for a year");
        var galeries = fact("order", "galeries-sud", "GS-2001", galeriesOrder);
        entry(6, "touch", galeries, "galeries-sud", "Galeries Sud brought the order GS-2001");
        posting(4, "maison-lumen", "commission expense", "acme-retail", "commission held:acme-retail", 2136);
    }

    private long fact(String kind, String partner, String number, UUID document) {
        return jdbc.sql("""
                        insert into fact (kind, partner, number, order_number, consumer, day, content, document, hash, recorded_at)
                        values (:kind, :partner, :number, :order, :consumer, :day, '', :document, :hash, :at) returning id""")
                .param("kind", kind)
                .param("partner", partner)
                .param("number", number)
                .param("order", kind.equals("order") ? number : "ACME-1001")
                .param("consumer", consumer)
                .param("day", NOW.atOffset(UTC).toLocalDate())
                .param("document", document)
                .param("hash", new byte[32])
                .param("at", time(NOW))
                .query(Long.class)
                .single();
    }

    private void entry(long seq, String kind, long fact, String partner, String explanation) {
        jdbc.sql("""
                        insert into entry (shard, seq, kind, fact, subject, partner, consumer, valid_on, due_on, booked_at,
                            terms_version, turnover, currency, inputs, parties, shares_ppm, versions, explanation, leaf)
                        values (0, :seq, :kind, :fact, :fact, :partner, :consumer, :day, case when :accrual then :day end, :at,
                            1, case when :accrual then 0 end, case when :accrual then 'USD' end, :hash,
                            case when :shared then array[:partner] end, case when :shared then array[1000000] end,
                            case when :shared then array[1] end, :explanation, :hash)""")
                .param("seq", seq)
                .param("kind", kind)
                .param("fact", fact)
                .param("partner", partner)
                .param("consumer", consumer)
                .param("day", NOW.atOffset(UTC).toLocalDate())
                .param("at", time(NOW))
                .param("hash", new byte[32])
                .param("shared", kind.equals("decision") || kind.equals("acquisition"))
                .param("accrual", kind.equals("accrual"))
                .param("explanation", explanation)
                .update();
    }

    private void posting(long seq, String payer, String debit, String payee, String credit, long minorUnits) {
        var from = account(payer, debit);
        var to = account(payee, credit);
        jdbc.sql("insert into posting values (0, :seq, 1, 1, :from, :to, :amount, 'USD', 0, '12 % of it')")
                .param("seq", seq)
                .param("from", from)
                .param("to", to)
                .param("amount", minorUnits)
                .update();
        jdbc.sql(
                        "insert into balance values (:from, 'USD', :day, :day, :amount, 0), (:to, 'USD', :day, :day, 0, :amount)")
                .param("from", from)
                .param("to", to)
                .param("day", NOW.atOffset(UTC).toLocalDate())
                .param("amount", minorUnits)
                .update();
    }

    private long account(String partner, String name) {
        return jdbc.sql("insert into account (partner, name, currency) values (:partner, :name, 'USD') returning id")
                .param("partner", partner)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private UUID receive(String channel, String partner, String name, String text, Instant at) {
        return inbox(Clock.fixed(at, UTC))
                .accept(channel, partner, name, "", new ByteArrayInputStream(text.getBytes(UTF_8)))
                .id();
    }

    private void outbox(
            UUID document, String channel, String name, String text, String state, String error, Instant at) {
        jdbc.sql("""
                        insert into outbox (document, channel, ordering_key, name, content_type, payload, state, attempts,
                            last_error, created_at, sent_at)
                        values (:document, :channel, '', :name, '', :payload, :state, :attempts, :error, :at, :sentAt)""")
                .param("document", document)
                .param("channel", channel)
                .param("name", name)
                .param("payload", text.getBytes(UTF_8))
                .param("state", state)
                .param("attempts", error.isEmpty() ? 0 : 12)
                .param("error", error)
                .param("at", time(at))
                .param("sentAt", state.equals("sent") ? time(at) : null)
                .update();
    }

    private void expect(UUID document, String state, Instant at, Optional<UUID> closedBy) {
        var open = state.equals("pending");
        jdbc.sql("""
                        insert into expected_acknowledgement (document, partner, standard, interchange_control, set_control,
                            state, due_at, closed_at, closed_by)
                        values (:document, 'acme-retail', 'x12', '1', '1', :state, :due, :closedAt, :closedBy)""")
                .param("document", document)
                .param("state", state)
                .param("due", time(at))
                .param("closedAt", open ? null : time(at))
                .param("closedBy", closedBy.orElse(null))
                .update();
    }

    private static String orderBody(String number, String consumerOrderNumber) {
        var partner = number.startsWith("WEB") ? "storefront" : "acme-retail";
        return """
                {"type":"Order","number":"%s","partner":"%s","issuedOn":"2026-03-02","currency":"USD",
                "consumer":{"name":"Consumer Two","email":"consumer.two@example.com"},"consumerOrderNumber":"%s",
                "lines":[{"lineNumber":1,"item":{"gtin":"5412345010012","sellerCode":"ML-TABLE-01","description":"Table lamp Aurore"},
                "quantity":{"value":2,"unit":"EA"},"unitPrice":89.00}]}""".formatted(number, partner, consumerOrderNumber);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(UTC);
    }

    private Draft in(String partner, String type, String number, String order, String format, String set, State state) {
        return new Draft(Direction.IN, partner, type, number, order, format, set, state, Optional.empty());
    }

    private Draft out(
            String partner,
            String type,
            String number,
            String order,
            String format,
            String set,
            State state,
            UUID cause) {
        return new Draft(Direction.OUT, partner, type, number, order, format, set, state, Optional.of(cause));
    }

    /** An acknowledgement of the hub's for the one interchange of a receipt. */
    private Draft answer(String partner, String format, String set, String number, UUID receipt) {
        var draft = new Draft(
                Direction.OUT, partner, "Acknowledgement", number, "", format, set, State.SENT, Optional.empty());
        draft.source = Optional.of(new Source(receipt, 1, 0, 0, 0));
        return draft;
    }

    /** A document that is about to be registered. */
    private final class Draft {

        private final UUID id = ids.get();
        private final Direction direction;
        private final String partner;
        private final String type;
        private final String number;
        private final String order;
        private final String format;
        private final String set;
        private final State state;
        private final Optional<UUID> cause;
        private final List<Finding> findings = new ArrayList<>();
        private Optional<Source> source = Optional.empty();
        private Optional<UUID> owner = Optional.empty();
        private Optional<byte[]> body = Optional.empty();
        private String control = "";

        private Draft(
                Direction direction,
                String partner,
                String type,
                String number,
                String order,
                String format,
                String set,
                State state,
                Optional<UUID> cause) {
            this.direction = direction;
            this.partner = partner;
            this.type = type;
            this.number = number;
            this.order = order;
            this.format = format;
            this.set = set;
            this.state = state;
            this.cause = cause;
        }

        Draft from(UUID receipt, long from, long to) {
            source = Optional.of(new Source(receipt, 1, 1, from, to));
            return this;
        }

        Draft control(String number) {
            control = number;
            return this;
        }

        Draft body(String json) {
            body = Optional.of(json.getBytes(UTF_8));
            return this;
        }

        Draft sealed(String json) {
            owner = Optional.of(consumer);
            body = Optional.of(vault.seal(consumer, json.getBytes(UTF_8)));
            return this;
        }

        Draft finding(Finding finding) {
            findings.add(finding);
            return this;
        }

        UUID write(Instant at, String... names) {
            var steps = new ArrayList<Step>();
            for (var i = 0; i < names.length; i++)
                steps.add(new Step(id, at.plus(Duration.ofMillis(i * 7L)), names[i], detail(names[i])));
            var entry = new Entry(
                    id, direction, partner, type, format, set, number, order, state, source, control, cause, owner,
                    body, steps, findings);
            var known = new Documents(template, vault, Clock.fixed(at, UTC)).register(List.of(entry));
            if (!known.isEmpty()) throw new IllegalStateException("registered already: " + entry);
            return id;
        }

        private String detail(String step) {
            return switch (step) {
                case "received" -> "through a channel of " + (partner.isEmpty() ? "Acme Retail" : partner);
                case "read" -> findings.isEmpty() ? "no findings" : findings.size() + " findings";
                case "acknowledged" -> direction == Direction.IN ? (findings.isEmpty() ? "accepted" : "rejected") : "";
                case "translated" -> format + (set.isEmpty() ? "" : " " + set);
                case "booked" -> "in the ledger";
                case "dispatched" -> "to erp-orders";
                default -> "";
            };
        }
    }
}
