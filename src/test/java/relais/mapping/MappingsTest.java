package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MappingsTest {

    private static final Path MAPPINGS = Path.of("mappings");

    @Test
    void loadsEveryMappingOfTheProject() {
        var mappings = Mappings.load(MAPPINGS);

        assertThat(mappings.all()).extracting(Mapping::id).contains("x12/850", "edifact/ORDERS");
        assertThatThrownBy(() -> mappings.get("x12/85"))
                .hasMessageStartingWith("no mapping 'x12/85'; did you mean 'x12/850'?");
    }
}
