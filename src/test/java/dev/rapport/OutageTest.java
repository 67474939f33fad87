package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.Outage;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The database goes away while people and programs work, and comes back. */
@WebTest
class OutageTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\" ?/>");
    private static final String TYPED = "Grace \"Hopper\"\r\n<b> & co";

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf = "";

    @BeforeEach
    void signIn() throws Exception {
        csrf = hidden(send(request("/login")).body()).get("_csrf");
        assertThat(post("/login", Map.of("email", Accounts.OWNER_EMAIL, "password", Accounts.PASSWORD))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void keepsWhatWasTypedAndTheSession() throws Exception {
        List<HttpCookie> before = cookies.getCookieStore().getCookies();
        HttpResponse<String> cut;
        try (Outage outage = Outage.of(pool)) {
            cut = post("/customers", Map.of("name", "Grace", "needs", TYPED));
            assertThat(cut.statusCode()).isEqualTo(503);
            assertThat(cut.headers().firstValue("Retry-After")).isPresent();
            assertThat(cut.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(cut.body())
                    .contains("can’t be reached", "action=\"/customers\"", ">Grace<", HtmlUtils.htmlEscape("<b>"))
                    .doesNotContain("Exception");
            assertThat(hidden(cut.body())).containsEntry("needs", TYPED);
        }
        assertThat(cookies.getCookieStore().getCookies()).isEqualTo(before);

        HttpResponse<String> again = post("/customers", hidden(cut.body()));
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(again.headers().firstValue("Location").orElseThrow()).contains("/customers/");
        assertThat(jdbc.sql("SELECT name FROM customer").query(String.class).list())
                .containsExactly("Grace");
        assertThat(send(request("/customers")).statusCode()).isEqualTo(200);
    }

    /** All at once, for each waits some seconds for the database. */
    @Test
    void saysSoToEveryoneInTheirWay() throws Exception {
        try (Outage outage = Outage.of(pool)) {
            var chinese = begin(request("/login?x")
                    .setHeader("Accept-Language", "zh-CN")
                    .header("Cookie", "rapport=c29tZSBzZXNzaW9u"));
            var htmx = begin(
                    request("/customers").header("HX-Request", "true").header("Cookie", "rapport=c29tZSBzZXNzaW9u"));
            var secret = http.sendAsync(
                    form("/login", Map.of("email", "o@example.com", "password", "hush-hush"))
                            .build(),
                    BodyHandlers.ofString());
            var live = begin(request("/actuator/health/liveness"));
            var ready = begin(request("/actuator/health/readiness"));
            var style = http.sendAsync(request("/css/base.css").build(), BodyHandlers.ofString());
            assertThat(chinese.get().body()).contains("无法连接数据库", "href=\"/login?x\"", "lang=\"zh-CN\"");
            assertThat(htmx.get().statusCode()).isEqualTo(503);
            assertThat(htmx.get().body()).startsWith("The database can’t be reached");
            assertThat(secret.get().statusCode()).isEqualTo(503);
            assertThat(secret.get().body()).doesNotContain("hush-hush", "data-resend");
            assertThat(live.get().statusCode()).isEqualTo(200);
            assertThat(ready.get().statusCode()).isEqualTo(503);
            assertThat(style.get().statusCode()).as("needs no database").isEqualTo(200);
        }
        assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAProgramSendTheSameRequestAgain() throws Exception {
        HttpResponse<String> first = api("{\"name\": \"Ada\"}");
        assertThat(first.statusCode()).isEqualTo(201);
        try (Outage outage = Outage.of(pool)) {
            HttpResponse<String> cut = api("{\"name\": \"Ada\"}");
            assertThat(cut.statusCode()).isEqualTo(503);
            assertThat(cut.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(cut.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(api("{\"name\": \"Ada\"}").body()).isEqualTo(first.body());
    }

    private HttpResponse<String> api(String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request("/api/v1/customers")
                                .header("Authorization", "Bearer " + Accounts.TOKEN)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "once")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(form(path, fields));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String proof = fields.containsKey("_csrf") ? "" : "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + proof));
    }

    private CompletableFuture<HttpResponse<String>> begin(HttpRequest.Builder request) {
        return HttpClient.newHttpClient().sendAsync(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "en");
    }

    private static Map<String, String> hidden(String page) {
        return HIDDEN.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> HtmlUtils.htmlUnescape(field.group(2)), (a, b) -> a));
    }
}
