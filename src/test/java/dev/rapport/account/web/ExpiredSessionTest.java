package dev.rapport.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form sent after its session has ended, by a browser without scripts. */
@BrowserTest
class ExpiredSessionTest {
    private static final String TYPED = "Grace \"Hopper\" <b>&amp; 张三\nsecond line, with a comma";

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void keepsWhatWasTypedUntilItIsSentAgain(Page scripted) {
        try (BrowserContext visit = scripted.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setLocale("en")
                        .setBaseURL("http://localhost:" + port))) {
            Page page = visit.newPage();
            page.navigate("/login");
            signIn(page, Accounts.PASSWORD);
            page.navigate("/customers/new");
            page.fill("[name=name]", "Grace");
            page.fill("[name=needs]", TYPED);
            jdbc.sql("DELETE FROM spring_session").update();

            page.locator("main .form .btn-primary").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Sign in");
            signIn(page, "not the right one");
            assertThat(page.locator(".form-problem").innerText()).contains("wrong");
            signIn(page, Accounts.PASSWORD);
            assertThat(page.locator("h1").innerText()).contains("signed in again");
            assertThat(page.locator(".held").innerText()).contains("second line, with a comma");
            assertThat(customers()).as("nothing is sent by itself").isZero();

            page.click("#main button[type=submit]");
            assertThat(page.locator("h1").innerText()).contains("Grace");
            assertThat(jdbc.sql("SELECT needs FROM customer")
                            .query(String.class)
                            .single()
                            .replace("\r", ""))
                    .isEqualTo(TYPED);
        }
    }

    private static void signIn(Page page, String password) {
        page.fill("[name=email]", Accounts.OWNER_EMAIL);
        page.fill("[name=password]", password);
        page.click("#main button[type=submit]");
    }

    private long customers() {
        return jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single();
    }
}
