package dev.rapport.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.Accounts;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser that really signed in: its session stands in the table. */
record Browser(MockMvcTester http, Cookie session) {
    static Browser signIn(MockMvcTester http, String email) {
        return signIn(http, email, Accounts.PASSWORD);
    }

    static Browser signIn(MockMvcTester http, String email, String password) {
        MvcTestResult answer = login(http, email, password);
        assertThat(answer).hasStatus3xxRedirection();
        return of(http, answer);
    }

    static Browser of(MockMvcTester http, MvcTestResult answer) {
        Cookie session = answer.getResponse().getCookie("rapport");
        assertThat(session).isNotNull();
        return new Browser(http, session);
    }

    static MvcTestResult login(MockMvcTester http, String email, String password, Cookie... cookies) {
        MockMvcTester.MockMvcRequestBuilder request = http.post()
                .uri("/login")
                .param("email", email)
                .param("password", password)
                .with(csrf());
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        return request.exchange();
    }

    MvcTestResult get(String path) {
        return http.get().uri(path).cookie(session).exchange();
    }

    MvcTestResult post(String path, String... params) {
        MockMvcTester.MockMvcRequestBuilder request =
                http.post().uri(path).cookie(session).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    /** As the table knows it: the cookie holds it in Base64. */
    String sessionId() {
        return new String(Base64.getDecoder().decode(session.getValue()), StandardCharsets.UTF_8);
    }

    boolean isSignedIn() {
        return get("/account").getResponse().getStatus() == 200;
    }
}
