package relais.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.finding.Finding;

class YamlFileTest {

    @Test
    void namesFileLineAndTheNearestRightKey() {
        var file = YamlFile.parse("routes/partners/acme.yaml", "partner: acme\nchanels: []\n");

        file.root().only("partner", "channels");

        assertThat(lines(file))
                .containsExactly("routes/partners/acme.yaml line 2: unknown key 'chanels'; did you mean 'channels'?");
    }

    @Test
    void listsTheKnownKeysWhenNoneIsNear() {
        var file = YamlFile.parse("a.yaml", "colour: red\n");

        file.root().only("partner", "role");

        assertThat(lines(file)).containsExactly("a.yaml line 1: unknown key 'colour'; known are partner, role");
    }

    @Test
    void reportsWhatIsMissingOnceAndGoesOnWithSomethingEmpty() {
        var file = YamlFile.parse("a.yaml", "terms:\n  - from: 2026-01-01\n");

        var terms = file.root().get("terms").items().get(0);
        var rate = terms.get("commission").get("rate").as("a decimal", BigDecimal::new);

        assertThat(rate).isEmpty();
        assertThat(lines(file)).containsExactly("a.yaml line 2: 'commission' is missing");
    }

    @Test
    void collectsEveryValueThatDoesNotFit() {
        var file = YamlFile.parse("a.yaml", "from: 31.1.26\nrole: retailr\nactive: maybe\nlines: 3\n");
        var root = file.root();

        root.get("from").as("a date like 2026-01-31", LocalDate::parse);
        root.get("role").oneOf(Map.of("retailer", 1, "supplier", 2));
        root.flag("active", true);
        root.items("lines");

        assertThat(lines(file))
                .containsExactly(
                        "a.yaml line 1: expected a date like 2026-01-31, got '31.1.26'",
                        "a.yaml line 2: unknown 'retailr'; did you mean 'retailer'?",
                        "a.yaml line 3: expected true or false, got 'maybe'",
                        "a.yaml line 4: expected a list");
    }

    @Test
    void keepsTextsAsWritten() {
        var root = YamlFile.parse("a.yaml", "version: 004010\ncountry: NO\nempty:\n")
                .root();

        assertThat(root.text("version")).isEqualTo("004010");
        assertThat(root.text("country")).isEqualTo("NO");
        assertThat(root.find("empty")).isEmpty();
    }

    @Test
    void reportsAKeyThatStandsTwice() {
        var file = YamlFile.parse("a.yaml", "id: a\nname: b\nid: c\n");

        file.root().entries();

        assertThat(lines(file)).containsExactly("a.yaml line 3: key 'id' stands twice");
    }

    @Test
    void saysWhereAFileStopsBeingYaml() {
        var file = YamlFile.parse("a.yaml", "id: a\nname: [b\nrole: c\n");

        assertThat(file.root().isPresent()).isFalse();
        assertThat(lines(file)).singleElement().asString().startsWith("a.yaml line 3: not YAML: ");
    }

    private static List<String> lines(YamlFile file) {
        return file.findings().stream()
                .map(Finding::toString)
                .map(text -> text.replace("FILE_INVALID ", ""))
                .toList();
    }
}
