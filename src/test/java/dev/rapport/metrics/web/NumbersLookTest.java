package dev.rapport.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of numbers, in light and dark, as wide as a desk and as narrow as a small phone. */
@BrowserTest
class NumbersLookTest {

    /** The journeys through the others look at those. */
    private static final List<String> PAGES = List.of(
            "/numbers/satisfaction",
            "/numbers/cohorts",
            "/numbers/clv",
            "/numbers/clv/customers",
            "/numbers/rfm",
            "/numbers/acquisition",
            "/numbers/experiments?trialsA=1000&successesA=120&trialsB=1000&successesB=145",
            "/numbers/what-if",
            "/numbers/notes");

    private static final List<String> ALL = Stream.concat(
                    PAGES.stream(),
                    Stream.of(
                            "/numbers",
                            "/numbers/clv/model",
                            "/numbers/rfm/champions",
                            "/numbers/goals/new",
                            "/numbers/snapshots"))
            .toList();

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aBusinessOfTwoYears() {
        BusinessOfTwoYears.in(jdbc);
    }

    @Test
    void isReadableByEveryoneInBothThemes(Page page) {
        signIn(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        for (String path : PAGES) {
            page.navigate(path);
            Accessibility.assertAccessible(page);
        }
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.DARK));
        for (String path : PAGES) {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.dataset.bsTheme"))
                    .isEqualTo("dark");
            Accessibility.assertContrast(page);
        }
    }

    @Test
    void fitsTheNarrowestScreenAndSaysNothingToTheConsole(Page page) {
        signIn(page);
        page.setViewportSize(320, 640);
        List<String> said = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                said.add(page.url() + " " + message.text());
            }
        });
        for (String path : ALL) {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(320);
        }
        assertThat(said).isEmpty();
    }

    /** The tables stand in for the charts: open where nothing can draw. */
    @Test
    void saysItsChartsInTablesWithoutScript(Page page) {
        signIn(page);
        try (BrowserContext plain = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(page.url().replaceFirst("(https?://[^/]+).*", "$1"))
                        .setStorageState(page.context().storageState())
                        .setJavaScriptEnabled(false))) {
            Page bare = plain.newPage();
            bare.navigate("/numbers/satisfaction");
            assertThat(bare.locator("figure[data-chart] details.data table")
                            .first()
                            .isVisible())
                    .isTrue();
            assertThat(bare.locator("figure[data-chart] .chart").first().isVisible())
                    .isFalse();
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
