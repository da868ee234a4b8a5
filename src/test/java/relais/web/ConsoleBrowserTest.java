package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

@TestInstance(Lifecycle.PER_CLASS)
class ConsoleBrowserTest {

    /** A page is laid out anew after it was loaded, when the window is not of the usual size. */
    private static final Duration SETTLES = Duration.ofSeconds(5);

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

    @BeforeEach
    void signIn() {
        browser.page().get(console.url(console.link()));
    }

    @Test
    void findsTheMarkedSegmentOfARejectedOrder() {
        new Select(element("#partner")).selectByVisibleText("Acme Retail");
        new Select(element("#type")).selectByVisibleText("Order");
        new Select(element("#state")).selectByVisibleText("rejected");
        browser.follow(element(".filter button"));
        assertThat(elements("tr.document")).hasSize(1);

        browser.follow(element("tr.document"));

        assertThat(element("h1").getText()).isEqualTo("Order ACME-1004");
        assertThat(element(".title .state").getText()).isEqualTo("rejected");
        assertThat(elements(".raw mark")).extracting(WebElement::getText).containsExactly("QQ", "21");
        assertThat(element(".raw li.found code").getText()).startsWith("PO1*2*3*QQ*");
    }

    @Test
    void leadsFromTheMarkToTheFindingAndBack() {
        browser.page().get(console.url("/documents/" + console.example.rejected));

        element(".raw mark a").click();
        assertThat(browser.page().getCurrentUrl()).endsWith("#finding-0");
        element("#finding-0 a.where").click();

        assertThat(browser.page().getCurrentUrl()).endsWith("#mark-0");
        assertThat(element(":target").getText()).contains("QQ is not a unit of measure");
    }

    @Test
    void keepsNoKeyInTheAddress() {
        assertThat(browser.page().getCurrentUrl()).isEqualTo(console.url("/"));
    }

    @Test
    void fitsAPhone() {
        browser.page()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", false));
        try {
            for (var path : List.of(
                    "/", "/documents/" + console.example.rejected, "/ledger", "/mappings", "/sign-in", "/nothing")) {
                browser.page().get(console.url(path));

                await("no sideways scroll on " + path).atMost(SETTLES).until(this::overflow, pixels -> pixels == 0);
            }
        } finally {
            browser.page().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    private long overflow() {
        return (Long) browser.page()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Test
    void reachesEveryFieldByItsLabel() {
        for (var field : elements(".filter input, .filter select"))
            assertThat(field.getAccessibleName())
                    .as(field.getDomAttribute("id"))
                    .isNotBlank();
        assertThat(elements("main")).hasSize(1);
        assertThat(elements("nav[aria-label]")).isNotEmpty();
        assertThat(element("a.skip").getDomAttribute("href")).isEqualTo("#content");
    }

    @Test
    void hasNothingToSayInTheBrowsersLog() {
        browser.page().manage().logs().get("browser");

        for (var path : List.of("/", "/documents/" + console.example.order, "/ledger", "/mappings"))
            browser.page().get(console.url(path));

        assertThat(browser.page().manage().logs().get("browser").getAll()).isEmpty();
    }

    private WebElement element(String selector) {
        return browser.page().findElement(By.cssSelector(selector));
    }

    private List<WebElement> elements(String selector) {
        return browser.page().findElements(By.cssSelector(selector));
    }
}
