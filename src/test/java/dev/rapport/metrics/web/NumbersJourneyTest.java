package dev.rapport.metrics.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The founder reads the numbers in a real browser. */
@BrowserTest
class NumbersJourneyTest {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aBusinessOfTwoYears() {
        BusinessOfTwoYears.in(jdbc);
    }

    @Test
    void opensAFigureOverTheDashboardAndComesBack(Page page) {
        signIn(page);
        page.navigate("/numbers");
        assertThat(page.getByText("Revenue").first()).isVisible();
        assertThat(page.locator("figure[data-chart] canvas").first()).isVisible();
        Accessibility.assertAccessible(page);

        page.locator(".tile").first().click();
        Locator trace = page.locator("#dialog");
        assertThat(trace).containsText("promoters");
        Accessibility.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(trace).isHidden();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("90 days"))
                .click();
        assertThat(page.locator(".chips a[aria-current]")).hasText("90 days");
    }

    @Test
    void movesANumberAndSeesWhatItDoes(Page page) {
        signIn(page);
        page.navigate("/numbers/what-if");
        Locator result = page.locator("#what-if-result");
        assertThat(result.locator(".say")).hasCount(0);
        page.getByLabel("Discount rate per year (d)").fill("1");
        assertThat(result.locator(".say")).containsText("more");
        assertThat(page.getByLabel("Discount rate per year (d)")).isFocused();
        page.getByLabel("Discount rate per year (d)").fill("40");
        assertThat(result.locator(".say")).containsText("less");
    }

    @Test
    void worksWithoutScript(Page page) {
        page.navigate("/login");
        try (BrowserContext plain = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(page.url().replace("/login", ""))
                        .setViewportSize(390, 844)
                        .setJavaScriptEnabled(false))) {
            Page bare = plain.newPage();
            signIn(bare);
            bare.navigate("/numbers");
            assertThat(bare.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What is due and late")))
                    .isVisible();
            bare.getByText("Show data").first().click();
            assertThat(bare.getByRole(
                            AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Returning customers")))
                    .isVisible();
            bare.getByText("Other days").click();
            bare.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("2026-01-01");
            bare.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("2026-02-01");
            bare.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Show").setExact(true))
                    .click();
            assertThat(bare.getByText("1 Jan 2026 to 1 Feb 2026")).isVisible();
            bare.locator(".tile").first().click();
            assertThat(bare.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("NPS");
            bare.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Numbers"))
                    .first()
                    .click();
            assertThat(bare.locator(".tiles")).isVisible();
        }
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[type=email], input[name=email]").first().fill(Accounts.OWNER_EMAIL);
        page.locator("input[type=password]").first().fill(Accounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
