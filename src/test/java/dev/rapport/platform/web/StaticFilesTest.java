package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.WebTest;
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
        for (String file : new String[] {"/css/base.css", "/js/shell.js", "/webjars/htmx.org/2.0.8/dist/htmx.min.js"}) {
            assertThat(http.get().uri(file))
                    .hasStatusOk()
                    .headers()
                    .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        }
    }

    /** Tokens that a rule uses but nobody defines paint nothing, silently. */
    @Test
    void useOnlyTokensThatExist() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String file : new String[] {
            "tokens",
            "base",
            "shell",
            "plain",
            "buttons",
            "components",
            "tables",
            "lists",
            "choices",
            "overlays",
            "notices",
            "forms",
            "upload",
            "figures",
            "charts"
        }) {
            all.append(http.get()
                    .uri("/css/" + file + ".css")
                    .exchange()
                    .getMvcResult()
                    .getResponse()
                    .getContentAsString());
        }
        Matcher used = Pattern.compile("var\\((--(?:r|heat)[\\w-]*)").matcher(all);
        while (used.find()) {
            assertThat(all).contains(used.group(1) + ":");
        }
    }
}
