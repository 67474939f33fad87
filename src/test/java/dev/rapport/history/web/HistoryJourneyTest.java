package dev.rapport.history.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The founder changes many, deletes, looks back and takes it back. */
@BrowserTest
class HistoryJourneyTest {
    @Autowired
    private CustomerService customers;

    private long ana;

    @BeforeEach
    void twoPeople() {
        ana = customers
                .register(CustomerMother.named("Ana"), Contacts.of("ana@x.example", null), LifecycleStage.AWARENESS)
                .id();
        customers.register(CustomerMother.named("Ben"), Contacts.NONE, LifecycleStage.AWARENESS);
    }

    @Test
    void deletesManyWithoutScriptAndBringsThemBackFromTheBin(Page page) {
        page.navigate("/login");
        String base = page.url().replace("/login", "");
        try (BrowserContext plain = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setBaseURL(base))) {
            Page other = plain.newPage();
            signIn(other);
            other.navigate("/customers");
            other.locator("#rows input[name=id]").first().check();
            other.locator("#bulk button:not([name])").click();
            other.locator("input[value=TAG_ADDED]").check();
            other.locator("#value").fill("vip");
            other.locator("main form .btn-primary").click();
            assertThat(other.locator("h1")).hasText("One customer gets the tag “vip”");
            other.locator("main form .btn-primary").click();
            other.locator("#bulk button[name=all]").click();
            other.locator("input[value=DELETE]").check();
            other.locator("main form .btn-primary").click();
            other.locator("main form .btn-danger").click();
            assertThat(other.locator("#content")).containsText("No customers yet");

            other.navigate("/bin");
            for (int i = 0; i < 2; i++) {
                other.locator("input[name=id]").nth(i).check();
            }
            other.locator("main form .form-actions .btn").first().click();
            assertThat(other.locator(".toast-note")).containsText("2 restored");
            other.navigate("/changes");
            assertThat(other.locator("#changes")).containsText("deleted 2 customers");
        }
    }

    @Test
    void readsOnAPhoneInTheDarkAndInChinese(Page page) {
        signIn(page);
        page.navigate("/customers/" + ana + "/history");
        Accessibility.assertAccessible(page);
        page.navigate("/customers");
        page.locator("#rows input[name=id]").first().check();
        page.locator("#bulk button:not([name])").click();
        page.locator("input[value=DELETE]").check();
        Accessibility.assertAccessible(page);
        page.locator("main form .btn-primary").click();
        Accessibility.assertAccessible(page);
        page.locator("main form .btn-danger").click();
        assertThat(page.locator(".toast-note")).isVisible();
        page.setViewportSize(390, 844);
        String base = page.url().replaceAll("(?<=\\d)/.*", "");
        page.context()
                .addCookies(List.of(
                        new Cookie("language", "zh-CN").setUrl(base), new Cookie("theme", "dark").setUrl(base)));
        long ben = ana + 1;
        for (String path : List.of(
                "/changes",
                "/changes?query=x&who=1",
                "/changes/1",
                "/bin",
                "/erasures",
                "/customers",
                "/customers/" + ben + "/erasure",
                "/customers/" + ben + "/data",
                "/customers/" + ben + "/history")) {
            page.navigate(path);
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            Assertions.assertThat(page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(path)
                    .isEqualTo(0);
            Accessibility.assertAccessible(page);
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
