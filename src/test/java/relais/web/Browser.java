package relais.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium without a screen, for one test class. Where there is none the class is skipped and says so; where
 * {@code CI=true} it fails.
 */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A window of desktop size. */
    public static Browser open() {
        requireChromium();
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(1280, 900));
        return new Browser(driver);
    }

    /** The page that is open. */
    public ChromeDriver page() {
        return driver;
    }

    /** Clicks what leads to another page, and waits until that one is there: a click returns before. */
    public void follow(WebElement link) {
        follow(link::click);
    }

    /** The same by the keyboard. */
    public void enter(WebElement button) {
        follow(() -> button.sendKeys(Keys.ENTER));
    }

    private void follow(Runnable way) {
        var before = driver.findElement(By.tagName("html"));
        way.run();
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.stalenessOf(before));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static void requireChromium() {
        if (Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER)) return;
        var reason = "no browser test: " + CHROMIUM + " and " + DRIVER
                + " are missing (Debian packages chromium and chromium-driver)";
        if ("true".equals(System.getenv("CI"))) Assertions.fail(reason);
        System.out.println(reason);
        assumeTrue(false, reason);
    }
}
