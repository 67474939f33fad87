package dev.rapport.interaction.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rapport.customer.CustomerService;
import dev.rapport.interaction.Direction;
import dev.rapport.interaction.InteractionKind;
import dev.rapport.interaction.InteractionService;
import dev.rapport.interaction.NewInteraction;
import dev.rapport.interaction.Someone;
import dev.rapport.interaction.WhatHappened;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The founder logs what happened, by keyboard, and looks back at it. */
@BrowserTest
class LogJourneyTest {
    @Autowired
    private CustomerService customers;

    @Autowired
    private InteractionService interactions;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void logsFromTheCustomersPageWithOneKeyAndTakesItBack(Page page) {
        signIn(page);
        page.navigate("/customers/" + ana);
        page.keyboard().press("c");
        assertThat(page.locator("#log-body")).isFocused();
        page.keyboard().type("Wants the quote by Friday");
        page.keyboard().press("Tab");
        page.keyboard().type("Send the quote");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#timeline")).containsText("Wants the quote by Friday");
        assertThat(page.locator("#follow-ups")).containsText("Send the quote");
        Accessibility.assertAccessible(page);

        page.locator(".toast-note form button").click();
        assertThat(page.locator("#timeline")).not().containsText("Wants the quote");
        assertThat(page.locator("#follow-ups")).not().containsText("Send the quote");
    }

    @Test
    void backdatesAnswersInDetailAndEdits(Page page) {
        signIn(page);
        page.navigate("/customers/" + ana);
        page.locator(".kinds label:has-text('Meeting')").click();
        page.locator(".log-when summary").click();
        page.locator("#log-occurredAt").fill("2026-03-04T15:30");
        page.locator(".log-more summary").click();
        page.locator("#log-outcome").fill("warm");
        Accessibility.assertAccessible(page);
        page.locator("#log-outcome").press("Enter");
        Locator entry = page.locator("#timeline .entry");
        assertThat(entry).containsText("Meeting");
        assertThat(entry).containsText("15:30");
        assertThat(entry).containsText("warm");

        entry.hover();
        entry.locator("a[data-dialog]").click();
        Locator dialog = page.locator("#dialog");
        assertThat(dialog.locator("textarea")).isVisible();
        Accessibility.assertAccessible(page);
        dialog.locator("textarea").fill("At her shop");
        dialog.locator("textarea").press("Control+Enter");
        assertThat(page.locator("#timeline .entry")).containsText("At her shop");
    }

    @Test
    void logsForSomebodyNewFromAnyPage(Page page) {
        signIn(page);
        page.navigate("/tasks");
        page.keyboard().press("c");
        Locator dialog = page.locator("#dialog");
        assertThat(dialog.locator("[data-whom]")).isFocused();
        page.keyboard().type("ana");
        assertThat(dialog.locator(".whom-choices input:checked + .face + .whom-name"))
                .hasText("Ana Ruiz");
        Accessibility.assertAccessible(page);

        dialog.locator("[data-whom]").fill("王小明");
        assertThat(dialog.locator(".whom-choices")).containsText("Log for new customer “王小明”");
        page.keyboard().press("Enter");
        assertThat(dialog.locator("[data-log]")).isFocused();
        page.keyboard().type("你好");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("main h1")).hasText("王小明");
        assertThat(page.locator("#timeline")).containsText("你好");
    }

    @Test
    void keepsHalfTypedTextOverALostPage(Page page) {
        signIn(page);
        page.navigate("/customers/" + ana);
        page.locator("#log-body").fill("Half a sen");
        page.waitForTimeout(400);
        page.navigate("/tasks");
        page.navigate("/customers/" + ana);
        assertThat(page.locator("#log-body")).hasValue("Half a sen");
    }

    @Test
    void showsMoreOfALongTimelineInPlaceAndFiltersIt(Page page) {
        for (int i = 0; i < 45; i++) {
            interactions.log(
                    ana,
                    new NewInteraction(new WhatHappened(
                            InteractionKind.CALL,
                            Direction.NONE,
                            Instant.parse("2026-03-04T10:00:00Z").minusSeconds(i * 7200L),
                            null,
                            "talk " + i,
                            null,
                            null)));
        }
        signIn(page);
        page.navigate("/customers/" + ana);
        assertThat(page.locator("#timeline .entry")).hasCount(30);
        page.locator("#timeline .pager a").click();
        assertThat(page.locator("#timeline .entry")).hasCount(45);
        assertThat(page.locator("#timeline .pager")).hasCount(0);

        page.locator("#timeline-purchases").click();
        assertThat(page.locator("#timeline .entry")).hasCount(0);
        assertThat(page.locator("#timeline-purchases")).isFocused();
    }

    @Test
    void worksWithoutScript(Page page) {
        try (BrowserContext plain = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844))) {
            page.navigate("/login");
            String base = page.url().replace("/login", "");
            Page other = plain.newPage();
            other.navigate(base + "/login");
            other.locator("input[type=email]").first().fill(Accounts.OWNER_EMAIL);
            other.locator("input[type=password]").first().fill(Accounts.PASSWORD);
            other.keyboard().press("Enter");
            other.waitForURL(url -> !url.contains("/login"));
            other.navigate(base + "/interactions/new");
            other.locator("#log-customer").fill("ana");
            other.locator("#log-body").fill("No script here");
            other.locator(".log button[type=submit]").click();
            other.locator(".whom-choices label:has-text('Ana Ruiz')").click();
            other.locator("#log-nextStep").fill("Call again");
            other.locator(".log button[type=submit]").click();
            assertThat(other.locator("#timeline")).containsText("No script here");

            other.navigate(base + "/tasks");
            other.locator(".todo-check").first().click();
            assertThat(other.locator("section:has(#group-done)")).containsText("Call again");
        }
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[type=email]").first().fill(Accounts.OWNER_EMAIL);
        page.locator("input[type=password]").first().fill(Accounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
