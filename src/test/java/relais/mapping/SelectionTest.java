package relais.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import relais.document.Item;

/** A rule may speak of some items of a list. */
class SelectionTest {

    private static final Tree ATTRIBUTE = Tree.of(Item.Attribute.class);
    private static final Item.Attribute BLACK = new Item.Attribute("colour", "black");
    private static final Item.Attribute LARGE = new Item.Attribute("size", "L");
    private static final Item.Attribute UNNAMED = new Item.Attribute("", "oak");

    @Test
    void takesTheItemsWithOneOfItsTexts() {
        assertThat(selection(true, "colour", "color").takes(BLACK)).isTrue();
        assertThat(selection(true, "colour", "color").takes(LARGE)).isFalse();
        assertThat(selection(true, "colour", "color").takes(UNNAMED)).isFalse();
    }

    @Test
    void takesAllOthersWhenItIsNegated() {
        assertThat(selection(false, "colour").takes(BLACK)).isFalse();
        assertThat(selection(false, "colour").takes(LARGE)).isTrue();
        assertThat(selection(false, "colour").takes(UNNAMED)).isTrue();
    }

    @Test
    void takesWhatHoldsAnythingOrNothing() {
        assertThat(selection(true).takes(BLACK)).isTrue();
        assertThat(selection(true).takes(UNNAMED)).isFalse();
        assertThat(selection(false).takes(UNNAMED)).isTrue();
    }

    @Test
    void givesAnItemThatIsReadItsFirstText() {
        var draft = new Draft(ATTRIBUTE);

        selection(true, "colour", "color").complete(draft);

        assertThat(draft.text("name")).isEqualTo("colour");
    }

    private static Selection selection(boolean wanted, String... texts) {
        var leaf = (Leaf) ATTRIBUTE.byName().get("name").shape();
        return new Selection(Path.of(ATTRIBUTE, "name"), leaf, wanted, List.of(texts));
    }
}
