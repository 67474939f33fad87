package dev.rapport.account.web;

import static dev.rapport.testing.Accounts.HELPER_EMAIL;
import static dev.rapport.testing.Accounts.OWNER;
import static dev.rapport.testing.Accounts.OWNER_EMAIL;
import static dev.rapport.testing.Accounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.account.AccountService;
import dev.rapport.testing.MovableClock;
import dev.rapport.testing.WebTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SignInPageTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountService accounts;

    @Test
    void signsInWithoutHeedingTheCaseOfTheAddress() {
        assertThat(Browser.signIn(http, "  OLIVIA@example.com ").isSignedIn()).isTrue();
    }

    @Test
    void keepsTheSessionInTheDatabaseForThirtyDays() {
        Browser.signIn(http, OWNER_EMAIL);
        assertThat(jdbc.sql("SELECT max_inactive_interval FROM spring_session WHERE principal_name = '1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30 * 24 * 60 * 60);
    }

    @Test
    void writesASessionsLastAccessAtMostOnceAMinute() {
        Browser browser = Browser.signIn(http, OWNER_EMAIL);
        assertThat(browser.isSignedIn()).isTrue();
        String written = version(browser);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(version(browser)).isEqualTo(written);
        jdbc.sql("UPDATE spring_session SET last_access_time = last_access_time - 61000 WHERE session_id = :id")
                .param("id", browser.sessionId())
                .update();
        written = version(browser);
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(version(browser)).isNotEqualTo(written);
    }

    /** What changes with each write of the row, also one that leaves it as it was. */
    private String version(Browser browser) {
        return jdbc.sql("SELECT xmin::text FROM spring_session WHERE session_id = :id")
                .param("id", browser.sessionId())
                .query(String.class)
                .single();
    }

    @Test
    void endsASessionAfterNinetyDaysHoweverBusy() {
        Browser browser = Browser.signIn(http, OWNER_EMAIL);
        clock.advance(Duration.ofDays(89));
        assertThat(browser.isSignedIn()).isTrue();
        clock.advance(Duration.ofDays(2));
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void guardsItsCookie() {
        Cookie cookie = Browser.signIn(http, OWNER_EMAIL).session();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isFalse();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        MvcTestResult overHttps = http.post()
                .uri("/login")
                .secure(true)
                .param("email", OWNER_EMAIL)
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(overHttps.getResponse().getCookies()).isNotEmpty().allMatch(Cookie::getSecure);
    }

    @Test
    void answersUnknownNamesAndWrongPasswordsAlike() throws Exception {
        MvcTestResult unknown = Browser.login(http, "nobody@example.com", PASSWORD);
        MvcTestResult wrong = Browser.login(http, OWNER_EMAIL, "not the password");
        assertThat(unknown).hasStatus(422);
        assertThat(wrong).hasStatus(422);
        assertThat(body(wrong).replace(OWNER_EMAIL, "X"))
                .isEqualTo(body(unknown).replace("nobody@example.com", "X"));
        assertThat(body(wrong)).contains("E-mail address or password is wrong.").doesNotContain("not the password");
    }

    private static String body(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString().replaceAll("value=\"[\\w-]{60,}\"", "");
    }

    @Test
    void asksTheGuesserToWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(Browser.login(http, OWNER_EMAIL, "guess " + i)).hasStatus(422);
        }
        assertThat(Browser.login(http, OWNER_EMAIL, PASSWORD))
                .hasStatus(429)
                .hasHeader("Retry-After", "1")
                .bodyText()
                .contains("The next one counts in one second");
        clock.advance(Duration.ofSeconds(2));
        assertThat(Browser.login(http, OWNER_EMAIL, PASSWORD)).hasStatus3xxRedirection();
    }

    @Test
    void startsASessionOfItsOwn() {
        Browser first = Browser.signIn(http, OWNER_EMAIL);
        MvcTestResult again = Browser.login(http, HELPER_EMAIL, PASSWORD, first.session());
        assertThat(Browser.of(http, again).session().getValue())
                .isNotEqualTo(first.session().getValue());
        assertThat(first.isSignedIn()).isFalse();
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        MvcTestResult asked = http.get().uri("/settings/people?x=1").exchange();
        Cookie back = asked.getResponse().getCookie("return");
        assertThat(Browser.login(http, OWNER_EMAIL, PASSWORD, back)).hasRedirectedUrl("/settings/people?x=1");
    }

    @Test
    void goesBackToThePageThatAFormWasSentFrom() {
        MvcTestResult sent = http.post()
                .uri("/settings")
                .with(csrf())
                .header("Referer", "http://localhost/settings")
                .exchange();
        Cookie back = sent.getResponse().getCookie("return");
        assertThat(Browser.login(http, OWNER_EMAIL, PASSWORD, back)).hasRedirectedUrl("/settings");
    }

    @Test
    void goesNowhereElse() {
        for (String evil :
                new String[] {"//evil.example", "/\\evil.example", "https://evil.example", "/{a}", "/login"}) {
            String value = java.util.Base64.getUrlEncoder().encodeToString(evil.getBytes());
            assertThat(Browser.login(http, OWNER_EMAIL, PASSWORD, new Cookie("return", value)))
                    .hasRedirectedUrl("/");
        }
        assertThat(Browser.login(http, OWNER_EMAIL, PASSWORD, new Cookie("return", "%%%")))
                .hasRedirectedUrl("/");
    }

    @Test
    void signsOut() {
        Browser browser = Browser.signIn(http, OWNER_EMAIL);
        assertThat(browser.post("/logout")).hasRedirectedUrl("/login?signedOut");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void signsOutEverywhere() {
        Browser laptop = Browser.signIn(http, OWNER_EMAIL);
        Browser phone = Browser.signIn(http, OWNER_EMAIL);
        Browser helper = Browser.signIn(http, HELPER_EMAIL);
        assertThat(laptop.get("/account/sessions")).bodyText().contains("2 browsers");
        assertThat(laptop.post("/account/sessions/end")).hasRedirectedUrl("/login?signedOut");
        assertThat(laptop.isSignedIn()).isFalse();
        assertThat(phone.isSignedIn()).isFalse();
        assertThat(helper.isSignedIn()).isTrue();
    }

    @Test
    void changesThePasswordAndEndsOtherSessions() {
        Browser here = Browser.signIn(http, OWNER_EMAIL);
        Browser there = Browser.signIn(http, OWNER_EMAIL);
        assertThat(here.post("/account/password", "old", "wrong", "password", "seven-green-lamps-hum"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not your password.");
        assertThat(here.post("/account/password", "old", PASSWORD, "password", "short"))
                .hasStatus(422);
        assertThat(here.post("/account/password", "old", PASSWORD, "password", "seven-green-lamps-hum"))
                .hasRedirectedUrl("/account/password");
        assertThat(here.isSignedIn()).isTrue();
        assertThat(there.isSignedIn()).isFalse();
        assertThat(Browser.login(http, OWNER_EMAIL, PASSWORD)).hasStatus(422);
        Browser.signIn(http, OWNER_EMAIL, "seven-green-lamps-hum");
    }

    @Test
    void resetsAForgottenPasswordOnceWithinAnHour() {
        Browser old = Browser.signIn(http, OWNER_EMAIL);
        String path = "/password-resets/" + accounts.resetOwnersPassword();
        Browser stranger = new Browser(http, new Cookie("other", "x"));
        assertThat(stranger.get(path)).hasStatusOk();
        assertThat(stranger.post(path, "password", "short")).hasStatus(422);
        MvcTestResult done = stranger.post(path, "password", "seven-green-lamps-hum");
        assertThat(done).hasRedirectedUrl("/");
        assertThat(Browser.of(http, done).isSignedIn()).isTrue();
        assertThat(old.isSignedIn()).isFalse();
        assertThat(stranger.get(path)).hasStatus(404);
        assertThat(stranger.post(path, "password", "another-fine-password")).hasStatus(404);

        String late = "/password-resets/" + accounts.resetOwnersPassword();
        clock.advance(Duration.ofMinutes(61));
        assertThat(stranger.get(late)).hasStatus(404);
        assertThat(stranger.post(late, "password", "another-fine-password")).hasStatus(404);
    }

    @Test
    void forgetsAnAccountThatIsGoneAtOnce() {
        Browser browser = Browser.signIn(http, HELPER_EMAIL);
        jdbc.sql("UPDATE account SET removed_at = now() WHERE id <> :owner")
                .param("owner", OWNER)
                .update();
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(Browser.login(http, HELPER_EMAIL, PASSWORD)).hasStatus(422);
    }
}
