package dev.rapport.metrics.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers leave the screen: on paper, as an image, as a goal to come back to. */
@BrowserTest
class PaperJourneyTest {

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aBusinessOfTwoYears() {
        BusinessOfTwoYears.in(jdbc);
    }

    @Test
    void printsLightAndWithoutTheShell(Page page) {
        signIn(page);
        page.navigate("/numbers");
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'");
        page.evaluate("() => { window.print = () => (document.body.dataset.printed = 'yes'); }");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Print or save as PDF"))
                .click();
        assertThat(page.locator("body[data-printed=yes]")).isAttached();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".print-head")).containsText("Olivia & Co");
        for (String gone : new String[] {".side", ".top", ".chips", ".chart-copy", ".table-files"}) {
            assertThat(page.locator(gone).first()).isHidden();
        }
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    void copiesAChartOrSavesItWhereTheClipboardRefuses(Page page) throws IOException {
        signIn(page);
        page.navigate("/numbers");
        page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error()); }");
        Download image = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy “Revenue” as an image"))
                        .click());
        Path file = image.path();
        var pixels = ImageIO.read(file.toFile());
        assertThat(image.suggestedFilename()).isEqualTo("Revenue.png");
        assertThat(pixels.getWidth()).isEqualTo(1920);
        assertThat(pixels.getRGB(2, 2)).as("light, whatever the theme").isEqualTo(0xFFFFFFFF);
        assertThat(page.locator("#toasts")).containsText("saved as a file");
        Accessibility.assertAccessible(page);

        page.evaluate(
                "() => { navigator.clipboard.write = (items) => items[0].getType('image/png').then(() => undefined); }");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy “Revenue” as an image"))
                .click();
        assertThat(page.locator("#toasts")).containsText("Chart copied");
    }

    @Test
    void setsAGoalAndFollowsIt(Page page) {
        signIn(page);
        page.navigate("/numbers/goals");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set a goal"))
                .click();
        Accessibility.assertAccessible(page);
        page.getByLabel("Target").fill("140");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set the goal"))
                .click();
        assertThat(page.locator(".field-error")).containsText("between");
        page.getByLabel("Target").fill("70");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set the goal"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("NPS at least 70");
        assertThat(page.locator("figure[data-chart] canvas").first()).isVisible();
        Accessibility.assertAccessible(page);
        page.navigate("/numbers/snapshots");
        Accessibility.assertAccessible(page);
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[type=email], input[name=email]").first().fill(Accounts.OWNER_EMAIL);
        page.locator("input[type=password]").first().fill(Accounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
