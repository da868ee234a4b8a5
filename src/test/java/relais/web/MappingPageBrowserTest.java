package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** An operator tries samples on the page Mappings. */
@TestInstance(Lifecycle.PER_CLASS)
class MappingPageBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SET =
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))";

    private static final String ORDER = """
            ISA*00*          *00*          *01*SENDER         *01*RECEIVER       *260305*1030*U*00401*000000001*0*P*>~
            GS*PO*SENDER*RECEIVER*20260305*1030*1*X*004010~
            ST*850*0001~
            BEG*00*SA*4711**20260305~
            PO1*1*2*EA*49.5**VN*LAMP-1~
            CTT*1~
            SE*5*0001~
            GE*1*1~
            IEA*1*000000001~
            """;

    private static final String ORDERS = """
            UNB+UNOC:3+SENDER:14+RECEIVER:14+260305:0915+77'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+GS-4711+9'
            DTM+137:20260305:102'
            NAD+BY+3012345000017::9++Société Générique'
            CUX+2:EUR:9'
            LIN+1++4012345000023:EN'
            QTY+21:40:PCE'
            UNS+S'
            UNT+9+1'
            UNZ+1+77'
            """;

    @TempDir
    Path folder;

    private Browser browser;
    private ConsoleServer console;

    @BeforeAll
    void open() {
        browser = Browser.open();
        console = ConsoleServer.byKey();
    }

    @AfterAll
    void close() {
        if (console != null) console.close();
        if (browser != null) browser.close();
    }

    /** Signs in only where nobody is: what is still asked for by an old session would end the new one. */
    @BeforeEach
    void page() {
        browser.page().get(console.url("/mappings"));
        if (!browser.page().findElements(By.id("sample")).isEmpty()) return;
        browser.page().get(console.url(console.link()));
        browser.page().get(console.url("/mappings"));
    }

    @Test
    void readsAnewWhileSomebodyTypes() {
        sample().sendKeys("ISA*00*");
        await("No mapping reads it: 0 documents, 1 error");

        sample().clear();
        sample().sendKeys(ORDER);
        await("Read by x12/850: 1 document, no errors");

        assertThat(element(".json code").getText()).contains("\"number\" : \"4711\"");
        assertThat(elements(".raw li")).hasSize(9);
        assertThat(element("h1").getText()).isEqualTo("Mappings");
    }

    @Test
    void marksThePlaceOfAFindingThatIsClicked() {
        type(ORDER.replace("*EA*", "*QQ*"));
        await("Read by x12/850: 0 documents, 1 error");
        assertThat(elements(".raw mark")).extracting(WebElement::getText).containsExactly("QQ");

        element(".findings li p.advice").click();

        assertThat(element(".note.shown").getDomAttribute("id")).isEqualTo("mark-0");
        assertThat(browser.page().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("mark-0");
    }

    @Test
    void leadsBackToTheFindingByKeyboard() {
        type(ORDER.replace("*EA*", "*QQ*"));
        await("Read by x12/850: 0 documents, 1 error");

        element(".raw mark a").sendKeys(Keys.ENTER);

        assertThat(element(".findings li.shown").getDomAttribute("id")).isEqualTo("finding-0");
    }

    @Test
    void takesAFile() {
        element("#file")
                .sendKeys(Path.of("mappings/ubl/Order/examples/drop-ship.xml")
                        .toAbsolutePath()
                        .toString());

        await("Read by ubl/Order: 1 document, no errors");
    }

    @Test
    void takesAFileThatIsDropped() {
        browser.page().executeScript("""
                const files = new DataTransfer();
                files.items.add(new File([arguments[1]], "order.edi"));
                arguments[0].dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true}));""", sample(), ORDER);

        await("Read by x12/850: 1 document, no errors");
        assertThat(sample().getDomProperty("value")).isEqualTo(ORDER);
    }

    @Test
    void takesAFileInLatin1() throws IOException {
        var file = Files.writeString(folder.resolve("orders.edi"), ORDERS, StandardCharsets.ISO_8859_1);

        element("#file").sendKeys(file.toString());

        await("Read by edifact/ORDERS: 1 document, no errors");
        assertThat(element(".json code").getText()).contains("\"name\" : \"Société Générique\"");
    }

    @Test
    void readsATableByTheMappingChosen() {
        type("order_no;order_date;currency;sku;qty\n4711;05.03.2026;EUR;LAMP;2\n");
        await("No mapping reads it: 0 documents, 1 error");

        new Select(element("#mapping")).selectByVisibleText("csv/Order");

        await("Read by csv/Order: 1 document, no errors");
    }

    @Test
    void keepsTheAnswerToTheNewestText() {
        browser.page().executeScript("""
                const real = window.fetch;
                window.fetch = async (address, options) => {
                  window.fetch = real;
                  const late = await real(address, {...options, signal: undefined});
                  await new Promise(release => window.release = release);
                  const text = late.text.bind(late);
                  late.text = () => text().finally(() => setTimeout(() => window.released = true));
                  return late;
                };""");
        type(ORDER.replace("*EA*", "*QQ*"));
        until("return window.release !== undefined");
        type(ORDER);
        await("Read by x12/850: 1 document, no errors");

        browser.page().executeScript("window.release()");
        until("return window.released === true");

        assertThat(element("#state").getText()).isEqualTo("Read by x12/850: 1 document, no errors");
        assertThat(elements(".findings li")).isEmpty();
    }

    @Test
    void doesNotSendWhatIsTooLarge() {
        browser.page().executeScript(SET, sample(), "x".repeat(SampleReader.SAMPLE_BYTES_MAX + 1));

        await("The sample has 262145 bytes; 262144 are read at most.");
    }

    @Test
    void saysSoWhenTheSessionIsOver() {
        browser.page().manage().deleteAllCookies();

        type(ORDER);

        await("The page was open for too long, or you are signed out. Load it again.");
    }

    @Test
    void namesEveryField() {
        for (var field : elements(".bench textarea, .bench select, .bench input:not([type=hidden])"))
            assertThat(field.getAccessibleName())
                    .as(field.getDomAttribute("id"))
                    .isNotBlank();
        assertThat(element("#state").getAriaRole()).isEqualTo("status");
    }

    private WebElement sample() {
        return element("#sample");
    }

    /** As pasting does it. */
    private void type(String text) {
        browser.page().executeScript(SET, sample(), text);
    }

    private void await(String summary) {
        new WebDriverWait(browser.page(), PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.id("state"), summary));
    }

    private void until(String script) {
        new WebDriverWait(browser.page(), PATIENCE)
                .until(page -> (Boolean) browser.page().executeScript(script));
    }

    private WebElement element(String selector) {
        return browser.page().findElement(By.cssSelector(selector));
    }

    private List<WebElement> elements(String selector) {
        return browser.page().findElements(By.cssSelector(selector));
    }
}
