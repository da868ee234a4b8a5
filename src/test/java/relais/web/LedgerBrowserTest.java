package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import relais.consumer.Identity;
import relais.consumer.Identity.Loyalty;
import relais.ledger.Fact.OrderPlaced;
import relais.tracking.ExampleRows;

/** The pages of the ledger in a real browser, on a year of trade. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerBrowserTest {

    private ConsoleServer hub;
    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.open();
        hub = ConsoleServer.withTrade();
        browser.page().get(hub.url(hub.link()));
    }

    @AfterAll
    void close() {
        if (hub != null) hub.close();
        if (browser != null) browser.close();
    }

    /** Each has its heading, shows what it is about, and is no wider than the window. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /ledger                                      | Ledger             | Customers and their cost
            /ledger/partners/acme-retail                 | Account of         | paid out
            /ledger/partners/acme-retail/statements/USD/2 | Statement 2 | Carried
            /ledger/order?seller=acme-retail&number=ACME-X1 | Money of order ACME-X1 | 12 % of
            /ledger/conflicts                            | Conflicts          | claimed more than once
            """)
    void showsThePage(String address, String heading, String content) {
        browser.page().get(hub.url(address));

        assertThat(browser.page().findElement(By.tagName("h1")).getText()).contains(heading);
        assertThat(browser.page().findElement(By.tagName("body")).getText()).contains(content);
        assertThat((Boolean) browser.page()
                        .executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    /** As wide as a telephone, whatever currencies a row has. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/ledger",
                "/ledger/partners/acme-retail",
                "/ledger/partners/acme-retail/statements/USD/2",
                "/ledger/order?seller=acme-retail&number=ACME-X1",
                "/ledger/order/decision?seller=acme-retail&number=ACME-X1",
                "/ledger/conflicts",
                "/ledger/entries/20"
            })
    void fitsANarrowWindow(String address) {
        var page = browser.page();
        page.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        page.get(hub.url(address));

        var beyond = page.executeScript(
                "return [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 391)"
                        + ".map(e => e.outerHTML.slice(0, 90))");
        page.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());

        assertThat(page.findElement(By.tagName("h1")).getText()).doesNotContain("wrong");
        assertThat((List<?>) beyond).isEmpty();
    }

    @Test
    void leadsFromAnEntryToItsProof() {
        var page = browser.page();
        page.get(hub.url("/ledger/entries/20"));

        var link = page.findElement(By.linkText("Download the proof"));

        assertThat(link.getDomAttribute("href")).isEqualTo("/ledger/entries/20/proof");
        assertThat(page.findElement(By.cssSelector("[aria-labelledby=proof]")).getText())
                .contains("relais ledger verify-proof entry-20.json --key KEY");
    }

    @Test
    void decidesAnOrderAnew() {
        var page = browser.page();
        page.get(hub.url("/ledger/order?seller=acme-retail&number=ACME-X5"));
        browser.follow(page.findElement(By.linkText("Decide anew")));

        share(1, "Acme Retail", "60");
        share(2, "Galeries Sud", "30");
        page.findElement(By.id("reason")).sendKeys("Both showed the consumer's visits");
        browser.enter(page.findElement(By.cssSelector(".decision button")));

        assertThat(page.switchTo().activeElement().getText()).contains("The shares sum to 90 %");
        assertThat(page.findElement(By.id("fault-shares")).isDisplayed()).isTrue();
        share(2, "Galeries Sud", "40");
        browser.enter(page.findElement(By.cssSelector(".decision button")));
        hub.book();
        browser.follow(page.findElement(By.linkText("load the page again")));

        var credited = page.findElement(By.cssSelector("[aria-labelledby=decision] > div:not(.superseded)"));
        assertThat(credited.getText())
                .contains("60 % Acme Retail", "40 % Galeries Sud")
                .contains("operator attributed order ACME-X5 anew: Both showed the consumer's visits");
        assertThat(page.findElements(By.cssSelector(".superseded"))).hasSize(1);
    }

    @Test
    void notesWhatAConsumerAgreesTo() {
        var page = browser.page();
        var consumer = bought();
        page.get(hub.url("/ledger/consumers/" + consumer));

        assertThat(page.findElement(By.cssSelector("[aria-labelledby=consents]"))
                        .getText())
                .contains("Nothing yet.");
        page.findElement(By.cssSelector("[name=given][value=true]")).sendKeys(Keys.SPACE);
        page.findElement(By.cssSelector("[value='partner sharing']")).sendKeys(Keys.SPACE);
        page.findElement(By.cssSelector("[value=email]")).sendKeys(Keys.SPACE);
        browser.enter(page.findElement(By.cssSelector("[aria-labelledby=note] button")));

        assertThat(page.switchTo().activeElement().getText()).contains("Say in 1 to 200 characters where");
        assertThat(page.findElement(By.id("fault-source")).isDisplayed()).isTrue();
        assertThat(page.findElement(By.cssSelector("[value=email]")).isSelected())
                .isTrue();
        page.findElement(By.id("source")).sendKeys("newsletter form");
        browser.enter(page.findElement(By.cssSelector("[aria-labelledby=note] button")));

        assertThat(page.findElement(By.cssSelector("[role=status]")).getText()).isEqualTo("It is noted.");
        assertThat(page.findElement(By.cssSelector("[aria-labelledby=consents]"))
                        .getText())
                .contains("partner sharing", "email", "agreed", "since 2 Mar 2026, 10:00:00 UTC · newsletter form");
    }

    private UUID bought() {
        var identity = new Identity("consumer.one@example.com", "", Loyalty.none(), "Consumer One", "");
        var consumer = hub.database.transaction().execute(status -> hub.consumers.recognise(identity, ExampleRows.NOW));
        hub.book(List.of(new OrderPlaced(
                "acme-retail", "ACME-CONSENT", Optional.of(consumer), LocalDate.of(2026, 3, 1), new UUID(0xd0c, 0))));
        return consumer;
    }

    private void share(int row, String party, String percent) {
        new Select(browser.page().findElement(By.id("party-" + row))).selectByVisibleText(party);
        var share = browser.page().findElement(By.id("share-" + row));
        share.clear();
        share.sendKeys(percent);
    }
}
