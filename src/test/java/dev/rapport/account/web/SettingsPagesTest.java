package dev.rapport.account.web;

import static dev.rapport.testing.Accounts.HELPER_EMAIL;
import static dev.rapport.testing.Accounts.OWNER_EMAIL;
import static dev.rapport.testing.Accounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.MovableClock;
import dev.rapport.testing.WebTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SettingsPagesTest {
    private static final Pattern SECRET = Pattern.compile("class=\"secret\"[^>]*>([^<]+)<");

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessSettings business;

    @Autowired
    MovableClock clock;

    private Browser owner;

    @BeforeEach
    void signIn() {
        owner = Browser.signIn(http, OWNER_EMAIL);
    }

    private static String secret(MvcTestResult page) throws Exception {
        Matcher shown = SECRET.matcher(page.getResponse().getContentAsString());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private String[] settings(String name, String value) {
        String[] form = {
            "version", "0", "name", "Olivia & Co", "language", "en", "country", "US", "currency", "USD",
            "zone", "Europe/Rome", "margin", "60", "rate", "10", "clvYears", "3", "churnDays", ""
        };
        for (int i = 0; i < form.length; i += 2) {
            if (form[i].equals(name)) {
                form[i + 1] = value;
            }
        }
        return form;
    }

    @Test
    void changeTheBusiness() {
        assertThat(owner.post("/settings", settings("churnDays", "90"))).hasRedirectedUrl("/settings");
        assertThat(business.churnDays()).isEqualTo(90);
        assertThat(owner.post("/settings", settings("name", "Second tab")))
                .hasStatus(409)
                .bodyText()
                .contains("Second tab", "changed in the meantime", "Save mine", "value=\"1\"");
        assertThat(business.name()).isEqualTo("Olivia & Co");
        assertThat(owner.post(
                        "/settings",
                        "version",
                        "1",
                        "name",
                        "Second tab",
                        "language",
                        "en",
                        "country",
                        "US",
                        "currency",
                        "USD",
                        "zone",
                        "Europe/Rome",
                        "margin",
                        "60",
                        "rate",
                        "10",
                        "clvYears",
                        "3"))
                .hasRedirectedUrl("/settings");
        assertThat(business.name()).isEqualTo("Second tab");
        assertThat(business.churnDays()).isNull();
    }

    @Test
    void refuseWhatIsOutOfRange() {
        for (String[] wrong : new String[][] {
            {"margin", "100.5"},
            {"rate", "-1"},
            {"clvYears", "0"},
            {"clvYears", "51"},
            {"churnDays", "0"},
            {"zone", "Nowhere"},
            {"name", ""},
            {"version", "x"}
        }) {
            assertThat(owner.post("/settings", settings(wrong[0], wrong[1]))).hasStatus(422);
        }
    }

    @Test
    void holdTheBaseCurrencyOnceThereAreSales() {
        assertThat(owner.post("/settings", settings("currency", "EUR"))).hasRedirectedUrl("/settings");
        jdbc.sql("UPDATE business SET currency = 'USD', version = 0").update();
        jdbc.sql("""
                INSERT INTO customer (id, name, sort_key, stage, acquired_on, created_at)
                VALUES (1, 'A', 'a', 'PURCHASE', '2026-01-01', now())""").update();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                VALUES (1, '2026-01-01', 10, 'USD', 1, 10, now())""").update();
        assertThat(owner.post("/settings", settings("currency", "EUR"))).hasStatus(422);
        assertThat(owner.get("/settings")).bodyText().contains("It can’t change any more");
    }

    @Test
    void makeATokenShownOnceAndRevokeIt() throws Exception {
        assertThat(owner.post("/settings/tokens", "name", "Web shop", "password", "wrong"))
                .hasStatus(422);
        MvcTestResult made = owner.post("/settings/tokens", "name", "Web shop", "password", PASSWORD);
        String token = secret(made);
        assertThat(token).startsWith("rapport_").hasSizeBetween(32, 128);
        assertThat(owner.get("/settings/tokens"))
                .bodyText()
                .contains("Web shop")
                .doesNotContain(token);
        assertThat(jdbc.sql("SELECT string_agg(t::text, '') FROM api_token t")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(api(token)).hasStatusOk();
        assertThat(owner.get("/settings/tokens")).bodyText().contains("last used");
        long id = jdbc.sql("SELECT max(id) FROM api_token").query(Long.class).single();
        assertThat(owner.post("/settings/tokens/" + id + "/revoke")).hasRedirectedUrl("/settings/tokens");
        assertThat(api(token)).hasStatus(401);
    }

    private MvcTestResult api(String token) {
        return http.get()
                .uri("/api/v1/openapi.json")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    @Test
    void inviteAHelperByALinkThatWorksOnce() throws Exception {
        assertThat(owner.post("/settings/people", "note", "Ned", "password", "wrong"))
                .hasStatus(422);
        String link = secret(owner.post("/settings/people", "note", "Ned", "password", PASSWORD));
        assertThat(link).startsWith("http://localhost/invitations/");
        String path = link.substring("http://localhost".length());
        assertThat(owner.get("/settings/people")).bodyText().contains("Ned").doesNotContain(path);
        Browser ned = new Browser(http, new Cookie("other", "x"));
        assertThat(ned.get(path)).hasStatusOk();
        String[] taken = {"name", "Ned", "email", OWNER_EMAIL, "password", "seven-green-lamps-hum", "language", "en"};
        assertThat(ned.post(path, taken)).hasStatus(422).bodyText().contains("already");
        taken[3] = "ned@example.com";
        MvcTestResult joined = ned.post(path, taken);
        assertThat(joined).hasRedirectedUrl("/");
        ned = Browser.of(http, joined);
        assertThat(ned.isSignedIn()).isTrue();
        assertThat(ned.get("/settings")).hasStatus(403);
        assertThat(ned.get(path)).hasStatus(404);
        assertThat(ned.post(path, taken)).hasStatus(404);
    }

    @Test
    void letInvitationsExpireAndBeWithdrawn() throws Exception {
        String late = secret(owner.post("/settings/people", "note", "", "password", PASSWORD))
                .substring("http://localhost".length());
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(owner.get(late)).hasStatus(404);
        String open = secret(owner.post("/settings/people", "note", "", "password", PASSWORD))
                .substring("http://localhost".length());
        long id =
                jdbc.sql("SELECT max(id) FROM one_time_link").query(Long.class).single();
        assertThat(owner.post("/settings/people/invitations/" + id + "/withdraw"))
                .hasRedirectedUrl("/settings/people");
        assertThat(owner.get(open)).hasStatus(404);
    }

    @Test
    void removeAHelperAtOnce() {
        Browser helper = Browser.signIn(http, HELPER_EMAIL);
        assertThat(owner.post("/settings/people/2/removal", "password", "wrong"))
                .hasStatus(422);
        assertThat(helper.isSignedIn()).isTrue();
        assertThat(owner.post("/settings/people/2/removal", "password", PASSWORD))
                .hasRedirectedUrl("/settings/people");
        assertThat(helper.isSignedIn()).isFalse();
        assertThat(owner.get("/settings/people")).bodyText().doesNotContain(HELPER_EMAIL);
        assertThat(owner.get("/settings/people/1/removal")).hasStatus(404);
    }

    @Test
    void giveAHelperALinkToANewPassword() throws Exception {
        assertThat(owner.post("/settings/people/2/password-link", "password", "wrong"))
                .hasStatus(422);
        String link = secret(owner.post("/settings/people/2/password-link", "password", PASSWORD));
        String path = link.substring("http://localhost".length());
        assertThat(new Browser(http, new Cookie("other", "x")).post(path, "password", "seven-green-lamps-hum"))
                .hasRedirectedUrl("/");
        Browser.signIn(http, HELPER_EMAIL, "seven-green-lamps-hum");
        assertThat(owner.get("/settings/people/1/password-link")).hasStatus(404);
    }

    @Test
    void letEverybodyChooseNameAndLanguage() {
        Browser helper = Browser.signIn(http, HELPER_EMAIL);
        MvcTestResult saved = helper.post("/account", "name", "小亨", "language", "zh-CN");
        assertThat(saved).hasRedirectedUrl("/account");
        assertThat(saved.getResponse().getCookie("language").getValue()).isEqualTo("zh-CN");
        assertThat(helper.get("/account")).bodyText().contains("小亨");
        assertThat(helper.post("/account", "name", "x", "language", "fr")).hasStatus(422);
    }
}
