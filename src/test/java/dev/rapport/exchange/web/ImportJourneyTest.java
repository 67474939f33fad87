package dev.rapport.exchange.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The founder brings a file in, in a real browser. */
@BrowserTest
class ImportJourneyTest {
    private static final String ORDERS = """
            客户编号,姓名,邮箱,下单时间,金额
            1,张三,zhang@example.cn,2026年11月3日,"1,280.00"
            2,李四,li@example.cn,2026年11月4日,5
            3,王五,wang@example.cn,2026年13月3日,5
            """;

    @Test
    void mapsImportsAndUndoesAFile(Page page) {
        signIn(page);
        page.navigate("/imports");
        Accessibility.assertAccessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Import a file"))
                .click();
        Accessibility.assertAccessible(page);
        send(page);

        assertThat(page.locator("#trial")).containsText("New purchases");
        Accessibility.assertAccessible(page);
        page.selectOption("#kind", "customers");
        assertThat(page.locator("#trial")).containsText("New customers");
        assertThat(page.locator("#column5")).hasValue("");
        page.selectOption("#kind", "purchases");
        assertThat(page.locator("#column5")).hasValue("amount");
        page.selectOption("#column5", "");
        assertThat(page.locator("#mapping")).containsText("One column must be “Amount”");
        page.selectOption("#column5", "amount");
        assertThat(page.locator("#trial")).containsText("New purchases");

        page.locator("button[name=begin]").click();
        assertThat(page.locator("#status")).containsText("2026年13月3日");
        Accessibility.assertAccessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Undo …"))
                .click();
        Accessibility.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo the import"))
                .click();
        assertThat(page.locator("#status")).containsText("Undone");
    }

    @Test
    void worksWithoutScript(Page withScript) {
        Browser browser = withScript.context().browser();
        signIn(withScript);
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setBaseURL(withScript.url().replaceAll("(://[^/]+).*", "$1"))
                .setStorageState(withScript.context().storageState()))) {
            Page page = plain.newPage();
            page.navigate("/imports/new?kind=purchases");
            send(page);
            page.selectOption("#column5", "cost");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show again"))
                    .click();
            assertThat(page.locator("#mapping")).containsText("One column must be “Amount”");
            page.selectOption("#column5", "amount");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show again"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try it out"))
                    .click();
            assertThat(page.locator("#trial")).containsText("New purchases");
            page.locator("button[name=begin]").click();
            page.waitForCondition(() -> {
                page.reload();
                return page.locator("#status .counts").count() > 0;
            });
            assertThat(page.locator("#status")).containsText("2026年13月3日");
        }
    }

    private static void send(Page page) {
        page.setInputFiles(
                "input[type=file]", new FilePayload("订单.csv", "text/csv", ORDERS.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at the rows"))
                .click();
        assertThat(page.locator("#mapping")).containsText("张三");
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[name=email]").first().fill(Accounts.OWNER_EMAIL);
        page.locator("input[type=password]").first().fill(Accounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
