package dev.rapport.customer.web;

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
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The founder keeps customers. */
@BrowserTest
class CustomerJourneyTest {
    @Autowired
    private CustomerService customers;

    @Test
    void addsEditsAndMovesACustomer(Page page) {
        signIn(page);
        page.navigate("/customers");
        assertThat(page.locator("#content")).containsText("No customers yet");
        Accessibility.assertAccessible(page);
        page.locator(".empty .btn").click();
        Accessibility.assertAccessible(page);
        page.locator("#name").fill("Marta Bianchi");
        page.locator("#emails").fill("nobody");
        page.locator("main .form .btn-primary").click();
        assertThat(page.locator("#emails-error")).isVisible();
        assertThat(page.locator("#emails")).isFocused();
        page.locator("#emails").fill("marta@studionord.example");
        page.locator("main .form .btn-primary").click();
        assertThat(page.locator("h1")).hasText("Marta Bianchi");
        assertThat(page.locator(".five")).containsText("Nothing bought yet");
        Accessibility.assertAccessible(page);

        page.locator(".stage-menu summary").press("Enter");
        page.locator(".stage-menu button[value=RETENTION]").press("Enter");
        assertThat(page.locator(".stage-menu summary")).hasText("Retention");
        page.locator(".toast-note form button").click();
        assertThat(page.locator(".stage-menu summary")).hasText("Awareness");

        page.locator("a[data-key=e]").click();
        page.locator("#company").fill("Studio Nord");
        page.locator("main .form .btn-primary").click();
        assertThat(page.locator(".customer-sub")).containsText("Studio Nord");

        page.locator(".page-actions summary").click();
        page.locator(".page-actions a[href$='/history']").click();
        assertThat(page.locator(".changes > li").first()).containsText("Studio Nord");
        Accessibility.assertAccessible(page);
        page.goBack();
        page.locator(".page-actions summary").click();
        page.keyboard().press("Escape");
        assertThat(page.locator(".page-actions .drop-body")).isHidden();
        page.locator(".page-actions summary").click();
        page.locator(".page-actions button.menu-item.bad").click();
        assertThat(page.locator("#content")).containsText("No customers yet");
        page.locator(".toast-note form button").click();
        assertThat(page.locator("h1")).hasText("Marta Bianchi");
    }

    @Test
    void narrowsSortsAndReadsOnInAList(Page page) {
        for (int i = 0; i < 60; i++) {
            customers.register(
                    CustomerMother.of("Customer %02d".formatted(i), i == 42 ? "Studio Nord" : null),
                    Contacts.NONE,
                    LifecycleStage.AWARENESS);
        }
        signIn(page);
        page.navigate("/customers");
        assertThat(page.locator("#rows > tr")).hasCount(50);
        Accessibility.assertAccessible(page);
        page.locator("#more a").click();
        assertThat(page.locator("#rows > tr")).hasCount(60);
        assertThat(page.locator("#more a")).hasCount(0);

        page.locator("#query").pressSequentially("nord");
        assertThat(page.locator("#rows > tr")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*query=nord.*"));
        assertThat(page.locator("#query")).isFocused();
        page.locator("#query").fill("nobody at all");
        assertThat(page.locator("#found")).containsText("Nobody fits that");
        page.locator("#found .btn").click();
        page.locator("thead a").first().click();
        assertThat(page.locator("#rows > tr").first()).containsText("Customer 59");
    }

    @Test
    void readsOnAPhoneInTheDarkAndInChinese(Page page) {
        long id = customers
                .register(
                        CustomerMother.of("王小明", "明月书店"),
                        Contacts.of("w@example.cn", "138 0013 8000"),
                        LifecycleStage.LOST)
                .id();
        signIn(page);
        page.setViewportSize(390, 844);
        String base = page.url().replaceAll("(?<=\\d)/.*", "");
        page.context()
                .addCookies(List.of(
                        new Cookie("language", "zh-CN").setUrl(base), new Cookie("theme", "dark").setUrl(base)));
        for (String path :
                List.of("", "/new", "/" + id, "/" + id + "/edit", "/" + id + "/history", "/" + id + "/consents")) {
            page.navigate("/customers" + path);
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            Assertions.assertThat(page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(path)
                    .isEqualTo(0);
            Accessibility.assertAccessible(page);
        }
    }

    @Test
    void worksWithoutScript(Page page) {
        page.navigate("/login");
        String base = page.url().replace("/login", "");
        try (BrowserContext plain = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setBaseURL(base))) {
            Page other = plain.newPage();
            signIn(other);
            other.navigate("/customers/new");
            other.locator("#name").fill("Ann");
            other.locator("main .form .btn-primary").click();
            assertThat(other.locator("h1")).hasText("Ann");
            other.locator(".stage-menu summary").click();
            other.locator(".stage-menu button[value=LOYALTY]").click();
            assertThat(other.locator(".stage-menu summary")).hasText("Loyalty");
            other.navigate("/customers");
            other.locator("#query").fill("zzz");
            other.locator(".customer-find .btn").click();
            assertThat(other.locator("#found")).containsText("Nobody fits that");
            other.locator("#query").fill("an");
            other.locator(".customer-find .btn").click();
            other.locator("#rows a").first().click();
            other.locator(".page-actions summary").click();
            other.locator(".page-actions button.menu-item.bad").click();
            other.locator(".toast-note form button").click();
            assertThat(other.locator("h1")).hasText("Ann");
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
