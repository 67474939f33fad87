package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class StaticFilesTest {
    @Autowired
    MockMvcTester http;

    @Test
    void importTheFrameworkBelowOurOwnStyles() {
        String vendor = http.get()
                .uri("/css/vendor.css")
                .exchange()
                .getMvcResult()
                .getResponse()
                .getContentType();
        assertThat(vendor).startsWith("text/css");
        assertThat(http.get().uri("/css/vendor.css"))
                .bodyText()
                .contains("@layer vendor")
                .contains("/webjars/tabler__core/1.4.0/dist/css/tabler.min.css\") layer(vendor)");
    }

    @Test
    void areKeptForAYear() {
        for (String file :
                new String[] {"/css/vendor.css", "/js/shell.js", "/webjars/htmx.org/2.0.8/dist/htmx.min.js"}) {
            assertThat(http.get().uri(file))
                    .hasStatusOk()
                    .headers()
                    .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        }
    }

    @Test
    void putAllStylesIntoOneFileKeptForAYear() {
        String page = body("/login");
        Matcher link = Pattern.compile("/css/rapport-[0-9a-f]{32}\\.css").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(http.get().uri(link.group()))
                .hasStatusOk()
                .hasContentType("text/css;charset=UTF-8")
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(body(link.group()).indexOf("@layer tokens"))
                .isLessThan(body(link.group()).indexOf("@layer base"));
    }

    @Test
    void dontKeepAnOldAddressForever() {
        assertThat(http.get().uri("/css/rapport-0.css")).hasStatusOk().headers().hasValue("Cache-Control", "no-cache");
    }

    /** Tokens that a rule uses but nobody defines paint nothing, silently. */
    @Test
    void useOnlyTokensThatExist() {
        String all = body("/css/rapport-0.css");
        Matcher used = Pattern.compile("var\\((--(?:r|heat)[\\w-]*)").matcher(all);
        while (used.find()) {
            assertThat(all).contains(used.group(1) + ":");
        }
    }

    private String body(String path) {
        try {
            return http.get().uri(path).exchange().getMvcResult().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
