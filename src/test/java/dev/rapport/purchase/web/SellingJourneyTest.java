package dev.rapport.purchase.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.Accessibility;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The founder sells, refunds and asks, in a real browser. */
@BrowserTest
class SellingJourneyTest {
    @Autowired
    private CustomerService customers;

    private long marta;

    @BeforeEach
    void aCustomer() {
        marta = customers
                .register(CustomerMother.of("Marta Bianchi", "Studio Nord"), Contacts.NONE, LifecycleStage.PURCHASE)
                .id();
    }

    @Test
    void sellsInAnotherCurrencyAndTakesItBack(Page page) {
        signIn(page);
        page.navigate("/customers/" + marta);
        page.locator("aside a[data-dialog][href$='/purchases/new']").click();
        Locator dialog = page.locator("#dialog");
        assertThat(dialog.locator("[name=amount]")).isFocused();
        dialog.locator("[name=amount]").fill("1,234.50");
        dialog.locator("[name=product]").fill("Weekend bag");
        assertThat(dialog.locator("[name=rate]")).hasCount(0);
        dialog.locator("[name=currency]").selectOption("EUR");
        assertThat(dialog.locator("[name=rate]")).isVisible();
        Accessibility.assertAccessible(page);
        button(dialog, "Save purchase").click();
        assertThat(dialog.locator(".field-error")).containsText("No rate for EUR");
        assertThat(dialog.locator("[name=amount]")).hasValue("1,234.50");
        dialog.locator("[name=rate]").fill("1.1");
        button(dialog, "Save purchase").click();
        assertThat(page.locator(".toasts")).containsText("Purchase saved.");
        assertThat(page.locator("#timeline")).containsText("Weekend bag");
        assertThat(page.locator("aside")).containsText("$1,357.95");
        button(page.locator(".toasts"), "Undo").click();
        assertThat(page.locator("aside")).containsText("Nothing bought yet.");
    }

    @Test
    void refundsAndDeletesAndUndoesIt(Page page) {
        signIn(page);
        page.navigate("/customers/" + marta + "/purchases/new");
        page.locator("[name=amount]").fill("80");
        page.keyboard().press("Enter");
        assertThat(page.locator("aside")).containsText("$80.00");
        page.navigate("/purchases/1/edit");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Refund"))
                .click();
        assertThat(page.locator("[name=amount]")).hasValue("80");
        page.locator("[name=amount]").fill("30");
        button(page.locator("main"), "Save refund").click();
        assertThat(page.locator("aside")).containsText("$50.00");
        page.navigate("/purchases/1/edit");
        button(page.locator("main"), "Delete").click();
        assertThat(page.locator("aside")).containsText("Nothing bought yet.");
        button(page.locator(".toasts"), "Undo").click();
        assertThat(page.locator("aside")).containsText("$50.00");
    }

    @Test
    void answersByDigit(Page page) {
        signIn(page);
        page.navigate("/customers/" + marta);
        page.locator("aside a[data-dialog][href$='/answers/new']").click();
        Locator dialog = page.locator("#dialog");
        assertThat(dialog.locator("[data-scale=nps]")).isVisible();
        assertThat(dialog.locator("[data-scale=ces]")).isHidden();
        Accessibility.assertAccessible(page);
        dialog.locator("[name=nps]").first().focus();
        page.keyboard().press("1");
        page.keyboard().press("0");
        assertThat(dialog.locator("[name=nps][value='10']")).isChecked();
        dialog.locator("[name=comment]").fill("You answer faster than anyone.");
        button(dialog, "Save answer").click();
        assertThat(page.locator("#timeline")).containsText("You answer faster than anyone.");
    }

    @Test
    void everyPageIsAccessible(Page page) {
        signIn(page);
        page.navigate("/customers/" + marta + "/purchases/new");
        page.locator("[name=amount]").fill("80");
        page.locator("[name=product]").fill("Bag");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toasts")).containsText("Purchase saved.");
        for (String path : List.of(
                "/purchases/1/edit",
                "/purchases/1/refund",
                "/products",
                "/products/new",
                "/products/1/edit",
                "/settings/rates",
                "/customers/" + marta + "/answers/new")) {
            page.navigate(path);
            Accessibility.assertAccessible(page);
        }
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[name=email]").fill(Accounts.OWNER_EMAIL);
        page.locator("input[type=password]").fill(Accounts.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
