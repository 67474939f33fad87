package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class LayoutTest {
    @Autowired
    MockMvcTester http;

    @Test
    void showsTheOwnerEverythingAndAHelperWhatTheyMayUse() {
        assertThat(page(Accounts.owner()))
                .contains("href=\"/customers\"", "href=\"/numbers\"", "href=\"/imports\"", "href=\"/settings\"");
        assertThat(page(Accounts.helper()))
                .contains("href=\"/customers\"", "href=\"/numbers\"")
                .doesNotContain("href=\"/imports\"", "href=\"/settings\"");
    }

    @Test
    void marksTheSectionAndNamesThePage() {
        assertThat(page(Accounts.owner()))
                .containsPattern("href=\"/customers\"\\s+aria-current=\"page\"")
                .doesNotContainPattern("href=\"/numbers\"\\s+aria-current")
                .contains("<title>Customers · Rapport</title>");
    }

    @Test
    void isDrawnAsTheBrowserLikesIt() {
        assertThat(page(Accounts.owner(), new Cookie("theme", "dark"), new Cookie("shortcuts", "off")))
                .contains("data-bs-theme=\"dark\"", "data-shortcuts=\"off\"");
        assertThat(page(Accounts.owner(), new Cookie("theme", "\"><script>")))
                .contains("data-theme=\"system\"")
                .doesNotContain("\"><script>");
    }

    private String page(RequestPostProcessor who, Cookie... cookies) {
        var request = http.get().uri("/customers").with(who).locale(Locale.ENGLISH);
        try {
            return (cookies.length == 0 ? request : request.cookie(cookies))
                    .exchange()
                    .getMvcResult()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
