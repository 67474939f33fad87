package dev.rapport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.BeforeSetUp;
import dev.rapport.testing.BrowserTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** From an empty machine to the founder's own numbers, in a real browser. */
@BrowserTest
@BeforeSetUp
class FounderJourneyTest {
    private static final Path ORDERS =
            Path.of(System.getProperty("rapport.data", "../shared/data"), "rfm_data_orders.csv");

    @Test
    void setsUpImportsLogsACallAndReadsTheNumbers(Page page) {
        Assumptions.assumeTrue(
                Files.exists(ORDERS), () -> "SKIPPED: no " + ORDERS + ", so the founder's journey is not tested");

        page.navigate("/");
        page.fill("[name=email]", "lin@example.com");
        page.fill("[name=password]", "a tidy otter paints slowly");
        page.fill("[name=name]", "Lin Studio");
        Accessibility.assertAccessible(page);
        page.click("main button[type=submit]");

        assertThat(page.locator("h1")).hasText("Your numbers start here");
        Accessibility.assertAccessible(page);
        page.locator("main a[href='/imports/new']").click();

        importOrders(page);
        logACall(page);
        readTheNumbers(page);
    }

    private static void importOrders(Page page) {
        page.setInputFiles("input[type=file]", ORDERS);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at the rows"))
                .click();
        assertThat(page.locator("main")).containsText("brion_stark@rfmail.com");
        Accessibility.assertAccessible(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Import").setExact(true))
                .click();

        Locator counts = page.locator("#status");
        assertThat(counts)
                .containsText(
                        "4,906",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(60_000));
        assertThat(counts).containsText("995");
        Accessibility.assertAccessible(page);
    }

    private static void logACall(Page page) {
        page.navigate("/customers?query=abbey");
        Accessibility.assertAccessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Abbey O'Reilly")))
                .first()
                .click();
        assertThat(page.locator("h1")).containsText("Abbey O'Reilly");
        page.locator(".kinds label", new Page.LocatorOptions().setHasText("Call"))
                .click();
        page.fill("#log-body", "Asked for the price list <b>soon</b>");
        page.fill("#log-nextStep", "Send the price list");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("main")).containsText("Asked for the price list <b>soon</b>");
        assertThat(page.locator("main")).containsText("Send the price list");
        Accessibility.assertAccessible(page);
    }

    private static void readTheNumbers(Page page) {
        page.navigate("/");
        assertThat(page.locator("main")).containsText("Your data end on 30 Dec 2006");
        for (String figure : new String[] {"retention", "clv", "revenue"}) {
            Locator value = page.locator(".tile[href*='/numbers/" + figure + "?'] .value")
                    .first();
            assertThat(value).hasText(Pattern.compile(".*\\d.*"));
        }
        Accessibility.assertAccessible(page);

        page.locator(".tile[href*='/numbers/clv?']").click();
        assertThat(page.locator("#dialog")).containsText("10");
    }
}
