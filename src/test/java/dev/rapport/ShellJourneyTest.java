package dev.rapport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page does by key, by script and without it. */
@BrowserTest
class ShellJourneyTest {

    @Test
    void actsOnKeysOutsideFieldsOnly(Page page) {
        signIn(page);
        page.navigate("/customers");
        page.keyboard().press("/");
        assertThat(page.locator("#find")).isFocused();
        page.keyboard().type("c?");
        assertThat(page.locator("#find")).hasValue("c?");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        leaveField(page);
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isVisible();
        Accessibility.assertAccessible(page);
        page.locator("#shortcuts button[name=shortcuts]").click();
        page.waitForLoadState();
        page.keyboard().press("?");
        page.keyboard().press("/");
        assertThat(page.locator("#shortcuts")).isHidden();
        assertThat(page.locator("#find")).not().isFocused();
        page.keyboard().press("Control+k");
        assertThat(page.locator("#find")).isFocused();
    }

    @Test
    void opensTheLogInADialogAndKeepsWhatWasTyped(Page page) {
        signIn(page);
        page.navigate("/customers");
        page.keyboard().press("c");
        Locator dialog = page.locator("#dialog");
        assertThat(dialog).isVisible();
        dialog.locator("textarea").first().fill("She wants the linen in ochre");
        Accessibility.assertAccessible(page);
        page.waitForFunction("() => Object.keys(localStorage).length > 0");
        page.navigate("/customers");
        page.keyboard().press("c");
        assertThat(page.locator("#dialog textarea").first()).hasValue("She wants the linen in ochre");
        assertThat(page.locator("#dialog .draft-note")).isVisible();
    }

    @Test
    void forgetsADraftOnceItIsStored(Page page) {
        signIn(page);
        page.navigate("/customers/new");
        page.locator("#name").fill("Marta Bianchi");
        page.waitForFunction("() => Object.keys(localStorage).length > 0");
        page.navigate("/customers");
        page.navigate("/customers/new");
        assertThat(page.locator("#name")).hasValue("Marta Bianchi");
        page.locator("#main button[type=submit].btn-primary").click();
        assertThat(page.locator("h1")).containsText("Marta Bianchi");
        assertThat(page.evaluate("() => Object.keys(localStorage).length")).isEqualTo(0);
        page.navigate("/customers/new");
        assertThat(page.locator("#name")).hasValue("");
    }

    @Test
    void keepsADraftWhenTheSessionEndedMeanwhile(Page page) {
        signIn(page);
        page.navigate("/customers/new");
        page.locator("#name").fill("张伟");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("rapport"));
        page.locator("#main button[type=submit].btn-primary").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        Accessibility.assertAccessible(page);
        signIn(page);
        page.navigate("/customers/new");
        assertThat(page.locator("#name")).hasValue("张伟");
    }

    @Test
    void sendsNothingWhileAWordIsBeingComposed(Page page) {
        signIn(page);
        page.navigate("/customers/new");
        page.locator("#name").fill("李");
        Object sent = page.evaluate("""
                () => {
                  let sent = false;
                  const name = document.getElementById("name");
                  name.form.addEventListener("keydown", () => { sent = true; });
                  name.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
                  return sent;
                }""");
        assertThat(sent).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableInBothThemes(String theme, Page page) {
        signIn(page);
        page.navigate("/customers");
        page.locator("[popovertarget=account-menu]").click();
        page.locator("#account-menu button[value=" + theme + "]").click();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", theme);
        Accessibility.assertAccessible(page);
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", theme);
    }

    @Test
    void worksOnAPhoneWithoutScript(Page page) {
        signIn(page);
        String address = page.url().replaceAll("^(https?://[^/]+).*", "$1");
        try (BrowserContext phone = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setStorageState(page.context().storageState())
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844))) {
            Page plain = phone.newPage();
            plain.navigate("/customers");
            plain.locator(".bar button").click();
            plain.locator("#more-menu button[value=dark]").click();
            plain.waitForLoadState();
            assertThat(plain.locator("html")).hasAttribute("data-bs-theme", "dark");
            plain.locator(".bar-plus").click();
            assertThat(plain.locator("textarea").first()).isVisible();
        }
    }

    private static void leaveField(Page page) {
        page.evaluate("() => document.activeElement.blur()");
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("#email").fill(Accounts.OWNER_EMAIL);
        page.locator("#password").fill(Accounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
