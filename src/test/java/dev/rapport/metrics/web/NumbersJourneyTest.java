package dev.rapport.metrics.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[type=email], input[name=email]").first().fill(Accounts.OWNER_EMAIL);
        page.locator("input[type=password]").first().fill(Accounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
