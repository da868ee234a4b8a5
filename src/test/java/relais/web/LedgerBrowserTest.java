package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

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
}
