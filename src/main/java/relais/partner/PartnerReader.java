package relais.partner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import relais.document.DocumentType;
import relais.edi.AcknowledgementPolicy;
import relais.edi.AcknowledgementPolicy.Detail;
import relais.edi.AcknowledgementPolicy.Type;
import relais.edi.AcknowledgementPolicy.Weighing;
import relais.yaml.Nearest;
import relais.yaml.YamlNode;

/** Reads one partner file; whatever is wrong with it is reported to its nodes. */
final class PartnerReader {

    private static final Currency NO_CURRENCY = Currency.getInstance("XXX");

    /** A value and where the file states it. */
    record Placed<T>(T value, YamlNode at) {}

    /** What a file says, for checks across files. */
    record Read(Partner partner, YamlNode role, List<Placed<Channel>> channels, List<Placed<Identifier>> identifiers) {}

    private final YamlNode root;
    private final String id;
    private final Placeholders placeholders;
    private final MappingNames mappings;

    PartnerReader(YamlNode root, String id, Placeholders placeholders, MappingNames mappings) {
        this.root = root;
        this.id = id;
        this.placeholders = placeholders;
        this.mappings = mappings;
    }

    Read read() {
        root.only(
                "partner",
                "name",
                "role",
                "currency",
                "identifiers",
                "channels",
                "documents",
                "interchanges",
                "acknowledgements",
                "terms");
        if (!root.isMap()) root.wrong("expected keys with values, the first of them 'partner'");
        checkId(root.get("partner"));
        var role = root.get("role");
        var identifiers = root.items("identifiers").stream()
                .map(node -> new Placed<>(identifier(node), node))
                .toList();
        var channels = root.items("channels").stream()
                .map(node -> new Placed<>(new ChannelReader(node, id, placeholders).read(), node))
                .toList();
        var currency = root.get("currency")
                .as("a currency of ISO 4217 like EUR", Currency::getInstance)
                .orElse(NO_CURRENCY);
        var partner = new Partner(
                id,
                root.text("name"),
                role.oneOf(names(Partner.Role.class)).orElse(Partner.Role.SUPPLIER),
                currency,
                identifiers.stream().map(Placed::value).toList(),
                channels.stream().map(Placed::value).toList(),
                agreements(channels),
                root.items("interchanges").stream()
                        .map(node -> new InterchangeAgreementReader(node).read())
                        .toList(),
                root.find("acknowledgements")
                        .map(node -> acknowledging(node, channels))
                        .orElseGet(Acknowledging::none),
                new TermsReader(root.items("terms"), currency).read());
        return new Read(partner, role, channels, identifiers);
    }

    private void checkId(YamlNode node) {
        if (node.isText() && !node.text().equals(id))
            node.wrong("the file is called " + id + ".yaml, so write 'partner: " + id + "', or rename the file");
    }

    // --- identifiers ---

    private static Identifier identifier(YamlNode node) {
        node.only("standard", "qualifier", "id");
        var standards = Map.of("x12", "x12", "edifact", "edifact", "gln", "gln");
        var standard =
                node.get("standard").oneOf(new java.util.TreeMap<>(standards)).orElse("");
        var number = node.get("id");
        if (standard.equals("gln")) number.as("a GLN: 13 digits, the last of them the check digit", PartnerReader::gln);
        return new Identifier(standard, node.text("qualifier", ""), number.text());
    }

    /** GS1 General Specifications 7.9: weights 1 and 3 from the left of 13 digits, the sum a multiple of ten. */
    private static String gln(String text) {
        if (!text.matches("\\d{13}")) throw new IllegalArgumentException(text);
        var sum = 0;
        for (var i = 0; i < 13; i++) sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        if (sum % 10 != 0) throw new IllegalArgumentException(text);
        return text;
    }

    // --- documents ---

    private List<DocumentAgreement> agreements(List<Placed<Channel>> channels) {
        var agreements = new ArrayList<DocumentAgreement>();
        var tables = new HashMap<String, YamlNode>();
        for (var node : root.items("documents")) {
            var agreement = agreement(node, channels);
            agreements.add(agreement);
            if (agreement.direction() == Channel.Direction.IN && agreement.isOfTables())
                node.find("channel").ifPresent(channel -> checkTable(channel, tables));
        }
        return agreements;
    }

    private static void checkTable(YamlNode channel, Map<String, YamlNode> tables) {
        var first = tables.putIfAbsent(channel.text(), channel);
        if (first != null)
            channel.wrong("channel '" + channel.text() + "' takes in a table already (" + first
                    + "), and no table says what it is; give each a channel of its own");
    }

    private DocumentAgreement agreement(YamlNode node, List<Placed<Channel>> channels) {
        node.only("document", "direction", "format", "transactionSet", "version", "mapping", "channel");
        var document = node.get("document").oneOf(titles());
        var format = node.get("format").oneOf(formats());
        var agreement = new DocumentAgreement(
                document.orElse(DocumentType.ORDER),
                node.get("direction").oneOf(names(Channel.Direction.class)).orElse(Channel.Direction.IN),
                format.orElse(""),
                node.text("transactionSet", ""),
                node.text("version", ""),
                node.text("mapping", ""),
                node.text("channel", ""));
        if (format.isPresent()) checkFormat(agreement, node);
        if (format.isPresent() && document.isPresent()) checkMapping(agreement, node);
        var isOut = agreement.direction() == Channel.Direction.OUT;
        if (isOut || !agreement.isOfInterchanges()) node.get("channel");
        node.find("channel").ifPresent(channel -> checkChannel(channel, agreement.direction(), channels));
        return agreement;
    }

    /** Which keys a format needs. */
    private static void checkFormat(DocumentAgreement agreement, YamlNode node) {
        if (agreement.isOfInterchanges()) {
            node.get("transactionSet");
            node.get("version");
        }
        if (agreement.format().equals("smooks") && agreement.direction() == Channel.Direction.OUT)
            node.get("format").wrong("smooks only reads; send csv or fixed, or write 'direction: in'");
    }

    private void checkMapping(DocumentAgreement agreement, YamlNode node) {
        if (agreement.format().equals("json")) return;
        var mapping = node.get("mapping");
        var known = mappings.of(agreement.format(), agreement.document());
        if (!mapping.isText() || known.contains(mapping.text())) return;
        var what = agreement.document().title() + " in format " + agreement.format();
        mapping.wrong(
                known.isEmpty()
                        ? "there is no mapping for " + what
                        : "no mapping for " + what + " is called '" + agreement.mapping() + "'"
                                + Nearest.hint(agreement.mapping(), known));
    }

    private static void checkChannel(YamlNode node, Channel.Direction direction, List<Placed<Channel>> channels) {
        var known = channels.stream()
                .map(Placed::value)
                .filter(channel -> channel.direction() == direction)
                .map(Channel::id)
                .toList();
        if (!node.isText() || known.contains(node.text())) return;
        node.wrong("this file has no channel '" + node.text() + "' with direction "
                + direction.name().toLowerCase(Locale.ROOT) + Nearest.hint(node.text(), known));
    }

    // --- acknowledgements ---

    private static Acknowledging acknowledging(YamlNode node, List<Placed<Channel>> channels) {
        node.only("send", "type", "errors", "channel", "expectWithin");
        var detail = node.get("send").oneOf(names(Detail.class)).orElse(Detail.NONE);
        if (detail != Detail.NONE) node.get("channel");
        node.find("channel").ifPresent(channel -> checkChannel(channel, Channel.Direction.OUT, channels));
        var type = node.find("type").flatMap(text -> text.oneOf(types())).orElse(Type.FUNCTIONAL);
        var errors = node.find("errors")
                .flatMap(text -> text.oneOf(names(Weighing.class)))
                .orElse(Weighing.REJECT);
        var expectWithin = node.find("expectWithin")
                .flatMap(text -> text.as("a duration like PT24H", Duration::parse))
                .orElse(Duration.ZERO);
        var policy = new AcknowledgementPolicy(type, detail, errors);
        return new Acknowledging(policy, node.text("channel", ""), expectWithin);
    }

    private static Map<String, Type> types() {
        var types = new LinkedHashMap<String, Type>();
        for (var type : Type.values()) types.put(type.text().toLowerCase(Locale.ROOT), type);
        return types;
    }

    // --- names in files ---

    /** The constants of an enum as files write them, in their order: {@code first-touch}. */
    static <E extends Enum<E>> Map<String, E> names(Class<E> type) {
        var names = new LinkedHashMap<String, E>();
        for (var value : type.getEnumConstants())
            names.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        return names;
    }

    private static Map<String, DocumentType> titles() {
        var titles = new LinkedHashMap<String, DocumentType>();
        for (var type : DocumentType.values()) titles.put(type.title(), type);
        return titles;
    }

    private static Map<String, String> formats() {
        var formats = new LinkedHashMap<String, String>();
        for (var format : DocumentAgreement.FORMATS) formats.put(format, format);
        return formats;
    }
}
