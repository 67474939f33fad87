package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class PreferencesTest {
    @Autowired
    MockMvcTester http;

    @Test
    void keepsTheThemeInACookie() {
        MvcTestResult answer = choose("theme", "dark", null);
        assertThat(answer).hasStatus3xxRedirection().cookies().hasValue("theme", "dark");
    }

    @Test
    void ignoresAThemeThatIsNone() {
        assertThat(choose("theme", "<script>", null)).cookies().doesNotContainCookie("theme");
    }

    @Test
    void switchesShortcutsOff() {
        assertThat(choose("shortcuts", "off", null)).cookies().hasValue("shortcuts", "off");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/customers?query=a, /customers?query=a",
        "https://evil.example/path, /path",
        "http://localhost//evil.example/, /",
        "not a url, /",
        "mailto:a@example.com, /"
    })
    void goesBackToAPageOfOursOnly(String referer, String target) {
        assertThat(choose("theme", "light", referer)).hasRedirectedUrl(target);
    }

    private MvcTestResult choose(String name, String value, String referer) {
        var request = http.post()
                .uri("/preferences")
                .with(Accounts.owner())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param(name, value);
        return referer == null
                ? request.exchange()
                : request.header("Referer", referer).exchange();
    }
}
