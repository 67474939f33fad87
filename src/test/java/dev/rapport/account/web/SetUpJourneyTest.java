package dev.rapport.account.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rapport.testing.Accessibility.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.rapport.testing.BeforeSetUp;
import dev.rapport.testing.BrowserTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the first page of a new Rapport to its settings, out and in again. */
@BrowserTest
@BeforeSetUp
class SetUpJourneyTest {
    private static final String PASSWORD = "tidy-otter-paints-slowly";

    @Test
    void setsUpInOnePageAndSignsInAgain(Page page) {
        page.navigate("/");
        page.waitForURL(url -> url.endsWith("/setup"));
        assertThat(page.getByLabel("Time zone")).hasValue("Europe/Rome");
        assertThat(page.getByLabel("Country")).hasValue("IT");
        assertThat(page.getByLabel("Base currency")).hasValue("EUR");
        assertThat(page.getByLabel("Set-up code")).hasCount(0);
        page.getByLabel("Country").selectOption("CH");
        assertThat(page.getByLabel("Base currency")).hasValue("CHF");
        inBothThemes(page);

        page.getByLabel("E-mail address").fill("olivia@example.com");
        page.getByLabel("Password").fill("Password1234");
        page.getByLabel("Business name").fill("Olivia & Co");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(page.getByText("Too easy to guess")).isVisible();
        assertThat(page.getByLabel("Country")).hasValue("CH");
        inBothThemes(page);

        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith("/setup"));

        page.navigate("/account/sessions");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out everywhere"))
                .click();
        assertThat(page.getByText("You’re signed out.")).isVisible();
        inBothThemes(page);

        page.navigate("/settings/people");
        page.getByLabel("E-mail address").fill("olivia@example.com");
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/settings/people"));
        page.getByLabel("Your password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a link"))
                .click();
        assertThat(page.getByText("/invitations/")).isVisible();
        inBothThemes(page);

        for (String tab : List.of(
                "/settings",
                "/settings/tokens",
                "/settings/backups",
                "/settings/backups/options",
                "/settings/backups/passphrase",
                "/account",
                "/account/password")) {
            page.navigate(tab);
            inBothThemes(page);
        }
    }

    private static void inBothThemes(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            // The page turns in its script, after the browser told it: a measurement before sees half of each theme.
            assertThat(page.locator("html"))
                    .hasAttribute("data-bs-theme", scheme == ColorScheme.DARK ? "dark" : "light");
            assertAccessible(page);
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }
}
