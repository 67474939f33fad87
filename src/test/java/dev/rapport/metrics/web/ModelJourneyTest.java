package dev.rapport.metrics.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.metrics.predictive.Fits;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the dashboard's lifetime value to its formula in one click and to the customers behind it in two. */
@BrowserTest
class ModelJourneyTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Fits fits;

    @Test
    void leadsFromTheFigureToItsFormulaAndItsCustomers(Page page) {
        CdnowFacts.in(jdbc);
        fits.of(LocalDate.of(1998, 6, 30));
        fits.of(LocalDate.of(1997, 9, 30));
        signIn(page);
        page.navigate("/numbers");
        page.locator(".tile[href*='/numbers/clv']").click();
        assertThat(page.locator("#dialog")).containsText("Σ");
        page.locator("#dialog").getByText("The customers behind it").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("The customers behind it");

        for (String address : new String[] {"clv/model", "rfm", "acquisition", "experiments", "what-if"}) {
            page.navigate("/numbers/" + address);
            assertThat(page.locator(".tabs a[aria-current=page]")).isVisible();
            Accessibility.assertAccessible(page);
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
