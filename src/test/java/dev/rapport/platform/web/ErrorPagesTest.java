package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ErrorPagesTest {
    @Autowired
    MockMvcTester http;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "400, makes no sense, 无法理解",
        "403, Not allowed, 没有权限",
        "404, Nothing here, 什么都没有",
        "409, Changed in the meantime, 已被更改",
        "413, Too large, 内容过大",
        "418, That didn’t work, 没有成功",
        "422, Something doesn’t fit, 内容不对",
        "429, Too many tries, 次数过多",
        "500, Something broke, 出了点问题",
        "503, Something broke, 出了点问题"
    })
    void sayInBothLanguagesWhatIsWrongAndNothingMore(int status, String english, String chinese) {
        assertThat(page(status, Locale.ENGLISH))
                .hasStatus(status)
                .bodyText()
                .contains(english, "lang=\"en\"", "href=\"/\"")
                .doesNotContain("secret detail", "Exception");
        assertThat(page(status, Locale.SIMPLIFIED_CHINESE)).bodyText().contains(chinese, "lang=\"zh-CN\"");
    }

    @Test
    void needNoSession() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/css/gone.css"))
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Nothing here", "Rapport").doesNotContain("gone.css");
    }

    private MvcTestResult page(int status, Locale language) {
        return http.get()
                .uri("/error")
                .with(Accounts.owner())
                .accept(MediaType.TEXT_HTML)
                .locale(language)
                .header("Accept-Language", language.toLanguageTag())
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret detail"))
                .exchange();
    }
}
